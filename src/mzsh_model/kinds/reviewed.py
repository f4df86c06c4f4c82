"""The reviews of a paper of any kind: read off its lines, told on its page, followed when its texts change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar, cast

from mzsh_model.kernel.dates import plain
from mzsh_model.kernel.outcome import Outcome
from mzsh_model.kernel.path import ModelPath
from mzsh_model.kernel.place import Place
from mzsh_model.kinds.phrase import Phrase
from mzsh_model.kinds.registry import kind_of
from mzsh_model.model.base import Placeholder, Value
from mzsh_model.model.documents import DocumentValue
from mzsh_model.model.parts import Review
from mzsh_model.model.walk import walk
from mzsh_model.outline.lines import Outline
from mzsh_model.reading.reviews import Told, review_value, reviews_in, stamps_in

V = TypeVar("V", bound=DocumentValue)
_ABOVE = ("preamble", "remarks", "followup", "paragraphs")
_TAILS = ("closing", "remarks", "paragraphs")
_STORIES = frozenset({"body", "textbox"})
_NAMES = {"stage": "审核环节", "by": "审核人", "on": "审核时间", "decision": "审核意见", "version": "审核稿次"}


def with_reviews(outcome: Outcome[V], outline: Outline) -> Outcome[V]:
    """Return what was read with the reviews that its lines tell, each anchored; names of a table of stamps are understood."""
    lines = [line for line in outline.lines if line.story in _STORIES]
    texts = [line.text for line in lines]
    stamps = stamps_in(lines)
    told = reviews_in([text if line.cell is None else "" for line, text in zip(lines, texts, strict=True)])
    found = sorted((*told, *stamps.told), key=lambda one: min(one.values()))
    if not found:
        return outcome
    anchors = dict(outcome.anchors)
    for n, one in enumerate(found):
        path = f"/reviews/{n}"
        places = {field: Place(lines[at.line].number, at.start, at.end) for field, at in one.items()}
        first, *rest = sorted(places.values())
        anchors[path] = first._replace(rest=tuple(rest))
        anchors |= {f"{path}/{field}": place for field, place in places.items()}
    known = {lines[n].number for n in stamps.names} | {
        lines[at.line].number for one in stamps.told for at in one.values()
    }
    if stamps.names:
        first, *rest = (Place(lines[n].number, 0, len(texts[n])) for n in stamps.names)
        anchors["/reviews"] = first._replace(rest=tuple(rest))
    notices = tuple(one for one in outcome.notices if one.line not in known)
    reviews = tuple(review_value(one, texts) for one in found)
    return Outcome(outcome.value.model_copy(update={"reviews": reviews}), notices, anchors)


class _Paragraph(NamedTuple):
    """A paragraph that a value holds: the field that it stands in, where in it, and the words."""

    path: ModelPath
    start: int
    text: str


class _Read(NamedTuple):
    paragraphs: list[_Paragraph]
    told: list[Told]

    @property
    def reviews(self) -> tuple[Review, ...]:
        texts = [one.text for one in self.paragraphs]
        return tuple(review_value(one, texts) for one in self.told)


def _read(value: DocumentValue) -> _Read:
    found = list(_paragraphs(value))
    return _Read(found, reviews_in([one.text for one in found]))


def _paragraphs(value: DocumentValue) -> Iterator[_Paragraph]:
    """The paragraphs of a value that are no cells, in about the order of the document."""
    nodes = list(walk(value))
    for name in _ABOVE:
        yield from _of_lists(nodes, name)
    if not (kind_of(value).in_cells or kind_of(value).cells):
        for path, node in nodes:
            start = 0
            for text in str(node.__dict__.get("text") or "").split("\n"):
                yield _Paragraph(path / "text", start, text)
                start += len(text) + 1
    yield from _of_lists(nodes, "closing")


def _of_lists(nodes: Sequence[tuple[ModelPath, Value]], name: str) -> Iterator[_Paragraph]:
    for path, node in nodes:
        for n, text in enumerate(cast(tuple[str, ...], node.__dict__.get(name, ()))):
            yield _Paragraph(path / name / n, 0, text)


def followed_reviews(before: V, after: V) -> V:
    """Return `after`, whose texts were edited, with the reviews that they tell now; those of tables stay."""
    was, now = _read(before).reviews, _read(after).reviews
    if was == now:
        return after
    kept = tuple(one for one in after.reviews if one not in was)
    return after.model_copy(update={"reviews": (*kept, *now)})


def where_told(value: DocumentValue, index: int, field: str) -> tuple[ModelPath, int, int] | None:
    """Return in which paragraph of a value, and where, a field of its review stands; None where none tells it."""
    read = _read(value)
    at = next((n for n, one in enumerate(read.reviews) if one == value.reviews[index]), None)
    words = read.told[at].get(field) if at is not None else None
    if words is None:
        return None
    path, start, _ = read.paragraphs[words.line]
    return path, start + words.start, start + words.end


def telling_reviews(value: V) -> V:
    """Return a value that has a line at its end for each review that none of its paragraphs tells; one given twice is told once."""
    if not value.reviews:
        return value
    told = _read(value).reviews
    name = next((one for one in _TAILS if one in type(value).model_fields), None)
    untold = dict.fromkeys(_line(one) for one in value.reviews if one not in told)
    if name is not None and untold:
        held = cast(tuple[str, ...], value.__dict__[name])
        value = value.model_copy(update={name: (*held, *untold)})
    return value.model_copy(update={"reviews": _read(value).reviews})


def _reviews_in(text: str) -> tuple[Review, ...]:
    lines = text.split("\n")
    return tuple(review_value(one, lines) for one in reviews_in(lines))


def _reviews(reviews: tuple[Review, ...]) -> tuple[Review, ...]:
    return reviews


def _lines(reviews: Sequence[Review]) -> str:
    return "\n".join(map(_line, reviews))


def _line(review: Review) -> str:
    """One line that says a review as readers know it: 审核人：张三；审核时间：2026年1月8日；审核意见：同意。"""
    said = {
        field: held.raw if isinstance(held, Placeholder) else plain(held) if field == "on" else held
        for field in _NAMES
        if (held := cast("str | Placeholder | None", review.__dict__[field])) is not None
    }
    told = "；".join(f"{_NAMES[field]}：{words}" for field, words in said.items())
    return f"{told}。"  # several long lines without a full stop would be read as one that was wrapped


REVIEWS = Phrase("审核", _reviews, _reviews_in, _lines, piecemeal=True)
"""What papers of every kind tell of their reviews, a line each."""
