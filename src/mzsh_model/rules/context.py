"""What a rule may look at beside its subject: the whole value, its links, the profile, today; never XML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import cast

from mzsh_model.chinese.unsaid import is_unsaid
from mzsh_model.kernel.dates import find_dates
from mzsh_model.kernel.days import latest
from mzsh_model.kernel.outcome import Notice
from mzsh_model.kernel.path import ModelPath
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.place import Place
from mzsh_model.kernel.spelling import find_aliases
from mzsh_model.model.base import Role, Value
from mzsh_model.model.catalogue import AspectSet, load_catalogue
from mzsh_model.model.documents import LedgerEntry
from mzsh_model.model.items import Aspect, Issue, Link, Measure
from mzsh_model.model.parts import Section
from mzsh_model.model.walk import walk
from mzsh_model.outline.lines import Outline
from mzsh_model.rules.meeting_day import earliest_month
from mzsh_model.rules.patches import Patch, patch_line
from mzsh_model.rules.profile import Profile

_ITEMS = ("/issues/", "/causes/", "/measures/", "/case_reflections/", "/prior_issues/")
_REMARK = lazy_pattern(r"/sections/\d+/remarks/\d+")
_SENTENCES = lazy_pattern("[。；！？].")
_TITLES = frozenset({"/title", "/addressee", "/number"})

_NOWHERE: Mapping[str, Place] = MappingProxyType({})

_AS_OF = lazy_pattern(r"(?:填[报表写制]|制表|更新|统计|报送|上报|编制)(?:日期|时间|截止)|截[至止]")
_MEASURES = lazy_pattern("措施|举措|整改|改进|办法|打算|方向|对策|思路|承诺|怎么改")
_CLOSE = 4
"""So few characters may stand between such a word and its day."""


@dataclass(frozen=True, slots=True)
class Source:
    """The document behind a value: its lines, the places of the value's parts, the reader's notices."""

    outline: Outline
    anchors: Mapping[str, Place]
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True)
class Context:
    """One check's surroundings, shared by all rules and changed by none; the reader's notices with or without the document."""

    value: Value
    profile: Profile
    day: date
    source: Source | None
    notices: tuple[Notice, ...] = ()

    @cached_property
    def today(self) -> date:
        """The day on which it is judged; that a rule asked for it is remembered: such a result is of that day only."""
        return self.day

    @property
    def was_asked_the_day(self) -> bool:
        """Whether a rule asked which day it is."""
        return "today" in self.__dict__

    @cached_property
    def standing_on(self) -> str:
        """The last day of which the document tells, by itself (填报日期：2026年3月20日, 截至2026年3月), else today; as `2026-03-20`."""
        value = cast(tuple[str, ...], (*getattr(self.value, "preamble", ()), *getattr(self.value, "closing", ())))
        lines = self.source.outline.lines if self.source is not None else ()
        for line in (*value, *(one.text for one in lines if one.cell is None)):
            for told in _AS_OF.finditer(line):
                day = next((one for one in find_dates(line[told.end() :]) if one.start <= _CLOSE), None)
                if day is not None and day.date.possible and (last := latest(day.date.edtf)):
                    return last
        return self.today.isoformat()

    @cached_property
    def year(self) -> int | None:
        """The document's year."""
        year = getattr(self.value, "year", None)
        return year if isinstance(year, int) else None

    @cached_property
    def is_member_paper(self) -> bool:
        """Whether it is one member's own paper."""
        return getattr(self.value, "scope", None) == "member"

    @cached_property
    def is_of_a_team(self) -> bool:
        """Whether it is surely a team's: a report, or a paper that says so; of whose it is unknown nothing is asked."""
        return getattr(self.value, "scope", "team") == "team"

    @cached_property
    def issues(self) -> tuple[tuple[str, Issue], ...]:
        """Every issue of the document with its path."""
        return tuple((path, node) for path, node in walk(self.value, frozenset({Issue})) if isinstance(node, Issue))

    @cached_property
    def measures(self) -> tuple[tuple[str, Measure], ...]:
        """Every measure of the document with its path."""
        return tuple((path, node) for path, node in walk(self.value, frozenset({Measure})) if isinstance(node, Measure))

    @cached_property
    def asks_for_measures(self) -> bool:
        """Whether a table has a column for measures, or holds any: a list of problems alone has none."""
        names = cast(tuple[str, ...], getattr(self.value, "columns", ()))
        return not names or bool(self.measures) or any(_MEASURES.search(name) for name in names)

    @cached_property
    def names_owners(self) -> bool:
        """Whether any measure says who answers for it; a table without such a column says nothing of anybody."""
        return any(measure.owner is not None for _, measure in self.measures)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The value's links."""
        return cast(tuple[Link, ...], getattr(self.value, "links", ()))

    @cached_property
    def aspects(self) -> tuple[Aspect, ...]:
        """The aspects that the document examines itself by."""
        return cast(tuple[Aspect, ...], getattr(self.value, "aspects", ()))

    @cached_property
    def aspect_set(self) -> AspectSet | None:
        """The set of the yearly catalogue that the document follows: of its year where that is known, told by those it names."""
        ids = {aspect.id for aspect in self.aspects}
        best: tuple[int, AspectSet] | None = None
        for one in load_catalogue():
            named = [aspect for aspect in one.aspects if aspect.id in ids]
            if self.year in (None, one.year) and one.is_told_by(named) and (best is None or len(named) > best[0]):
                best = (len(named), one)
        return None if best is None else best[1]

    @cached_property
    def earliest_month(self) -> str | None:
        """The month before which the document's meeting cannot have been held; see `meeting_day`."""
        return earliest_month(self)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The value's headings."""
        return cast(tuple[Section, ...], getattr(self.value, "sections", ()))

    @cached_property
    def closing(self) -> tuple[str, ...]:
        """The paragraphs at the end that belong to no item."""
        return cast(tuple[str, ...], getattr(self.value, "closing", ()))

    @cached_property
    def text(self) -> str:
        """The body's text, empty without a document."""
        return "" if self.source is None else self.source.outline.text

    @cached_property
    def text_behind_issues(self) -> str:
        """The body's text from the first problem on, empty without a document."""
        first = min((self.anchors[path].line for path, _ in self.issues if path in self.anchors), default=0)
        lines = self.source.outline.lines[first - 1 :] if self.source is not None and first else ()
        return "\n".join(line.text for line in lines if line.story == "body")

    @cached_property
    def aliases(self) -> Mapping[str, tuple[tuple[int, int], ...]]:
        """By alias in small letters: line and character of every place where the body has it, in order."""
        found: dict[str, list[tuple[int, int]]] = {}
        for line in self.source.outline.lines if self.source else ():
            for alias in find_aliases(line.text):
                found.setdefault(alias.raw.lower(), []).append((line.number, alias.start))
        return {word: tuple(places) for word, places in found.items()}

    @cached_property
    def anchors(self) -> Mapping[str, Place]:
        """Where the value's parts stand, nothing without a document."""
        return self.source.anchors if self.source is not None else _NOWHERE

    @cached_property
    def prior_lines(self) -> frozenset[int]:
        """The lines of the part that tells of last year."""
        told = ("/prior", *(f"/sections/{at}/" for at, one in enumerate(self.sections) if one.role is Role.PRIOR))
        return frozenset(place.line for path, place in self.anchors.items() if path.startswith(told))

    @cached_property
    def lines_ahead(self) -> frozenset[int]:
        """The lines that tell what is to be done: from the first measure, or the first line about what follows, to the end."""
        told = ("/measures/", "/followup/", "/closing/")
        first = min((place.line for path, place in self.anchors.items() if path.startswith(told)), default=0)
        return (
            frozenset(range(first, len(self.source.outline.lines) + 1))
            if self.source is not None and first
            else frozenset()
        )

    @cached_property
    def heading_lines(self) -> frozenset[int]:
        """The lines on which headings and the title stand."""
        told = [at for path, at in self.anchors.items() if path.endswith("/heading") or path in _TITLES]
        return frozenset(part.line for at in told for part in at.parts)

    @cached_property
    def formal_lines(self) -> frozenset[int]:
        """The lines of what every paper of its kind has in about the same words, and no item stands in.

        These are headings, the paragraphs at the end, one sentence that leads in the items below it, the declaration of
        personal matters.
        """
        told = ("/closing/", "/signature/", "/addressee", "/personal_matters/")
        formal = {part.line for at, place in self.anchors.items() if at.startswith(told) for part in place.parts}
        leads = (place for at, place in self.anchors.items() if _REMARK.fullmatch(at) and self._leads_in(at, place))
        formal |= {place.line for place in leads}
        return self.heading_lines | (formal - self._item_lines)

    def _leads_in(self, at: str, place: Place) -> bool:
        """Whether a remark is one sentence right above an item, in the part that the item stands in."""
        section = self.sections[int(at.split("/")[2])]
        words = section.remarks[int(at.split("/")[4])].strip()
        following = min((line for line in self._item_lines if line > place.line), default=0)
        between = any(place.line < line < following for line in self.heading_lines)
        return bool(following) and not between and _SENTENCES.search(words) is None

    @cached_property
    def _item_lines(self) -> frozenset[int]:
        """The lines on which problems, causes, measures, cases and last year's problems stand."""
        return frozenset(
            part.line for at, place in self.anchors.items() if at.startswith(_ITEMS) for part in place.parts
        )

    @cached_property
    def is_hard_wrapped(self) -> bool:
        """Whether its lines were cut at a fixed width: their ends are no ends of paragraphs."""
        return any(notice.code == "hard-wrap" for notice in self.notices)

    @cached_property
    def is_unsure(self) -> bool:
        """Whether a part may be another than the one it was read as: then what is not found may stand in it."""
        return any(notice.code == "reading-unsure" for notice in self.notices)

    @cached_property
    def length(self) -> int:
        """How many characters the body has, white space left out."""
        return len("".join(self.text.split()))

    def around(self, path: str) -> tuple[str, str]:
        """Return what stands on the line of a part before it and after it, nothing without a document."""
        place = self.anchors.get(path)
        if self.source is None or place is None:
            return "", ""
        text = self.source.outline.lines[place.line - 1].text
        return text[: place.start], text[place.end :]

    def patch(self, path: str, text: str, start: int, end: int, new: str) -> tuple[Patch, ...]:
        """Return the patch of characters `start` to `end` of `text`, which is all that stands at `path`.

        There is none without a document, and where the words run over several lines or stand in it otherwise.
        """
        place = self.anchors.get(path)
        if self.source is None or place is None or place.rest:
            return ()
        line = self.source.outline.lines[place.line - 1]
        if line.text[place.start : place.end] != text:
            return ()
        return patch_line(line, place.start + start, place.start + end, new)

    def is_nobody(self, owner: str) -> bool:
        """Whether what stands where somebody should be named names nobody in particular."""
        return owner in self.profile.vague_owners or is_unsaid(owner, "owner")

    @staticmethod
    def number_of(entry: LedgerEntry, at: str) -> str:
        """Return what to call a ledger's entry: the number it was given, else its place in the list, counted from 1."""
        given = (entry.number or "").strip(".．、 ")
        return given or str(int(ModelPath(at).parts[-1]) + 1)

    def heading_of(self, role: Role) -> str:
        """Return the path of the first heading of a part, the title's where there is none: for what is missing."""
        for index, section in enumerate(self.sections):
            if section.role is role:
                return f"/sections/{index}"
        return "/title"

    @property
    def meeting_told_at(self) -> str | None:
        """Where a report tells of the meeting: the heading of that part, the title where it has none at all; None where no heading is read as such."""
        written = {section.role for section in self.sections}
        if not written:
            return "/title"
        role = next((role for role in (Role.MEETING, Role.ISSUES) if role in written), None)
        return None if role is None else self.heading_of(role)
