"""Who answers for a measure: as a field names him, else whom all that stands round persons and units speaks for."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, cached_property

from mzsh_model.chinese.fields import field_names
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.reading.answerers import SEES_TO, SHORT_UNIT, UNIT, UNITS, Answerer, all_known, answerers, named_in
from mzsh_model.reading.told_facts import Fact, department_of, has_owner_field, named_owner, names_nobody
from mzsh_model.reading.words.persons import post_word


@cache
def _unmarked(field: str) -> re.Pattern[str]:
    """A field of prose without its colon, alone in a clause: 牵头领导张三，责任单位办公室。"""
    names = "|".join(sorted(field_names()[field].prose, key=len, reverse=True))
    return re.compile(rf"(?:^|(?<=[，,。；;（(\s]))(?:{names})([\u4e00-\u9fff、]{{2,16}})(?=[，,。；;）)\s]|$)")


def _in_field(text: str, field: str) -> Fact | None:
    """Who stands in a field without its colon: persons in that of the owner, units in that of the department."""
    for found in _unmarked(field).finditer(text):
        who = named_in(text, *found.span(1), None)
        named = who is not None and who[1] == found.end(1) and who[2] == (field == "department")
        if named or (field == "owner" and len(found[1]) <= SHORT_UNIT and post_word(found[1])):
            return Fact(found[1], *found.span(1))
    return None


class Answering:
    """What a text says of who answers for it; what was looked for once is not looked for again.

    `known` are names of persons, told elsewhere, whatever their surnames.
    """

    def __init__(self, text: str, known: Collection[str] = ()) -> None:
        self._text = text
        self._known = known

    @property
    def owner(self) -> Fact | None:
        """Who is made responsible: as a field or a phrase names him, else who answers by all that is round him."""
        text, known = self._text, self._known
        if not known:
            return self._by_itself
        best = _surest(text, known)
        if best is not None and not has_owner_field(text) and all_known(text[best.start : best.end], known):
            return best.told_in(text)  # one who was there, not the unit before a date
        return self._named or (None if best is None else best.told_in(text))

    def department(self, *, led: bool = False) -> Fact | None:
        """The responsible department where it is told beside the responsible person, in a field of its own.

        `led`: the person is named in another line.
        """
        if (marked := department_of(self._text, beside=led)) is not None:
            return marked
        if self._in_field is not None:
            return _in_field(self._text, "department")
        return _unit_beside(self._text, self._by_itself)

    @cached_property
    def _in_field(self) -> Fact | None:
        return _in_field(self._text, "owner")

    @cached_property
    def _named(self) -> Fact | None:
        return self._in_field or named_owner(self._text)

    @cached_property
    def _by_itself(self) -> Fact | None:
        """Who answers as far as the text alone tells; weighing all is dear, so only where nobody is named."""
        if self._named is not None:
            return self._named
        best = _surest(self._text, ())
        return None if best is None else best.told_in(self._text)


def owner_of(text: str, known: Collection[str] = ()) -> Fact | None:
    """Return who a measure makes responsible."""
    return Answering(text, known).owner


def _surest(text: str, known: Collection[str]) -> Answerer | None:
    found = answerers(text, known)
    return max(found, key=lambda one: (one.weight, all_known(text[one.start : one.end], known)), default=None)


_DOES = lazy_pattern(
    rf"(?:^|(?<=[，,；;。]))(?:(?P<by>[^，,；;。：:]{{0,16}}由)|)(?P<unit>{UNIT.pattern})(?P<does>[\u4e00-\u9fff]{{2,10}})(?=[，,；;。]|$)"
)
_SEES_IT_DONE = lazy_pattern(r"(?:具体|负责|抓好|组织)*(?:落实|承办|办理|实施|抓落实)$")


def _unit_beside(text: str, owner: Fact | None) -> Fact | None:
    """The unit that does a thing for which a person, the `owner`, answers: 由书记负总责，办公室具体落实; 由农业站逐块确定管护人，由张三牵头.

    One that only looks at how it is done (由审计科抽查) does nothing of it.
    """
    if owner is None or UNITS.fullmatch(owner.text):
        return None
    for found in _DOES.finditer(text):
        start, end = found.span("unit")
        apart = end <= owner.start or owner.end <= start
        done = _SEES_IT_DONE.match(found["does"]) or (found["by"] and not SEES_TO.search(found["does"]))
        if apart and done and not names_nobody(found["unit"]):
            return Fact(text[start:end], start, end)
    return None
