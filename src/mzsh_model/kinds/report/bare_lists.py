"""Lists of a report's part about the meeting that paragraphs make without numbers: each a problem, or what one member found in himself."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import takewhile

from mzsh_model.kinds.report.criticisms import speaker_of, target_of
from mzsh_model.kinds.report.listing import Lead, counts_in
from mzsh_model.kinds.report.one_after_another import leads_in_members, told_by_paragraph
from mzsh_model.kinds.report.paragraphs import Paragraphs
from mzsh_model.kinds.report.standing import Standing, about_of, tells_else
from mzsh_model.kinds.report.unnumbered import member_of, titles_of
from mzsh_model.model.base import Role
from mzsh_model.outline.chains import chains
from mzsh_model.outline.labels import label_at
from mzsh_model.outline.sentences import sentences
from mzsh_model.reading.aspects import after_marks, parts_by_aspect
from mzsh_model.reading.draft import Span, trimmed
from mzsh_model.reading.items.harvest import Context
from mzsh_model.reading.openings import aspects_opened

_FEWEST = 2
"""So many paragraphs without numbers are a list."""


class BareLists(Paragraphs):
    """Takes several paragraphs at once where they are a list; each method says how many it took."""

    def _tells_one(self, span: Span) -> bool:
        """Tell whether a paragraph tells one thing, whoever's: it leads in nothing, lists nothing, names no aspect and no speaker."""
        text, (_, start, end) = span.block.text, span
        if text[end - 1] in "：:" or label_at(text, start) is not None or chains(text, start, end):
            return False
        named = speaker_of(text, start, end, self.noted.known) or target_of(text, start, end) or member_of(span).name
        return not named and not parts_by_aspect(text, start, end) and not self.noted.quotes(span)

    def _in_turn(self, spans: Sequence[Span], standing: Standing) -> int:
        """Take paragraphs each of which tells what one member said of himself; return how many they are: 张三检查自己…… / 李四说，……"""
        if len(spans) < _FEWEST or self._target is not None or standing.about is Role.CRITICISM:
            return 0
        last = None if self._last is None else Lead(self._last, standing.headings)
        led = standing.of_members is True or (last is not None and leads_in_members(last))
        told = told_by_paragraph(spans, self.noted.known, led=led)
        for span, one in zip(spans, told, strict=False):
            self._found.remark(Span(span.block, span.start, one.things[0].start))
            for thing in one.things:
                if one.who is None or not self._of_member(one.who, thing, standing):
                    self._found.remark(thing)
            self._said(trimmed(Span(span.block, one.things[-1].end, span.end), "。；;，,"))
        return len(told)

    def _plain_list(self, spans: Sequence[Span], standing: Standing) -> int:
        """Take paragraphs without numbers as the problems that the line before them leads in; return how many they are."""
        if self._last is None or self._target is not None or standing.place.aspect is not None:
            return 0
        lead = Lead(self._last, standing.headings, standing.about)
        listed = list(takewhile(lambda span: self._tells_one(span) and not tells_else(span), spans))
        if len(listed) < _FEWEST:
            return 0
        numbers = {one.number for one in counts_in(lead.last)}
        titles = titles_of(listed)
        if not (titles or len(listed) in numbers or self._leads_in_problems()):
            return 0
        role, context = self._told(lead, [span.text for span in listed], standing.place, standing)
        if role is not Role.ISSUES:
            return 0
        if titles:
            self._titled(listed, titles, context, numbers)
        for span, within in zip(listed, self._under(listed, context), strict=True) if not titles else ():
            self._found.add(within, [span], None)
        self._mark(role)
        return len(listed)

    def _titled(
        self, told: Sequence[Span], titles: Sequence[Span], context: Context, numbers: Collection[int | None]
    ) -> None:
        """Take paragraphs that begin with aspects; each sentence behind them where as many problems are stated as there are."""
        behind = [
            Span(one.block, after_marks(one.block.text, t.end), one.end) for one, t in zip(told, titles, strict=True)
        ]
        parts = [list(sentences(one.block.text, one.start, one.end)) for one in behind]
        apart = sum(map(len, parts)) in numbers
        for title, one, cuts in zip(titles, behind, parts, strict=True):
            within = context.under(title, one.block)
            for span in [Span(one.block, *cut) for cut in cuts] if apart else [one]:
                self._found.add(within, [span], None)

    def _leads_in_problems(self) -> bool:
        """Tell whether what was said last ends with a line that leads in problems, whatever stands before it."""
        last = Lead(self._last).last
        return last[-1:] in ("：", ":") and about_of(last) is Role.ISSUES

    def _under(self, told: Sequence[Span], context: Context) -> list[Context]:
        """Return where each problem of a list stands: under the aspect that it begins with, as its siblings do (作风：…)."""
        plain = context.aspect is None and context.member is None
        opened = aspects_opened([(one.block.text, one.start, one.end) for one in told], self._year) if plain else ()
        names = [None if one is None else (one.start, one.end) for one in opened] or [None] * len(told)
        return [
            context if name is None else context.under(Span(one.block, *name), one.block)
            for one, name in zip(told, names, strict=True)
        ]
