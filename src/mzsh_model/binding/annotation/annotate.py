"""The findings of a check as comments on their words: what is there already stays, what is gone goes, the rest comes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mzsh_model.binding.annotation.anchoring import Anchoring, Seat
from mzsh_model.binding.annotation.notes import (
    AUTHOR,
    INITIALS,
    advises,
    code_of,
    finding_note,
    gist,
    summary_note,
    whereabouts,
)
from mzsh_model.binding.annotation.ours import OurComment, our_comments
from mzsh_model.binding.put.verify import not_stored
from mzsh_model.kernel.errors import BadEdit, StaleAnchor
from mzsh_model.kernel.place import Place
from mzsh_model.opc.package import Package
from mzsh_model.outline.lines import Line, Outline
from mzsh_model.rules.finding import CheckResult, Finding
from mzsh_model.wml.editing.compose import Composer
from mzsh_model.wml.editing.part import finder_of
from mzsh_model.wml.editing.protection import Writing
from mzsh_model.wml.editing.splice import Splice, spliced
from mzsh_model.wml.marking.comment_check import comment_texts, marked_words
from mzsh_model.wml.marking.comment_marks import Anchor, CommentMarker, without_marks
from mzsh_model.wml.marking.comments import read_comments
from mzsh_model.wml.marking.comments_part import NewComment, unused_idents, write_comments
from mzsh_model.wml.placing.markup import Markup
from mzsh_model.wml.placing.spans import Finder


class _Note(NamedTuple):
    """A comment that the document shall have."""

    seat: Seat
    paragraphs: tuple[str, ...]

    @property
    def place(self) -> Place:
        return self.seat.anchor.place

    @property
    def gist(self) -> str:
        return gist("\n".join(self.paragraphs))


def annotated(package: Package, outline: Outline, result: CheckResult, *, date: str) -> Package:
    """Return the package with the findings of `result` as comments, and with a summary on the title.

    `outline` is what was read from the package; `date` is that of new comments (ISO 8601, as w:date has it). Findings on
    the same words share a comment. A finding that has its comment there already leaves it as it is; with nothing to
    change, the result is the package itself. Comments of ours on what is not found any more go, unless somebody answered
    them or marked them resolved. Other people's comments and answers stay, byte for byte. Whatever comes after a
    comment's code is somebody's own word: it is no comment of ours then.

    Raises:
        BadEdit: nobody may write into the file (signed, protected), it cannot be written byte by byte, or it has no words.
        BadPackage: its comments are damaged.
        StaleAnchor: `outline` or `result` is not of this package.
    """
    marker = _marker(package, outline)
    ours = our_comments(package, outline)
    settled = [one for one in ours if one.settled]
    notes = _notes(result, Anchoring(outline.lines, marker), settled)
    known, gone = _compared(notes, [one for one in ours if not one.settled])
    if len(known) == len(notes) and not gone:
        return package
    unused = unused_idents(package, gone.keys())
    idents = [known.get(n) or next(unused) for n in range(len(notes))]
    # the lines that change are marked anew as a whole, so that they are cut as if marked for the first time
    lines = {note.place.line for n, note in enumerate(notes) if n not in known} | set(gone.values())
    placed = [(note, ident) for note, ident in zip(notes, idents, strict=True) if note.place.line in lines]
    cleared = without_marks(package, {*gone, *(ident for _, ident in placed)})
    if cleared is not package:
        marker = _marker(cleared, outline)
    main = package.main_part
    marked = cleared.with_parts({main: spliced(cleared.read(main), _marks(outline.lines, marker, placed))})
    new = [
        NewComment(idents[n], AUTHOR, INITIALS, date, note.paragraphs) for n, note in enumerate(notes) if n not in known
    ]
    written = write_comments(marked, marker.w, new, gone.keys())
    _verify(written, outline, placed, new)
    return written


def _marker(package: Package, outline: Outline) -> CommentMarker:
    main = package.main_part
    markup = Markup(package.read(main), main)
    return CommentMarker(package, _finder(package, markup, outline), Composer(markup), outline.lines)


def _finder(package: Package, markup: Markup, outline: Outline) -> Finder:
    return finder_of(package, markup, Writing.COMMENTS, hiding=any(line.hidden for line in outline.lines))


def _notes(result: CheckResult, anchoring: Anchoring, settled: Sequence[OurComment]) -> list[_Note]:
    """The comments that the document shall have beside the settled ones, in the order of their anchors, the summary first."""
    held = {(one.comment.place, code) for one in settled for code in one.codes}
    seats: dict[Anchor, Seat] = {}
    said: dict[Anchor, list[tuple[Finding, str]]] = {}
    for finding in result.findings:
        seat, away = anchoring.of(finding)
        if (seat.anchor.place, code_of(finding)) not in held:
            where = whereabouts(finding, anchoring.line_of(finding), away=away)
            seats.setdefault(seat.anchor, seat)
            said.setdefault(seat.anchor, []).append((finding, where))
    summary = _Note(anchoring.title, summary_note(result))
    known = {(one.comment.place, gist(one.comment.text)) for one in settled}
    notes = [] if (summary.place, summary.gist) in known else [summary]
    texts = [one.comment.text for one in settled]
    # rules whose advice a comment gives that stays or comes earlier
    advised = {finding.code for finding in result.findings if any(advises(text, finding) for text in texts)}
    for anchor in sorted(said, key=lambda one: one.rank):
        notes.append(_Note(seats[anchor], finding_note(said[anchor], advised)))
        advised.update(finding.code for finding, _ in said[anchor])
    return sorted(notes, key=_rank)


def _compared(notes: Sequence[_Note], standing: Iterable[OurComment]) -> tuple[dict[int, str], dict[str, int]]:
    """Which notes are there already, under which id; and which comments go, from which line (0 where from none)."""
    there: dict[tuple[Place | None, str], list[OurComment]] = {}
    for one in standing:
        there.setdefault((one.comment.place, gist(one.comment.text)), []).append(one)
    known: dict[int, str] = {}
    for n, note in enumerate(notes):
        if found := there.get((note.place, note.gist)):
            known[n] = found.pop(0).comment.id
    left = (one.comment for found in there.values() for one in found)
    return known, {comment.id: comment.place.line if comment.place else 0 for comment in left}


def _marks(lines: Sequence[Line], marker: CommentMarker, placed: Iterable[tuple[_Note, str]]) -> Iterator[Splice]:
    """The splices that put the marks of notes, line by line."""
    by_line: dict[int, list[tuple[Anchor, str]]] = {}
    for (seat, _), ident in placed:
        # where a host stands in the bytes may have changed since
        anchor = seat.anchor if seat.anchor.host is None else marker.anchor(seat.line, seat.start, seat.end)
        by_line.setdefault(anchor.place.line, []).append((anchor, ident))
    for number, comments in by_line.items():
        yield from marker.put(lines[number - 1], comments)


def _verify(written: Package, outline: Outline, placed: Sequence[tuple[_Note, str]], new: Iterable[NewComment]) -> None:
    """Read back the lines that were marked, and what the new comments say; a mark in the bytes of a host, with all else.

    Raises:
        BadEdit: a comment is not where it was put, or does not say what was written, or the text is not what it was.
    """
    found: dict[str, Place | None] = {}
    try:
        if any(note.seat.anchor.host is not None for note, _ in placed):
            found.update((comment.id, comment.place) for comment in read_comments(written, outline).comments)
        else:
            main = written.main_part
            finder = _finder(written, Markup(written.read(main), main), outline)
            for number in {note.place.line for note, _ in placed}:
                found.update(marked_words(finder, outline.lines[number - 1]))
    except (StaleAnchor, BadEdit) as error:
        raise not_stored() from error
    stored = all(found.get(ident) == note.place for note, ident in placed)
    texts = comment_texts(written)
    if not stored or any(gist(texts.get(one.ident, "")) != gist("\n".join(one.paragraphs)) for one in new):
        raise not_stored()


def _rank(note: _Note) -> tuple[int, ...]:
    return note.seat.anchor.rank
