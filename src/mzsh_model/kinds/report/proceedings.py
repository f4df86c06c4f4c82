"""What a report says of the meeting itself: problems of the team and of its members, causes, criticisms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.report.listing import Lead
from mzsh_model.kinds.report.paragraphs import TAKEN, Paragraphs
from mzsh_model.kinds.report.standing import Standing, body_of, goes_on, heads, leaves_aspect
from mzsh_model.model.base import Role
from mzsh_model.outline.labels import RUN_IN
from mzsh_model.outline.tree import Node
from mzsh_model.reading.draft import Span, whole
from mzsh_model.reading.items.find_items import Harvester
from mzsh_model.reading.items.harvest import Harvest
from mzsh_model.reading.items.heading_items import goes_on_below
from mzsh_model.reading.weighing.turns import CONTINUES

_TOLD_HIM = lazy_pattern(r"(?<=[。；;])\s*(?:接受|听取)?(?:的)?(?:相互)?批评(?:意见)?[：:]")
"""Where a paragraph about a member turns to what the others say to him."""
_Task = tuple[Node | tuple[Node, ...], Standing]


class Proceedings(Paragraphs):
    """Reads the chapters about the meeting, one object a report."""

    def read(self, chapter: Node, role: Role) -> Harvest:
        """Return what a chapter holds, its headings and what is said beside the items."""
        self._found = Harvester(self._aspect_of)
        pending: list[_Task] = [(chapter, Standing(about=None if role is Role.MEETING else role))]
        while pending:
            task, above = pending.pop()
            if isinstance(task, tuple):
                self._run(task, above)
                continue
            below = above.below(task, self._aspect_of)
            self._open(task, below)
            own = [Span(task.block, *body_of(task, below))] if task.block is not None else []
            inner = below
            for span in [*own, *map(whole, task.blocks)]:
                inner = above if leaves_aspect(span, inner, task) else inner
                if span.start < span.end:
                    self._paragraph(span, inner, leads=bool(task.children))
            pending += reversed([(group, below) for group in self._groups(task, below)])
        return self._found.found

    def _open(self, node: Node, standing: Standing) -> None:
        self._found.open(node, standing.place.of(Role.MEETING))
        self._last = self._speaker = None
        self._target = standing.target

    def _groups(self, node: Node, standing: Standing) -> Iterator[Node | tuple[Node, ...]]:
        """The headings below a node, and between them the runs of numbered paragraphs that are lists."""
        run: list[Node] = []
        for child in node.children:
            if heads(child, standing, standing.below(child, self._aspect_of)):
                if run:
                    yield tuple(run)
                run = []
                yield child
                continue
            if run and not goes_on(run[-1], child):
                yield tuple(run)
                run = []
            run.append(child)
        if run:
            yield tuple(run)

    def _run(self, run: tuple[Node, ...], standing: Standing) -> None:
        """Take a list of paragraphs as what it tells."""
        lead = Lead(self._last, standing.headings, standing.about)
        place = standing.place if self._speaker is None else replace(standing.place, member=self._speaker)
        texts = [node.block.text[node.label.end if node.label else 0 :] for node in run if node.block is not None]
        first = run[0].label
        prose = len(run) == 1 and first is not None and first.kind in RUN_IN and first.number > 1  # 最后，… is no list
        role, context = (Role.OTHER, place) if prose else self._told(lead, texts, place, standing)
        grows = goes_on_below(run, role)
        for node in run:
            if node.block is None:
                continue
            blocks = node.blocks
            kept = len(blocks) if grows or node is not run[-1] else 0
            while kept < len(blocks) and CONTINUES.match(blocks[kept].text):
                kept += 1
            if role in TAKEN:
                self._found.leaf(node, context, grows=grows or node is not run[-1], below=kept)
            else:
                self._beside(node, role, standing)
                kept = 0
            for block in blocks[kept:]:  # what follows the last item is not of the member whose list it ends
                self._paragraph(whole(block), standing.behind_list(whole(block)))
        if role in TAKEN:
            self._mark(role)

    def _beside(self, node: Node, role: Role, standing: Standing) -> None:
        """Take a numbered paragraph that is no item: a criticism, a heading of its own, or something said."""
        assert node.block is not None
        if role is Role.CRITICISM or (node.label is not None and node.label.kind in RUN_IN):
            self._paragraph(whole(node.block), standing, behind=node.label.end if node.label else 0)
            return
        self._found.open(node, standing.place.of(Role.MEETING))
        if node.has_body:
            self._paragraph(Span(node.block, *node.body), standing)
