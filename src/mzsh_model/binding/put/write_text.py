"""A value written back into a text file: the changed characters, and no other byte."""

from __future__ import annotations

from itertools import pairwise

from mzsh_model.binding.put.plan import Coming, Plan, conflict
from mzsh_model.binding.put.planning import plan_of
from mzsh_model.binding.put.verify import verify_lines, verify_value
from mzsh_model.kernel.difference import hunks
from mzsh_model.kernel.errors import BadEdit
from mzsh_model.kernel.outcome import Outcome
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.read import read_outline
from mzsh_model.model.documents import DocumentValue
from mzsh_model.outline.lines import Line, Outline
from mzsh_model.outline.text import outline_of_text

_MARKS = "**"
"""What sets words apart in Markdown."""

_ROW = lazy_pattern(r"([^\r\n]*)(\r\n|\n|\r|$)")


def write_text(text: str, outline: Outline, outcome: Outcome[DocumentValue], new: DocumentValue) -> str:
    """Return the text that says `new`; the same one where it says so already. A byte order mark stays.

    Raises:
        BadEdit: a change that cannot be stored, or would be read back as something else.
        WrongKind: `new` is another kind of document.
    """
    plan, made = plan_of(outcome, new, outline)
    if not made:
        return text
    written = carried_text(plan, text)
    reread = outline_of_text(written)
    verify_lines(plan, reread.lines)
    verify_value(plan, outcome, new, made, read_outline(reread, linked=False)[1].value)
    return written


def carried_text(plan: Plan, text: str) -> str:
    """Return the text in which a plan is carried out, not yet read back. A byte order mark stays.

    Raises:
        BadEdit: a change that a text file cannot take.
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    return mark + _carried_out(plan, text[len(mark) :])


def _carried_out(plan: Plan, text: str) -> str:
    if plan.changes_rows:
        raise in_table()
    rows = [(m[1], m[2]) for m in _ROW.finditer(text)]
    lines = {line.origin[0]: line for line in plan.lines}
    ending = next((end for _, end in rows if end), "\n")
    if any(plan.lines[number - 1].cell is not None for number in plan.touched):
        raise in_table()
    gone = plan.deleted | plan.moved | set(plan.joins.values())
    out: list[str] = []
    for number, (row, end) in enumerate(rows):
        line = lines.get(number)
        if line is None or line.cell is not None:
            out.append(row + end)
            continue
        stays = line.number not in gone
        words = [_coming(plan, coming) for coming in plan.before.get(line.number, ())]
        words += _staying(plan, row, line) if stays else []
        words += [_coming(plan, coming) for coming in plan.after.get(line.number, ())]
        if words:
            out.append((end or ending).join(words) + end)
    return "".join(out)


def _retyped(plan: Plan, row: str, line: Line) -> str:
    """The row with the line's new text; Markdown's own marks around it stay."""
    if line.number not in plan.retyped:
        return row
    new = plan.text_of(line.number)
    at = row.find(line.text)
    if at >= 0:
        return row[:at] + new + row[at + len(line.text) :]
    places = _places(row, line.text)
    changed = list(hunks(line.text, new)) if places else []
    if not places or any("*" in row[places[hunk.start] : places[hunk.end]] for hunk in changed):
        raise BadEdit("edit-markup", "这一行里有 Markdown 标记夹在文字中间，不能逐处改写。请直接改文件")
    for start, end, text in reversed(changed):
        row = row[: places[start]] + text + row[places[end] :]
    return row


def _places(row: str, text: str) -> list[int]:
    """Where in the row each character of its text stands, and where the text ends; nothing where it cannot be told."""
    places: list[int] = []
    at = 0
    for char in text:
        while row.startswith(_MARKS, at) and char != "*":
            at += len(_MARKS)
        if not row.startswith(char, at):
            return []
        places.append(at)
        at += 1
    return [*places, at]


def _staying(plan: Plan, row: str, line: Line) -> list[str]:
    """The rows that a row becomes: itself, cut in several, or with the next one run on in it."""
    if line.number in plan.splits:
        at = row.find(line.text)
        if at < 0 or line.number in plan.retyped:
            raise conflict()
        cuts = [0, *(at + offset for offset in plan.splits[line.number]), len(row)]
        return [row[start:end] for start, end in pairwise(cuts)]
    joined = _retyped(plan, row, line)
    number = line.number
    while number in plan.joins:
        number = plan.joins[number]
        joined += plan.text_of(number)
    return [joined]


def _coming(plan: Plan, coming: Coming) -> str:
    return plan.text_of(coming.moved) if coming.moved else coming.text


def in_table() -> BadEdit:
    """Return the error for a change inside a table of a text file."""
    return BadEdit("edit-text-table", "文本文件里的表格不能逐格改写。请直接改文件，或另存为 .docx 再改")
