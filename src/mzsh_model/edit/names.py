"""What the parts of a value are called in sentences: 问题3, 问题3 的措施, 导语第2段; by the model's own descriptions."""

from __future__ import annotations

import re
from typing import cast

from mzsh_model.kernel.path import ModelPath
from mzsh_model.model.base import Value
from mzsh_model.model.documents import DocumentValue, LedgerEntry
from mzsh_model.model.items import Aspect, Link, Measure
from mzsh_model.model.parts import Section
from mzsh_model.model.rebuild import entry_type


def field_name(kind: type[Value], field: str) -> str:
    """Return a field's name in Chinese: its description up to the first mark, the short one in brackets where given."""
    told = kind.model_fields[field].description or field
    if short := re.match(r"[^，；：（]*（(?P<name>[\u4e00-\u9fff]{2,4})）", told):
        return short["name"]
    return re.split("[，；：（]", told)[0]


def kind_name(kind: type[Value]) -> str:
    """Return what an entry of this type is called: 问题, 原因, 措施."""
    return str(kind.model_config.get("title")).removeprefix("整改")


def part_name(value: DocumentValue, path: ModelPath) -> str:
    """Return what the part at `path` is called in a sentence, counted from 1; empty for the whole document."""
    steps = path.parts
    if steps[:1] == ("entries",) and len(steps) > 2:
        return _in_row(value, list(steps))
    said = ""
    at: object = value
    kind: type[Value] = type(value)
    for n, step in enumerate(steps):
        if isinstance(at, Value):
            kind, at = type(at), at.__dict__[step]
            if not isinstance(at, tuple) or n + 1 == len(steps):
                said = _of(said, field_name(kind, step))
            continue
        at = cast(tuple[object, ...], at)[int(step)]
        said = _of(said, _entry(value, kind, steps[n - 1], int(step), at))
    return said


def _entry(value: DocumentValue, kind: type[Value], field: str, index: int, entry: object) -> str:
    if isinstance(entry, Measure):
        return _measure(value, entry, index)
    if isinstance(entry, Section):
        return f"“{entry.heading}”"
    if isinstance(entry, Aspect):
        return f"{kind_name(Aspect)}“{entry.name}”"
    if not isinstance(entry, Value):
        return f"{field_name(kind, field)}第{index + 1}段"
    alike = [name for name in kind.model_fields if entry_type(kind.model_fields[name].annotation) is type(entry)]
    return f"{kind_name(type(entry)) if len(alike) == 1 else field_name(kind, field)}{index + 1}"


def _measure(value: DocumentValue, measure: Measure, index: int) -> str:
    """A measure by the one problem it answers, where the document says which; else by its place."""
    links = [link for link in cast(tuple[Link, ...], value.__dict__.get("links", ())) if not link.inferred]
    answered = {link.issue for link in links if link.measure == measure.id}
    if len(answered) != 1:
        return f"{kind_name(Measure)}{index + 1}"
    (issue,) = answered
    alone = len({link.measure for link in links if link.issue == issue and link.measure is not None}) == 1
    return _of(_issue(value, issue), kind_name(Measure) + ("" if alone else str(index + 1)))


def _issue(value: DocumentValue, ident: str) -> str:
    for name in ("issues", "team_issues", "member_issues"):
        for index, issue in enumerate(cast(tuple[Value, ...], value.__dict__.get(name, ()))):
            if issue.__dict__["id"] == ident:
                return _entry(value, type(value), name, index, issue)
    return ""


def _in_row(value: DocumentValue, steps: list[str]) -> str:
    """The parts of a ledger's row: its problem has its number, its measures are that problem's."""
    row = cast(tuple[LedgerEntry, ...], value.__dict__["entries"])[int(steps[1])]
    head = f"{kind_name(type(row.issue)) if row.issue else kind_name(LedgerEntry)}{int(steps[1]) + 1}"
    name, last = steps[2], steps[-1]
    if name == "measures" and len(steps) > 3:
        count = "" if len(row.measures) == 1 else str(int(steps[3]) + 1)
        measure = _of(head, kind_name(Measure) + count)
        return measure if len(steps) == 4 else _of(measure, field_name(Measure, last))
    if name == "issue" and row.issue is not None:
        return head if len(steps) == 3 else _of(head, field_name(type(row.issue), last))
    return _of(f"{kind_name(LedgerEntry)}{int(steps[1]) + 1}", field_name(LedgerEntry, name))


def _of(whole: str, part: str) -> str:
    """A part of something: 问题3 的全文, but 措施完成时限 and 单位名称."""
    if not whole or part.startswith(whole):
        return part
    return f"{whole} 的{part}" if whole[-1].isdigit() or whole[-1] == "”" else f"{whole}{part}"
