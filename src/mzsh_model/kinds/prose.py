"""Papers of headings and paragraphs: read, laid out and described alike, whatever they are about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Annotated, TypeVar

from pydantic import Field

from mzsh_model.fresh import frame
from mzsh_model.fresh.body import part_paragraphs
from mzsh_model.fresh.laid_parts import numbered_sections, parts_of
from mzsh_model.fresh.page import Page
from mzsh_model.fresh.paragraph_xml import Paragraph, Style
from mzsh_model.kernel.outcome import Outcome
from mzsh_model.kernel.path import ModelPath
from mzsh_model.kinds.given_title import given_title
from mzsh_model.kinds.report.meeting import read_meeting
from mzsh_model.kinds.spec import KindSpec, Paper, Sign, Texts, Verb
from mzsh_model.kinds.texts import line_texts, remark_texts
from mzsh_model.model.base import Role
from mzsh_model.model.documents import Closing, DocumentValue, Preamble, Sections, Year
from mzsh_model.model.parts import Meeting, Section, Signature
from mzsh_model.model.people import Organisation
from mzsh_model.outline.tree import Node
from mzsh_model.reading.draft import Draft, Span, trimmed, whole
from mzsh_model.reading.frame.tail import read_tail
from mzsh_model.reading.skeleton import Skeleton, anchor_title, finish, nodes, read_organisation

_MARKS = "。.．：:；;，,、 "
UNJUDGED = "还没有单独检查它的规则，只读出内容，供整套材料核对"


class Prose(DocumentValue):
    """The base of papers of headings and paragraphs."""

    addressee: Annotated[str | None, Field(description="主送机关或称呼，按原文")] = None
    year: Year = None
    organisation: Annotated[Organisation | None, Field(description="单位；看不出为空")] = None
    preamble: Preamble = ()
    meeting: Annotated[Meeting, Field(description="文中写到的会议概况")] = Meeting()
    sections: Sections = ()
    closing: Closing = ()
    signature: Annotated[Signature | None, Field(description="落款")] = None


P = TypeVar("P", bound=Prose)


def prose_kind(value: type[P], zh: str, signs: Sequence[Sign]) -> KindSpec[P]:
    """Return the description of a kind that is headings and paragraphs."""
    return KindSpec(
        value=value,
        zh=zh,
        signs=tuple(signs),
        read=reader_of(value),
        lay_out=layout_of(zh),
        texts=_texts,
        told=_told,
        bearing=None,
        refuses={Verb.CHECK: f"{zh}{UNJUDGED}"},
    )


def reader_of(make: type[P]) -> Callable[[Paper], Outcome[P]]:
    """Return the reader of such papers, which makes values of one type."""

    def read(paper: Paper) -> Outcome[P]:
        skeleton = paper.skeleton
        draft, front = skeleton.draft, skeleton.front
        title = anchor_title(skeleton)
        addressee = draft.anchor_span("/addressee", front.addressee) if front.addressee else None
        signature, below = read_tail(draft, skeleton.tail, front)
        told = [*front.preamble]
        sections = tuple(_section(draft, n, node, told) for n, node in enumerate(_headings(skeleton.tree)))
        value = make(
            title=title,
            addressee=addressee,
            year=skeleton.year,
            organisation=read_organisation(skeleton),
            preamble=tuple(draft.anchor_span(f"/preamble/{n}", span) for n, span in enumerate(front.preamble)),
            meeting=read_meeting(told, skeleton.year, draft),
            sections=sections,
            closing=tuple(draft.anchor_span(f"/closing/{n}", span) for n, span in enumerate(below)),
            signature=signature,
        )
        finish(skeleton)
        return Outcome(value, tuple(draft.notices), draft.anchors)

    return read


def _headings(tree: Node) -> Iterator[Node]:
    return (node for node in nodes(tree) if node.block is not None)


def _section(draft: Draft, index: int, node: Node, told: list[Span]) -> Section:
    """A heading with what is said under it; `told` takes the latter in."""
    assert node.block is not None
    path, block = f"/sections/{index}", node.block
    heading = trimmed(Span(block, *node.title), _MARKS)
    said = [trimmed(Span(block, *node.body))] if node.has_body else []
    said = [span for span in (*said, *map(whole, node.blocks)) if span.text.strip()]
    told += said
    draft.anchor(path, heading.place())
    return Section(
        label=draft.anchor_span(f"{path}/label", Span(block, 0, len(node.label.raw))) if node.label else None,
        heading=draft.anchor_span(f"{path}/heading", heading),
        level=node.level,
        role=Role.OTHER,
        remarks=tuple(draft.anchor_span(f"{path}/remarks/{n}", span) for n, span in enumerate(said)),
    )


def layout_of(zh: str) -> Callable[[P], tuple[P, Page]]:
    """Return what lays such papers out; `zh` names them where they have no title."""

    def lay_out(value: P) -> tuple[P, Page]:
        """Return the value with its title and a number before each heading, and its page."""
        told = {"title": given_title(value, zh), "sections": numbered_sections(value.sections)}
        value = value.model_copy(update=told)
        return value, Page(tuple(_paragraphs(value)))

    return lay_out


def _paragraphs(value: Prose) -> Iterator[Paragraph]:
    yield from frame.title(value.title, (value.organisation.name if value.organisation else None,))
    if value.addressee is not None:
        yield Paragraph(Style.ADDRESSEE, value.addressee)
    text = [Paragraph(Style.BODY, paragraph) for paragraph in value.preamble]
    for part in parts_of(value.sections, ()):
        text += part_paragraphs(part)
    yield from frame.year(value.year, value.title, [s.heading for s in value.sections], [p.text for p in text])
    yield from text
    yield from frame.tail(value.closing, value.signature)


def _texts(value: Prose) -> Texts:
    yield from line_texts(value, "preamble")
    yield from remark_texts(value, Role)


def _told(_: Prose, skeleton: Skeleton, spans: Mapping[ModelPath, Span]) -> dict[str, object]:
    return {"meeting": read_meeting(list(spans.values()), skeleton.year, skeleton.draft)}
