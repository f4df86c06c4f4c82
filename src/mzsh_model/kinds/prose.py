"""Papers of headings and paragraphs: read, laid out and described alike, whatever they are about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Annotated, ClassVar, TypedDict, TypeVar

from pydantic import Field

from mzsh_model.fresh import frame
from mzsh_model.fresh.body import part_paragraphs
from mzsh_model.fresh.laid_parts import Part, numbered_sections, parts_of
from mzsh_model.fresh.page import Page
from mzsh_model.fresh.paragraph_xml import Paragraph, Style
from mzsh_model.kernel.outcome import Outcome
from mzsh_model.kernel.path import ROOT, ModelPath
from mzsh_model.kinds.agenda import read_agenda, with_agenda
from mzsh_model.kinds.given_title import given_title
from mzsh_model.kinds.meeting_lines import behind_labels, with_front, with_lines, year_in_name
from mzsh_model.kinds.meeting_phrases import MEETING, of_who_and_when
from mzsh_model.kinds.phrase import AnyPhrase
from mzsh_model.kinds.report.attendance.words import roll_words
from mzsh_model.kinds.report.cells import leave_out_labels
from mzsh_model.kinds.report.meeting import read_meeting
from mzsh_model.kinds.spec import KindSpec, Paper, Sign, Texts
from mzsh_model.kinds.texts import line_texts, said_in_prose, with_opening
from mzsh_model.model.base import Role
from mzsh_model.model.documents import Closing, DocumentValue, Preamble, Sections, Year
from mzsh_model.model.parts import Meeting, Section, Signature
from mzsh_model.model.people import Organisation
from mzsh_model.outline.tree import Node
from mzsh_model.reading.draft import Draft, Span, trimmed, whole
from mzsh_model.reading.frame.tail import read_tail
from mzsh_model.reading.skeleton import Skeleton, anchor_title, finish, nodes, read_organisation

_MARKS = "。.．：:；;，,、 "
PARTLY = "只核对写明的数目和日期、证件号码和固定表述，写得怎么样没有检查；读出的内容供整套材料核对"


class Prose(DocumentValue):
    """The base of papers of headings and paragraphs; `at_meeting`: what is said at the meeting, so that their day is its day; `by_chair`: by who leads it."""

    at_meeting: ClassVar[bool] = False
    by_chair: ClassVar[bool] = False

    addressee: Annotated[str | None, Field(description="主送机关或称呼，按原文")] = None
    year: Year = None
    organisation: Annotated[Organisation | None, Field(description="单位；看不出为空")] = None
    preamble: Preamble = ()
    meeting: Annotated[Meeting, Field(description="文中写到的会议概况")] = Meeting()
    sections: Sections = ()
    closing: Closing = ()
    signature: Annotated[Signature | None, Field(description="落款")] = None


P = TypeVar("P", bound=Prose)


def nothing_more(_: Prose, _skeleton: Skeleton, _spans: Mapping[ModelPath, Span]) -> dict[str, object]:
    """Return nothing: the texts of most kinds tell no more than of the meeting."""
    return {}


def prose_kind(
    value: type[P],
    zh: str,
    signs: Sequence[Sign],
    *,
    told: Callable[[P, Skeleton, Mapping[ModelPath, Span]], dict[str, object]] = nothing_more,
    telling: Callable[[P], P] = lambda value: value,
    phrases: Sequence[AnyPhrase] = (),
    partly: str = "",
) -> KindSpec[P]:
    """Return the description of a kind that is headings and paragraphs.

    `told` reads what its texts tell beside the meeting, in these `phrases`; `telling` gives a value texts for what it holds and none tells;
    `partly` says what alone is judged of the kind, where that is more than numbers and dates.
    """

    def all_told(one: P, skeleton: Skeleton, spans: Mapping[ModelPath, Span]) -> dict[str, object]:
        return told_of_meeting(one, skeleton, spans) | told(one, skeleton, spans)

    return KindSpec(
        value=value,
        zh=zh,
        signs=tuple(signs),
        read=reader_of(value, all_told),
        lay_out=layout_of(zh, telling),
        texts=prose_texts,
        told=all_told,
        bearing=None,
        phrases=(*MEETING, *phrases),
        telling=telling_with(telling),
        partly=partly or f"{zh}{PARTLY}",
    )


def reader_of(
    make: type[P], told: Callable[[P, Skeleton, Mapping[ModelPath, Span]], dict[str, object]]
) -> Callable[[Paper], Outcome[P]]:
    """Return the reader of such papers, which makes values of one type; `told` reads what its texts tell."""

    def read(paper: Paper) -> Outcome[P]:
        skeleton = paper.skeleton
        draft = skeleton.draft
        said: dict[ModelPath, Span] = {}
        sections = tuple(_section(draft, n, node, said) for n, node in enumerate(_headings(skeleton.tree)))
        value = make(sections=sections, **read_around(skeleton))
        value = value.model_copy(update=told(value, skeleton, {**spans_of_preamble(skeleton), **said}))
        leave_out_labels(draft)
        finish(skeleton)
        return Outcome(value, tuple(draft.notices), draft.anchors)

    return read


class Around(TypedDict):
    """What stands around the parts of a paper."""

    title: str | None
    addressee: str | None
    year: int | None
    organisation: Organisation | None
    preamble: tuple[str, ...]
    closing: tuple[str, ...]
    signature: Signature | None


def read_around(skeleton: Skeleton) -> Around:
    """Read what stands around the parts."""
    draft, front = skeleton.draft, skeleton.front
    signature, below = read_tail(draft, skeleton.tail, front)
    return Around(
        title=anchor_title(skeleton),
        addressee=draft.anchor_span("/addressee", front.addressee) if front.addressee else None,
        year=skeleton.year,
        organisation=read_organisation(skeleton),
        preamble=tuple(draft.anchor_span(f"/preamble/{n}", span) for n, span in enumerate(front.preamble)),
        closing=tuple(draft.anchor_span(f"/closing/{n}", span) for n, span in enumerate(below)),
        signature=signature,
    )


def spans_of_preamble(skeleton: Skeleton) -> dict[ModelPath, Span]:
    """Return what is said before the first heading, by its path in the value."""
    return {ROOT / "preamble" / n: span for n, span in enumerate(skeleton.front.preamble)}


def spans_of_section(index: int, heading: Span, said: Sequence[Span]) -> dict[ModelPath, Span]:
    """Return a heading and what is said under it, by their paths in the value."""
    at = ROOT / "sections" / index
    return {at / "heading": heading} | {at / "remarks" / n: span for n, span in enumerate(said)}


def _headings(tree: Node) -> Iterator[Node]:
    return (node for node in nodes(tree) if node.block is not None)


def said_under(node: Node) -> list[Span]:
    """Return the paragraphs under a heading, the words behind it first."""
    own = [trimmed(Span(node.block, *node.body))] if node.block is not None and node.has_body else []
    return [span for span in (*own, *map(whole, node.blocks)) if span.text.strip()]


def _section(draft: Draft, index: int, node: Node, told: dict[ModelPath, Span]) -> Section:
    """A heading with what is said under it; `told` takes the latter in."""
    assert node.block is not None
    path, block = f"/sections/{index}", node.block
    heading = trimmed(Span(block, *node.title), _MARKS)
    said = said_under(node)
    told |= spans_of_section(index, heading, said)
    draft.anchor(path, heading.place())
    return Section(
        label=draft.anchor_span(f"{path}/label", Span(block, 0, len(node.label.raw))) if node.label else None,
        heading=draft.anchor_span(f"{path}/heading", heading),
        level=node.level,
        role=Role.OTHER,
        remarks=tuple(draft.anchor_span(f"{path}/remarks/{n}", span) for n, span in enumerate(said)),
    )


def layout_of(zh: str, telling: Callable[[P], P]) -> Callable[[P], tuple[P, Page]]:
    """Return what lays such papers out; `zh` names them where they have no title."""

    def lay_out(value: P) -> tuple[P, Page]:
        """Return the value with its title and a number before each heading, and its page."""
        value = telling_with(telling)(with_agenda_and_title(value, zh))
        value = value.model_copy(update={"sections": numbered_sections(value.sections)})
        return value, Page(tuple(prose_paragraphs(value, parts_of(value.sections, ()))))

    return lay_out


def telling_with(telling: Callable[[P], P]) -> Callable[[P], P]:
    """Return what gives a value a sentence for what no text of it tells of the meeting, and then what `telling` does."""

    def told(value: P) -> P:
        return telling(with_opening(value, of_who_and_when(value.meeting, said_in_prose(value))))

    return told


def with_agenda_and_title(value: P, zh: str) -> P:
    """Return the value with its title and with headings for its agenda."""
    sections = with_agenda(value.sections, value.meeting.agenda)
    return value.model_copy(update={"title": given_title(value, zh), "sections": sections})


def prose_paragraphs(value: Prose, parts: Sequence[Part]) -> Iterator[Paragraph]:
    """Yield the paragraphs of a paper with these parts."""
    yield from frame.title(value.title, (value.organisation.name if value.organisation else None,))
    if value.addressee is not None:
        yield Paragraph(Style.ADDRESSEE, value.addressee)
    text = [Paragraph(Style.BODY, paragraph) for paragraph in value.preamble]
    for part in parts:
        text += part_paragraphs(part)
    yield from frame.year(value.year, value.title, [s.heading for s in value.sections], [p.text for p in text])
    yield from text
    yield from frame.tail(value.closing, value.signature)


def prose_texts(value: Prose) -> Texts:
    """Yield the texts that tell of the meeting: short things may be told in a heading, 一、时间：2026年1月15日."""
    yield from line_texts(value, "preamble")
    for index, section in enumerate(value.sections):
        at = ROOT / "sections" / index
        yield at / "heading", section.heading
        for n, remark in enumerate(section.remarks):
            yield at / "remarks" / n, remark


def told_of_meeting(value: Prose, skeleton: Skeleton, spans: Mapping[ModelPath, Span]) -> dict[str, object]:
    """Return what the texts tell of the meeting, and the headings of its agenda."""
    draft = skeleton.draft
    said = behind_labels(list(spans.values()), roll_words().label)
    meeting = with_lines(read_meeting(said, skeleton.year, draft), value.sections, spans, draft)
    if value.at_meeting:
        meeting = with_front(meeting, skeleton.front, draft, by_chair=value.by_chair)
    told: dict[str, object] = {"agenda": read_agenda(value.sections, spans, draft)}
    if value.year is None and (year := year_in_name(draft)) is not None:
        return {"year": year, "meeting": meeting.model_copy(update={**told, "year": year})}
    return {"meeting": meeting.model_copy(update=told)}
