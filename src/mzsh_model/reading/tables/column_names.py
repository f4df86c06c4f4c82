"""What the columns of a ledger mean: by their names, and where a name is not known by the whole row and the cells below."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from mzsh_model.chinese.fields import ENDING, MAYBE, evidence_of, fields_of
from mzsh_model.chinese.states import state_of
from mzsh_model.chinese.unsaid import is_ditto, is_unsaid
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.outline.lines import Line
from mzsh_model.reading.told_facts import due_of
from mzsh_model.reading.words.names import CHAR, POST

NEEDED = frozenset({"issue", "measure"})
_ANSWERS = frozenset({"owner", "department", "due", "progress", "status"})
"""Who, by when, how far: a table with a column of these beside that of problems or of measures is a ledger."""

_MOST = 0.6
"""The share of a column's cells that must look like a field before the column is taken for it."""

_COUNT = lazy_pattern(r"\d{1,3}[.．、]?")
_SENTENCE = lazy_pattern("[。；;，]")
_NUMBER = lazy_pattern(r"[（(]?(?:[A-Za-z]{0,3}-?\d{1,4}(?:-\d{1,3})?|[一二三四五六七八九十百]{1,4})[)）.．、]?")
_UNIT = lazy_pattern(r"[\u4e00-\u9fff]{1,12}(?:部|科|室|处|办|中心|组|委|局|股|队|所|站|支部)")
_NAMED = rf"(?:(?:{POST})?[ \u3000]?{CHAR}{{2,3}}(?:同志)?|{POST})"
_PERSON = lazy_pattern(rf"{_NAMED}(?:[、/\s]+{_NAMED})*")
_DATE = lazy_pattern(r"(?:20\d\d\s*[年./-]\s*)?\d{1,2}\s*(?:月|[./-]\s*\d{1,2}).{0,8}|20\d\d\s*年.{0,4}")


@dataclass(slots=True)
class Row:
    """One row: the lines of each cell by column meaning, and the table's row number.

    `wide` if one cell fills it; `shares` if the measures of the row above answer its problem too.
    """

    row: int
    cells: dict[str, list[Line]] = field(default_factory=dict[str, list[Line]])
    spans: dict[str, int] = field(default_factory=dict[str, int])
    wide: bool = False
    shares: bool = False


@dataclass(slots=True)
class LedgerTable:
    """A table with a column of problems and one of measures: header lines, and rows in order.

    `heading` is the line above it that names the aspect of its rows, `repeated` the header's rows on the pages that follow,
    `again` the cells of a list joined to another that say what that one says,
    `apart` the cells of rows that only say whose problems follow, `totals` the rows that add up others, `dittos` the cells that say 同上, `unread` the cells of columns that mean nothing
    here, `unknown` their headers, `inferred` the headers that only the cells below explain, with what these are taken for.
    A `form` has its labels on the left.
    """

    header: list[Line]
    names: tuple[str, ...]
    rows: list[Row]
    repeated: list[Line] = field(default_factory=list[Line])
    again: list[Line] = field(default_factory=list[Line])
    apart: list[Line] = field(default_factory=list[Line])
    totals: list[Row] = field(default_factory=list[Row])
    dittos: list[Line] = field(default_factory=list[Line])
    unread: list[Line] = field(default_factory=list[Line])
    unknown: list[Line] = field(default_factory=list[Line])
    inferred: list[tuple[Line, str]] = field(default_factory=list[tuple[Line, str]])
    heading: Line | None = None
    form: bool = False

    def tells(self, meaning: str) -> bool:
        """Whether a row has a cell of that meaning."""
        return any(meaning in row.cells for row in self.rows)

    @property
    def points(self) -> bool:
        """Whether its numbers are those of problems told elsewhere: 问题编号 beside no column of problems."""
        return not self.tells("issue") and any("问题" in name and meaning_of(name) == "number" for name in self.names)


def meaning_of(text: str) -> str | None:
    """Return what a label means that stands by itself: a word further up in a text makes no label of it."""
    told = evidence_of(text)
    best = max(told, key=lambda name: told[name], default=None)
    return best if best is not None and told[best] >= MAYBE else None


def meanings(lines: Sequence[Line]) -> dict[int, str]:
    """Column → meaning of a header row: the names with most evidence first; the first of two columns that weigh the same."""
    texts: dict[int, str] = {}
    for line in lines:
        if line.cell is not None:
            texts[line.cell.col] = texts.get(line.cell.col, "") + line.text
    if any(_COUNT.fullmatch(text.strip()) for text in texts.values()):
        return {}  # 1 | 问题1 | …… is the first row, not the header
    texts = {col: text for col, text in texts.items() if not _SENTENCE.search(text)}
    told = {col: evidence_of(text) for col, text in texts.items()}
    columns = fields_of(texts)
    if "issue" in columns.values():
        also = [col for col in sorted(told) if col not in columns and told[col].get("issue", 0) >= ENDING]
        for col, meaning in zip(sorted([*_at(columns, "issue"), *also[:1]]), ("issue", "detail"), strict=False):
            columns[col] = meaning
    return columns


def _at(columns: Mapping[int, str], meaning: str) -> list[int]:
    return [col for col, one in columns.items() if one == meaning]


def with_inferred(
    columns: Mapping[int, str], below: Mapping[int, Sequence[str]], looks: Looks, *, titled: bool
) -> dict[int, str]:
    """Return `columns` with those that only their cells explain, whatever they are called.

    `below` are the texts of the cells under each head; `titled` if the text says ledger.
    """
    told = dict(columns)
    free = sorted(set(below) - set(told))
    for col in free:
        found = looks.of_column(below[col])
        if found == "owner" and any(col < other for other in _at(told, "issue")):
            found = "person"  # whose problem it is stands before it, who answers for its measure behind
        if found is not None and found not in told.values():
            told[col] = found
    named = set(told.values())
    if not named & _ANSWERS or not (titled or named & NEEDED):
        return told
    prose = [col for col in free if col not in told and _is_prose(below[col])]
    at = {meaning: col for col, meaning in told.items()}
    if "issue" not in named and (left := [col for col in prose if col < at.get("measure", max(prose) if prose else 0)]):
        told[left[-1]] = "issue"
        at["issue"] = left[-1]
    if "measure" not in named and "issue" in at and (right := [col for col in prose if col > at["issue"]]):
        told[right[0]] = "measure"
    return told


class Looks:
    """What cells are by themselves, numbers, days, states, units or persons; each is looked at once."""

    _TESTS: Mapping[str, Callable[[str], bool]] = MappingProxyType(
        {
            "number": lambda text: _NUMBER.fullmatch(text) is not None,
            "due": lambda text: is_unsaid(text, "due") or _DATE.fullmatch(text) is not None or _is_due(text),
            "status": lambda text: len(text) > 1 and state_of(text) is not None,
            "department": lambda text: _UNIT.fullmatch(text) is not None,
            "owner": lambda text: len(text) <= 16 and _PERSON.fullmatch(text) is not None,
        }
    )

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], bool] = {}

    def of_column(self, texts: Sequence[str]) -> str | None:
        """Return what most cells of a column are."""
        said = [text for text in texts if text and not is_ditto(text)]
        for meaning in self._TESTS if said else ():
            if self._are_mostly(meaning, said) and not all(is_unsaid(text, meaning) for text in said):
                return meaning
        return None

    def _are_mostly(self, meaning: str, said: Sequence[str]) -> bool:
        may_be = len(said)
        for text in said:
            if not self._is(meaning, text):
                may_be -= 1
                if may_be < _MOST * len(said):
                    return False
        return True

    def _is(self, meaning: str, text: str) -> bool:
        if (known := self._known.get((meaning, text))) is None:
            known = self._known[meaning, text] = self._TESTS[meaning](text)
        return known


def _is_due(text: str) -> bool:
    fact = due_of(text)
    return fact is not None and len(fact.text) * 2 > len(text)


def _is_prose(texts: Sequence[str]) -> bool:
    said = [text for text in texts if text]
    return bool(said) and sum(len(text) >= 4 for text in said) >= _MOST * len(said)
