"""A document as a value: every verb returns a new one, and the bytes of an unchanged one are the very bytes it was opened from."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from types import NoneType
from typing import TYPE_CHECKING

from mzsh_model.binding.identity.carriers import carried
from mzsh_model.binding.identity.fates import Fate
from mzsh_model.binding.identity.recognise import recognised
from mzsh_model.binding.identity.snapshot import Level
from mzsh_model.document.anchored import anchor_above, source_of
from mzsh_model.document.classified import refuse_classified
from mzsh_model.document.moment import stamp
from mzsh_model.document.python_docx import as_python_docx
from mzsh_model.document.seen import seen
from mzsh_model.kernel.errors import BadEdit, expect
from mzsh_model.kernel.outcome import Notice, Outcome
from mzsh_model.kinds.detection import Detection
from mzsh_model.kinds.read import read_outline
from mzsh_model.model.base import Kind
from mzsh_model.model.documents import DocumentValue
from mzsh_model.opc.package import Package
from mzsh_model.opc.save import save_bytes
from mzsh_model.opc.source import Source as FileSource
from mzsh_model.opc.workbook import Sheet
from mzsh_model.outline.lines import Line, Outline
from mzsh_model.reading.explain import Explainer, Reason
from mzsh_model.rules.context import Source
from mzsh_model.rules.finding import CheckResult
from mzsh_model.wml.marking.comments import Comment, sound_comments
from mzsh_model.wml.marking.revisions import Revision, read_revisions

if TYPE_CHECKING:
    from docx.document import Document as PythonDocx

    from mzsh_model.document.redacting.redaction import Redaction


@dataclass(frozen=True)
class Document:
    """A document as a value: its bytes, and what is read from them when asked for."""

    origin: FileSource
    package: Package | None
    sheets: tuple[Sheet, ...] | None = field(default=None, repr=False)

    @cached_property
    def _story(self) -> tuple[Outline, tuple[Notice, ...]]:
        return seen(self.origin, self.package, self.sheets)

    @cached_property
    def _reading(self) -> tuple[Detection, Outcome[DocumentValue]]:
        outline, notices = self._story
        detection, outcome = read_outline(outline)
        notices += detection.doubts
        return detection, Outcome(outcome.value, notices + outcome.notices, outcome.anchors)

    @cached_property
    def _recognition(self) -> tuple[Outcome[DocumentValue], tuple[Fate, ...]]:
        outcome = self._reading[1]
        held = None if self.package is None else carried(self.package, self.outline)
        return (outcome, ()) if held is None else recognised(self.outline, outcome, held)

    @property
    def name(self) -> str:
        """The file's name, empty where there was none."""
        return self.origin.name

    @property
    def outline(self) -> Outline:
        """The lines that a person sees, notes, headers and footers last."""
        return self._story[0]

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the outline; anchors and findings count them from 1."""
        return self.outline.lines

    @property
    def text(self) -> str:
        """The body in the final view, every visible text once, automatic numbers included, one line per line."""
        return self.outline.text

    @property
    def kind(self) -> Kind:
        """Which kind of document it is, as far as title and structure tell."""
        return self._reading[0].kind

    @property
    def kind_reason(self) -> str:
        """Why it is taken for that kind, one sentence in Chinese."""
        return self._reading[0].reason

    @cached_property
    def comments(self) -> tuple[Comment, ...]:
        """The comments with threads and anchors, by place; none in a text file, BadPackage where their part is damaged."""
        return () if self.package is None else sound_comments(self.package, self.outline)

    @cached_property
    def revisions(self) -> tuple[Revision, ...]:
        """The tracked changes in document order; none in a text file."""
        return () if self.package is None else read_revisions(self.package, self.outline)

    def read(self) -> Outcome[DocumentValue]:
        """Return the model value, its anchors, and what was not understood. Content never raises.

        In a bound file the items have the ids they were bound with, however it was edited since.

        Raises:
            BadPackage: the main part is damaged.
        """
        return self._recognition[0]

    def explain(self, path: str) -> tuple[Reason, ...]:
        """Return why the part of the value at `path` is read as what it is: its chapter and its list, signs with weights.

        Raises:
            BadPath: nothing that was read stands at that path.
        """
        return self._explainer.explain(anchor_above(self.read().anchors, path))

    @cached_property
    def _explainer(self) -> Explainer:
        return Explainer(self.outline)

    @property
    def fates(self) -> tuple[Fate, ...]:
        """What became of each bound item since: edited, moved, split, deleted, …; nothing in a file that was never bound."""
        return self._recognition[1]

    def source_of(self, value: DocumentValue) -> Source:
        """Return what a check needs of this document: its lines, and the places of the parts that `value` still has.

        Raises:
            StaleAnchor: the value is of another kind than this document.
        """
        expect(value, (DocumentValue,), "值", "doc.read().value 或改过的同一文种的值")
        return source_of(self.outline, self.read(), value)

    def write(self, value: DocumentValue, *, tracked: str | None = None, now: datetime | None = None) -> Document:
        """Return the document that says `value`: only the words that differ are written, every other byte stays.

        With `tracked` the changes are tracked changes of that author, made at `now`. What was written is read back before
        this returns; a value that the document says already gives the document itself.

        Raises:
            BadEdit: a change that cannot be stored faithfully in this file; nothing was written.
            WrongKind: the value is another kind of document.
        """
        refuse_classified(self.lines)
        expect(value, (DocumentValue,), "write 的第一个参数", "doc.read().value 或改过的同一文种的值")
        expect(tracked, (str, NoneType), "tracked", "修订的作者姓名")
        if self.package is None:
            from mzsh_model.document.plain import written_text

            return written_text(self, value, tracked)
        from mzsh_model.binding.put.write import Tracking, write_value

        made = None if tracked is None else Tracking(tracked, stamp(now))
        package = write_value(self.package, self.outline, self.read(), value, tracking=made)
        return self._with(package)

    def annotate(self, result: CheckResult, *, now: datetime | None = None) -> Document:
        """Return the document with the findings of `result` as Word comments on their words; doing it twice is once.

        Comments of ours whose finding is gone are taken out, unless somebody answered or resolved them. `now` dates new ones.

        Raises:
            BadEdit: a text file, or one that nobody may write into (signed, protected, with a secrecy mark).
            StaleAnchor: the result is not of this document.
        """
        from mzsh_model.binding.annotation.annotate import annotated

        expect(result, (CheckResult,), "annotate 的参数", "mz.check 的结果")
        return self._with(annotated(self._word(), self.outline, result, date=stamp(now)))

    def clean(self) -> Document:
        """Return the document without the comments that `annotate` wrote, to the byte; other people's stay.

        Raises:
            BadEdit: nobody may write into the file (signed, protected, with a secrecy mark).
        """
        from mzsh_model.binding.annotation.clean import cleaned

        refuse_classified(self.lines)
        return self if self.package is None else self._with(cleaned(self.package))

    def bind(self, value: DocumentValue, *, level: Level | str = Level.IDS, seed: str | None = None) -> Document:
        """Return the document with its items marked, so that they are known again after people edited the file.

        `level` says how much a file remembers: `ids` and fingerprints, or (`full`) its sentences too, which a file that
        leaves the house should not. With `seed` the same document gives the same bytes.

        Raises:
            BadEdit: a text file, one that nobody may write into, or no such level.
            StaleAnchor: the value does not say what the document says: write it first.
        """
        from mzsh_model.binding.identity.bind import bound

        expect(value, (DocumentValue,), "bind 的第一个参数", "doc.read().value")
        if level not in tuple(Level):
            raise BadEdit("bind-level", "level 只能是 ids（只记编号和指纹）或 full（连句子一起记）")
        return self._with(bound(self._word(), self.outline, self.read(), value, level=Level(level), seed=seed))

    def finalize(self) -> Document:
        """Return the document without anything of ours in it: bookmarks, snapshot, properties, comments.

        Raises:
            BadEdit: nobody may write into the file (signed, protected, with a secrecy mark).
        """
        from mzsh_model.binding.identity.finalize import finalized

        refuse_classified(self.lines)
        return self if self.package is None else self._with(finalized(self.package))

    def accept(self, *, author: str | None = None, at: str | None = None) -> Document:
        """Return the document with its tracked changes accepted: all, those of `author`, those that touch the item at `at`.

        Raises:
            BadEdit, BadPath: nobody may write, a change cannot be settled faithfully, or nothing stands at that path.
        """
        return self._revised(author, at, accept=True)

    def reject(self, *, author: str | None = None, at: str | None = None) -> Document:
        """Return the document with its tracked changes rejected, chosen and refused as by `accept`."""
        return self._revised(author, at, accept=False)

    def reply(self, comment: Comment | str, text: str, *, author: str, now: datetime | None = None) -> Document:
        """Return the document with an answer of `author` to a comment (or its id), made at `now`; nothing else is touched.

        Raises:
            BadEdit: no such comment, or nobody may write into the file.
        """
        from mzsh_model.document.replying import replied

        return self._with(replied(self._word(), self.outline, self.comments, comment, text, author, stamp(now)))

    def redact(self, redaction: Redaction | None = None, *, drop_embedded: bool = False) -> Document:
        """Return the document with names, posts, units, telephones and numbers replaced, in every part, by placeholders.

        Without a `redaction` what the reader finds here goes. Files of other programs are refused, or dropped on request.

        Raises:
            BadEdit: nobody may write into the file, or a word would be left in some part.
        """
        from mzsh_model.document.redacting.redaction import redacted

        return redacted(self, redaction, drop_embedded=drop_embedded)

    def scrub(self) -> Document:
        """Return the document without what Word notes of its authors: their names, sessions, paths, counts, properties.

        Raises:
            BadEdit: nobody may write into the file (signed, protected, with a secrecy mark).
        """
        from mzsh_model.document.redacting.redaction import scrub

        return scrub(self)

    def _revised(self, author: str | None, at: str | None, *, accept: bool) -> Document:
        from mzsh_model.document.revising import revised

        return self._with(revised(self._word(), self.outline, self.read().anchors, author, at, accept=accept))

    def _word(self) -> Package:
        refuse_classified(self.lines)
        if self.package is None:
            raise BadEdit("edit-text-file", "纯文本文件里放不下批注和书签。请另存为 .docx 再用")
        return self.package

    def _with(self, package: Package) -> Document:
        return self if package is self.package else replace(self, package=package)

    def to_docx(self) -> PythonDocx:
        """Return the document as python-docx has it, for what that can do; changes there change nothing here.

        Hand it to `mz.open` to come back. python-docx writes every part anew: the bytes are others, the text is not.

        Raises:
            WrongKind: not a Word file.
            BadPackage: python-docx cannot open it (a template, a file with macros).
        """
        return as_python_docx(None if self.package is None else self.to_bytes())

    def to_bytes(self) -> bytes:
        """Return the document's bytes; of an unchanged one the very bytes it was opened from."""
        return self.origin.data if self.package is None else self.package.to_bytes()

    def save(self, path: str | os.PathLike[str], *, over_input: bool = False) -> None:
        """Write the document to `path`, all or nothing. The file it was opened from is only overwritten if `over_input`.

        Raises:
            SaveError: the target is as it was before.
        """
        save_bytes(path, self.to_bytes(), opened=self.origin.identity, over_input=over_input)
