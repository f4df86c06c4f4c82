"""What a paper says of its being reviewed before it is used (审核把关): labelled lines, a sentence, a table of stamps.

`审核人：张三　审核时间：2026年1月8日　审核意见：同意`; `（经县纪委监委、县委组织部审核同意）`; a table 审核环节|审核人|审核时间|审核意见, or one
that has the stages as its header. What is reviewed is the paper itself: a sentence of the text that tells of other papers
(个人发言提纲由书记逐一审核) is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from mzsh_model.chinese.reviews import decisions, review_acts, review_field, review_names
from mzsh_model.chinese.surnames import is_person
from mzsh_model.kernel.dates import find_dates
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.parts import Review
from mzsh_model.outline.lines import Line
from mzsh_model.reading.told_facts import name_value

REVIEW_SIGN = "审"
"""Without it no line and no table tells of a review."""

_MARKS = " \t\u3000，,；;。.、（）()：:【】[]"
_LONGEST_STAGE, _LONGEST_DECISION, _LONGEST_LINE = 14, 40, 120
_PAPER = r"(?:(?:本|此|该)(?:份|篇)?(?:对照检查|检视剖析|剖析|检查|发言|汇报|情况|整改)?(?:材料|提纲|报告|方案|台账|清单|件|稿)|以上材料)"
_SIGNED = lazy_pattern(r"(?:签[字名章]|盖章|[（(](?:签[字名章]|盖章)[）)])[：:\s]*")
_NAME_END = lazy_pattern(r"([\u4e00-\u9fff·]{2,4})\s*$")


class Words(NamedTuple):
    """Where the words of a field stand: in which line (its place in what was given), from and to."""

    line: int
    start: int
    end: int


Told = dict[str, Words]
"""One review: its fields, and where each stands."""


@cache
def _labels() -> re.Pattern[str]:
    names = "|".join(sorted(review_names(), key=len, reverse=True))
    acts = "|".join(review_acts())
    return re.compile(rf"(?:(?P<name>{names})|(?P<stage>[^\s，。；：:、（）()]{{0,10}}(?:{acts}))(?:意见)?)\s*[:：]\s*")


@cache
def _sentence() -> re.Pattern[str]:
    acts, decided = "|".join(review_acts()), "|".join(decisions())
    when = r"(?:(?:已|已经|业)?于?(?P<on>20\d\d年\d{1,2}月\d{1,2}日)[，,]?)?"
    return re.compile(
        rf"(?:{_PAPER}[，,]?)?{when}(?:已|已经|业|均)?(?:经|报经|报请|报|提请|呈)(?P<by>[^，。；：:经未]{{2,40}}?)"
        rf"(?:同志)?(?P<stage>(?:逐一|集体|预先|提前|联合|会议|研究)?(?:{acts}))(?:把关)?(?P<decision>{decided})?"
    )


@cache
def _own() -> re.Pattern[str]:
    """The beginning of a clause that speaks of the paper itself."""
    return re.compile(_PAPER)


def reviews_in(texts: Sequence[str]) -> list[Told]:
    """Return the reviews that paragraphs tell, in order; blanks on lines one after another are of one review."""
    found: list[Told] = []
    went_on = False
    for n, text in enumerate(texts):
        if REVIEW_SIGN not in text:
            went_on = False
            continue
        if len(text) <= _LONGEST_LINE and (parts := list(_labelled(n, text))):
            for field, words in parts:
                # a stage begins another review, and so does a blank that the last one has
                if not (went_on and found) or field in found[-1] or (field == "stage" and found[-1]):
                    found.append({})
                    went_on = True
                found[-1][field] = words
            continue
        went_on = False
        if (one := _said(n, text)) is not None:
            found.append(one)
    return [one for one in found if one.keys() - {"stage", "version"}]


def _labelled(n: int, text: str) -> Iterator[tuple[str, Words]]:
    """The blanks of a line that begins with one, each with what stands in it."""
    marks = list(_labels().finditer(text))
    if not marks or text[: marks[0].start()].strip(_MARKS):
        return
    for at, mark in enumerate(marks):
        end = marks[at + 1].start() if at + 1 < len(marks) else len(text)
        value = _trim(n, text, mark.end(), end)
        if mark["name"] is not None:
            if value is not None:
                yield review_names()[mark["name"]], value
        elif _decides(text, told := _free(n, text, mark.end(), end)):
            yield "stage", Words(n, *mark.span("stage"))
            yield from told.items()


def _decides(text: str, told: Told) -> bool:
    """Whether what stands behind a stage is a decision or a signature, not an account of it: 审核把关：组织部门认真审核了材料."""
    words = told.get("decision")
    said = "" if words is None else text[words.start : words.end]
    return len(said) <= _LONGEST_DECISION and ("by" in told or "on" in told or any(map(said.__contains__, decisions())))


def _said(n: int, text: str) -> Told | None:
    """A review that a sentence tells: one that is all of the paragraph, or that speaks of the paper itself."""
    start = len(text) - len(text.lstrip(_MARKS))
    whole = _sentence().fullmatch(text, start, len(text.rstrip(_MARKS)))
    own = next((m for at in _own().finditer(text) if (m := _sentence().match(text, at.start()))), None)
    found = whole or own
    if found is None:
        return None
    return {name: Words(n, *found.span(name)) for name in ("by", "on", "stage", "decision") if found[name]}


def _free(n: int, text: str, start: int, end: int) -> Told:
    """What stands behind the name of a stage: a decision, then who signed, and when."""
    told: Told = {}
    dates = find_dates(text[start:end])
    if dates:
        told["on"] = Words(n, start + dates[-1].start, start + dates[-1].end)
        end = start + dates[-1].start
    rest = text[start:end].rstrip(_MARKS)
    if (named := _NAME_END.search(rest)) is not None and is_person(named[1]):
        told["by"] = Words(n, start + named.start(1), start + named.end(1))
        rest = rest[: named.start(1)].rstrip(_MARKS)
        signed = list(_SIGNED.finditer(rest))
        rest = rest[: signed[-1].start()] if signed and signed[-1].end() == len(rest) else rest
    if (value := _trim(n, text, start, start + len(rest))) is not None:
        told["decision"] = value
    return told


def _trim(n: int, text: str, start: int, end: int) -> Words | None:
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return Words(n, start, end) if start < end else None


class Stamps(NamedTuple):
    """The reviews that tables of nothing else tell, and the lines of such tables that are names."""

    told: list[Told]
    names: list[int]


def stamps_in(lines: Sequence[Line]) -> Stamps:
    """Return what tables of reviews tell; a place's line is the position in `lines`."""
    tables: dict[int, dict[int, list[int]]] = {}
    for n, line in enumerate(lines):
        if line.cell is not None and not line.cell.path and line.text.strip():
            tables.setdefault(line.cell.table, {}).setdefault(line.cell.row, []).append(n)
    told, names = list[Told](), list[int]()
    for rows in tables.values():
        if not any(REVIEW_SIGN in lines[n].text for held in rows.values() for n in held):
            continue
        for read in (_under_header, _beside_names, _under_stages):
            found = read(lines, rows)
            if found is not None:
                told += found.told
                names += found.names
                break
    return Stamps(told, names)


def _under_header(lines: Sequence[Line], rows: Mapping[int, list[int]]) -> Stamps | None:
    """A table with a header of nothing but fields of reviews, a row a review."""
    first, *below = sorted(rows)
    fields = {_col(lines[n]): review_field(lines[n].text, beside=True) for n in rows[first]}
    known = {col: field for col, field in fields.items() if field is not None}
    sure = any(review_field(lines[n].text) for n in rows[first])
    other = [lines[n].text.strip() for n in rows[first] if _col(lines[n]) not in known]
    if not sure or len(known) < 2 or any(name not in ("序号", "备注") for name in other) or not below:
        return None
    told: list[Told] = []
    numbers = [
        n for row in below for n in rows[row] if fields.get(_col(lines[n]), "") is None and _counts(lines[n].text)
    ]
    for row in below:
        one = {known[_col(lines[n])]: _all_of(n, lines[n].text) for n in rows[row] if _col(lines[n]) in known}
        if one.keys() - {"stage", "version"}:
            told.append(one)
    return Stamps(told, [*rows[first], *numbers])


def _beside_names(lines: Sequence[Line], rows: Mapping[int, list[int]]) -> Stamps | None:
    """A form: the name of a blank left of what fills it in."""
    one, names = Told(), list[int]()
    told = [one]
    for row in sorted(rows):
        cells = sorted(rows[row], key=lambda n: _col(lines[n]))
        at = 0
        while at < len(cells):
            field = review_field(lines[cells[at]].text, beside=bool(names))
            if field is None:
                return None
            names.append(cells[at])
            filled = at + 1 < len(cells) and review_field(lines[cells[at + 1]].text, beside=True) is None
            if field in told[-1]:
                told.append({})
            if filled:
                told[-1][field] = _all_of(cells[at + 1], lines[cells[at + 1]].text)
            at += 1 + filled
    return Stamps([one for one in told if one.keys() - {"stage", "version"}], names) if len(names) > 1 else None


def _under_stages(lines: Sequence[Line], rows: Mapping[int, list[int]]) -> Stamps | None:
    """A table that has the stages as its header and below each what was decided, by whom and when."""
    first, *below = sorted(rows)
    stages = {_col(lines[n]): n for n in rows[first] if _is_stage(lines[n].text)}
    if not below or len(stages) != len(rows[first]):
        return None
    told: dict[int, Told] = {}
    for n in (n for row in below for n in rows[row]):
        if (head := stages.get(_col(lines[n]))) is not None:
            one = told.setdefault(head, {"stage": _all_of(head, lines[head].text)})
            for field, words in _free(n, lines[n].text, 0, len(lines[n].text)).items():
                one.setdefault(field, words)
    return Stamps([one for one in told.values() if len(one) > 1], [])


def _counts(text: str) -> bool:
    return text.strip(_MARKS).isdecimal()


def _is_stage(text: str) -> bool:
    bare = text.strip(_MARKS).removesuffix("意见")
    return len(bare) <= _LONGEST_STAGE and bare.endswith(review_acts()) and bare not in review_acts()


def _col(line: Line) -> int:
    return line.cell.col if line.cell is not None else 0


def _all_of(n: int, text: str) -> Words:
    return _trim(n, text, 0, len(text)) or Words(n, 0, len(text))


def review_value(told: Told, texts: Sequence[str]) -> Review:
    """Return a review as a value; a day that is none is left untold."""
    said = {field: texts[at.line][at.start : at.end] for field, at in told.items()}
    dates = find_dates(said["on"]) if "on" in said else ()
    return Review(
        stage=said.get("stage"),
        by=name_value(said["by"]) if "by" in said else None,
        on=dates[0].date.edtf if dates else None,
        decision=said.get("decision"),
        version=said.get("version"),
    )
