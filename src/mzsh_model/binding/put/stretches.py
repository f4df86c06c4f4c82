"""A text of the model over the stretches of lines it was read from."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import accumulate, pairwise

from mzsh_model.binding.put.plan import Coming, Plan
from mzsh_model.kernel.difference import hunks
from mzsh_model.kernel.errors import BadEdit
from mzsh_model.kernel.lookalikes import ideographs
from mzsh_model.kernel.place import Place

_Segment = list[tuple[int, Place]]


def retype_text(plan: Plan, parts: Sequence[Place], old: str, new: str) -> None:
    """Plan the change of a text that stands in `parts`: line by line, new lines after the one before them.

    Raises:
        BadEdit: the parts do not show the old text.
    """
    if old == new:
        return
    before = _segments(plan, parts, old)
    texts = old.split("\n") if len(before) == old.count("\n") + 1 else [old]
    wanted = new.split("\n") if len(texts) > 1 or "\n" not in old else [new]
    if len(texts) != len(before):
        raise unsure()
    for tag, i, j, k, m in _steps(texts, wanted):
        if tag == "equal" or _cut_or_joined(plan, before[i:j], texts[i:j], wanted[k:m]):
            continue
        for segment, was, words in zip(before[i:j], texts[i:j], wanted[k:m], strict=False):
            _retype_segment(plan, segment, was, words)
        for segment in before[i + (m - k) : j]:
            _remove(plan, segment)
        for words in wanted[k + (j - i) : m]:
            _insert(plan, before[max(0, j - 1)], words)


def _cut_or_joined(plan: Plan, segments: list[_Segment], old: list[str], new: list[str]) -> bool:
    """Plan a paragraph cut in two, or two run together, with all that stands on their words; False for anything else."""
    if len(old) == len(new) or "".join(old) != "".join(new) or any(len(segment) != 1 for segment in segments):
        return False
    parts = [segment[0][1] for segment in segments]
    lines = [plan.lines[part.line - 1] for part in parts]
    if any("\n" in line.text for line in lines):
        return False
    if len(old) == 1:
        offsets = accumulate(map(len, new[:-1]), initial=parts[0].start)
        plan.split(parts[0].line, list(offsets)[1:])
        return True
    if len(new) != 1 or any(after.number != line.number + 1 for line, after in pairwise(lines)):
        return False
    for part, line in zip(parts[1:], lines[1:], strict=True):
        plan.join(line.number - 1, line.number)
        if part.start > line.auto:
            plan.retype(line.number, line.auto, part.start, "")
    return True


def _steps(old: list[str], new: list[str]) -> list[tuple[str, int, int, int, int]]:
    if len(old) == len(new):
        return [("replace", n, n + 1, n, n + 1) for n in range(len(old)) if old[n] != new[n]]
    return list(SequenceMatcher(None, old, new, autojunk=False).get_opcodes())


def _segments(plan: Plan, parts: Sequence[Place], text: str) -> list[_Segment]:
    """The parts grouped by the line breaks of the text, each with where in its group it begins."""
    found: list[_Segment] = [[]]
    at = start = 0
    for part in parts:
        words = ideographs(plan.lines[part.line - 1].text[part.start : part.end])
        gap = next((n for n in (0, 1) if text.startswith(words, at + n)), None)
        if gap is None:
            raise unsure()
        if gap and text[at] == "\n":
            found.append([])
            start = at + 1
        found[-1].append((at + gap - start, part))
        at += gap + len(words)
    if at != len(text):
        raise unsure()
    return found


def _retype_segment(plan: Plan, segment: _Segment, old: str, new: str) -> None:
    for start, end, words in hunks(old, new):
        for n, (base, part) in enumerate(segment):
            stop = base + part.end - part.start
            last = n + 1 == len(segment)
            if end < base or start > stop or (start == stop and not last and end > stop):
                continue
            low, high = max(start, base) - base, min(end, stop) - base
            if low < high or words:
                plan.retype(part.line, part.start + low, part.start + high, words)
            words = ""


def _remove(plan: Plan, segment: _Segment) -> None:
    for _, part in segment:
        text = plan.lines[part.line - 1].text
        if text[: part.start].strip() or text[part.end :].strip():
            plan.retype(part.line, part.start, part.end, "")
        else:
            plan.delete(part.line)


def _insert(plan: Plan, beside: _Segment, words: str) -> None:
    part = beside[-1][1]
    text = plan.lines[part.line - 1].text
    if "\n" in text:
        plan.retype(part.line, part.end, part.end, "\n" + words)
        return
    bare = text[plan.lines[part.line - 1].auto :]
    plan.insert(part.line, Coming(bare[: len(bare) - len(bare.lstrip())] + words, part.line))


def unsure() -> BadEdit:
    """Return the error for a value that is not what the document says."""
    return BadEdit("edit-stale", "这份值与文件里的文字对不上。请重新读入文件，在新读出的值上改")
