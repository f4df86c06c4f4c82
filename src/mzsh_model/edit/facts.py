"""What the whole document says here and there: year, unit, figures, the meeting; read again when a text changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar, cast

from mzsh_model.kernel.path import ROOT, ModelPath
from mzsh_model.kinds.detection import detect_kind
from mzsh_model.kinds.registry import AnyKind, kind_of
from mzsh_model.kinds.seen import Seen
from mzsh_model.model.base import Value
from mzsh_model.model.documents import DocumentValue
from mzsh_model.model.parts import Section, Signature
from mzsh_model.model.people import Member
from mzsh_model.model.rebuild import updated
from mzsh_model.outline.blocks import Block
from mzsh_model.outline.lines import Line, Outline
from mzsh_model.outline.paragraphs import Blocks
from mzsh_model.outline.tree import Node
from mzsh_model.reading.draft import Draft, Span, whole
from mzsh_model.reading.frame.front import Front, organisation_of, read_front, year_of
from mzsh_model.reading.own_names import NO_NAMES
from mzsh_model.reading.skeleton import Skeleton, read_organisation
from mzsh_model.reading.tables.column_names import LedgerTable

DocT = TypeVar("DocT", bound=DocumentValue)
_SIGNED = ROOT / "signature" / "name"


@dataclass(frozen=True, slots=True)
class Facts:
    """Fields of a document by name as its texts give them; `places` tells in which text, and where, each stands."""

    fields: Mapping[str, object]
    places: Mapping[str, tuple[ModelPath, int, int]]

    def at(self, path: ModelPath) -> object:
        """Return the fact at a path of the document, None where no text states it."""
        return held_at(self.fields, path)


def held_at(fields: Mapping[str, object], path: ModelPath) -> object:
    """Return what stands at a path below some fields, None where the path ends before."""
    first, *rest = path.parts
    at = fields.get(first)
    for step in rest:
        if isinstance(at, tuple):
            entries = cast(tuple[object, ...], at)
            at = entries[int(step)] if int(step) < len(entries) else None
        else:
            at = at.__dict__.get(step) if isinstance(at, Value) else None
    return at


def facts_of(value: DocumentValue) -> Facts:
    """Read the facts from the texts that `value` holds; of what stands in texts that it does not hold, nothing."""
    texts = list(_texts(value))
    spans = {path: whole(block) for (path, _), block in zip(texts, _blocks(text for _, text in texts), strict=True)}
    skeleton = _skeleton(spans)
    for beside in (ROOT / "title", _SIGNED):
        spans.pop(beside, None)
    fields = kind_of(value).told(value, skeleton, spans)
    if fields:
        fields |= {"year": skeleton.year, "organisation": read_organisation(skeleton)}
    places: dict[str, tuple[ModelPath, int, int]] = {}
    for path, place in skeleton.draft.anchors.items():
        if not place.rest:
            places[path] = (texts[place.line - 1][0], place.start, place.end)
    return Facts(fields, places)


def opening_reads(value: DocumentValue) -> tuple[bool, AnyKind]:
    """Tell whether title and preamble are read as such where they stand alone, and which kind of document they make."""
    texts = [(path, text) for path, text in _texts(value) if path.parts[0] in ("title", "preamble")]
    blocks = _blocks(text for _, text in texts)
    front = read_front(blocks)
    lines = tuple(cast(tuple[str, ...], value.__dict__.get("preamble", ())))
    reads = front.title_text == value.title and tuple(span.text for span in front.preamble) == lines
    spans = {path: whole(block) for (path, _), block in zip(texts, blocks, strict=True)}
    tables = (LedgerTable([], (), []),) if kind_of(value).in_cells else ()
    return reads, detect_kind(Seen(_skeleton(spans), tables)).spec


def followed(before: DocT, after: DocT) -> DocT:
    """Return `after`, whose texts were edited, with the facts that its texts give now.

    A fact that the texts of `before` did not give stands in a text that the value does not hold, and stays.
    """
    if before.title == after.title and _signed(before) == _signed(after) and not _states_any(before, after):
        return after
    was, now = facts_of(before).fields, facts_of(after).fields
    told: dict[str, object] = {}
    for name, read in was.items():
        held = after.__dict__[name]
        if (fresh := _follow(held, read, now[name])) is not held:
            told[name] = fresh
    return updated(after, told) if told else after


def _states_any(before: DocT, after: DocT) -> bool:
    """Whether one of the texts that differ states a fact: by itself, or by the heading that it stands under.

    What a heading says may be told of all that stands below it.
    """
    old, new = ({path: text for path, text in _texts(one) if path != _SIGNED} for one in (before, after))
    kept = set(old.values()) & set(new.values())
    was, now = ({path: text for path, text in texts.items() if text not in kept} for texts in (old, new))
    if any(path.parts[-1] == "heading" for path in (*was, *now)) or _numbers(before) != _numbers(after):
        return True
    return _told_by(before, was) != _told_by(before, {}) or _told_by(after, now) != _told_by(after, {})


def _numbers(value: DocumentValue) -> list[str | None]:
    """The numbers of the headings: what is told by headings has theirs."""
    return [section.label for section in cast(tuple[Section, ...], value.__dict__.get("sections", ()))]


def _told_by(value: DocumentValue, texts: Mapping[ModelPath, str]) -> dict[str, object]:
    """The facts that some texts of a value state."""
    spans = dict(zip(texts, map(whole, _blocks(texts.values())), strict=True))
    return kind_of(value).told(value, _skeleton(spans), spans)


def _follow(held: object, was: object, now: object) -> object:
    if was == now:
        return held
    if held == was:
        return now
    if isinstance(held, Value) and isinstance(was, Value) and isinstance(now, Value) and type(held) is type(now):
        parts = {name: _follow(part, was.__dict__[name], now.__dict__[name]) for name, part in held.__dict__.items()}
        return held.model_copy(update=parts)
    return held


def _blocks(texts: Iterable[str]) -> list[Block]:
    return [Block(text, ((0, n, 0, len(text)),), Line(n, text)) for n, text in enumerate(texts, 1)]


def _skeleton(spans: Mapping[ModelPath, Span]) -> Skeleton:
    draft = Draft(Outline(tuple(span.block.line for span in spans.values())))
    title = spans.get(ROOT / "title")
    opening = tuple(span for path, span in spans.items() if path.parts[0] == "preamble")
    front = Front(title=(title,) if title else (), preamble=opening)
    signed = spans.get(_SIGNED)
    return Skeleton(draft, Blocks(()), Node(), front, (signed.block,) if signed else (), _year(draft, title), NO_NAMES)


def _year(draft: Draft, title: Span | None) -> int | None:
    found = year_of(title.text) if title else None
    if title is None or found is None:
        return None
    draft.anchor_span("/year", Span(title.block, *found[1:]))
    return found[0]


def _texts(value: DocumentValue) -> Iterator[tuple[ModelPath, str]]:
    """The texts that facts are read from, in about the order of the document."""
    if value.title is not None:
        yield ROOT / "title", value.title
    yield from kind_of(value).texts(value)
    if (signed := _signed(value)) is not None:
        yield _SIGNED, signed


def _signed(value: DocumentValue) -> str | None:
    """Who signs, where that may tell the unit: no post beside a name does so above it."""
    subject, signature = value.__dict__.get("subject"), value.__dict__.get("signature")
    post = subject.post if isinstance(subject, Member) else None
    name = signature.name if isinstance(signature, Signature) else None
    return name if isinstance(name, str) and (post is None or organisation_of(post) is None) else None
