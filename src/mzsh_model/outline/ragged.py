"""Lines that break off amid sentences at no one width: what a scan, or a message that was copied, leaves of paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.outline.blocks import Block
from mzsh_model.outline.labels import HAN_PAREN, RUN_IN
from mzsh_model.outline.wrapping import ENDS, breaks_off, width

_FEW, _SURE, _MANY = 2, 4, 8
_WIDEST, _SLACK = 100, 12
"""No line of a page or of a screen is wider."""
_LONG, _LONG_HEADING = 0.5, 0.7
"""How much of the widest line one has at least that breaks off; more where it is numbered as headings are."""
_AT_END = lazy_pattern(r"[，,、（(“《]$|\d$")
_AT_START = lazy_pattern(r"[，,。；;、：:）)”》%％！？的]")
_PAIRS = (("（", "）"), ("(", ")"), ("“", "”"), ("《", "》"))


def ragged_width(blocks: Sequence[Block]) -> int | None:
    """Return the widest of the lines that break off, None where paragraphs are whole.

    Told by lines that break off as nobody ends a paragraph: behind a comma or a figure, before a mark, in an open bracket. A few
    are enough where they are a quarter of those that break off amid a sentence, or these are many and hardly one is short.
    """
    broken = [(one, after) for one, after in pairwise(blocks) if _may_break(one, after)]
    sure = sum(_is_cut(one.text, after.text) for one, after in broken)
    if sure < _FEW:
        return None
    widest = max(width(one.text) for one, _ in broken)
    even = sum(width(one.text) >= widest * _LONG for one, _ in broken) >= len(broken) - 1
    if not (sure >= _SURE or sure * 4 >= len(broken) or (len(broken) >= _MANY and even)):
        return None
    return widest if widest <= _WIDEST and all(len(one.text) <= _WIDEST // 2 + _SLACK for one in blocks) else None


def goes_on(first: Block, before: Block, after: Block, widest: int) -> bool:
    """Tell whether a line breaks off, as nobody ends a paragraph or as long as those that do; `first` begins its paragraph."""
    text = before.text
    if _is_cut(text, after.text):
        return True
    kind = before.label.kind if before.label is not None else None
    if text[-1] in ENDS or not (breaks_off(text) or first is not before or kind in RUN_IN):
        return False
    heads = kind is not None and kind <= HAN_PAREN
    return width(text) >= widest * (_LONG_HEADING if heads else _LONG)


def _may_break(one: Block, after: Block) -> bool:
    plain = one.line.cell is None and after.line.cell is None and one.line.level is None and after.label is None
    plain = plain and (one.label is None or one.label.kind > HAN_PAREN)  # 一、充分准备，开好会前关 is a heading
    return plain and breaks_off(one.text) and after.line.number <= one.line.number + 1


def _is_cut(text: str, after: str) -> bool:
    """Whether nobody ends a paragraph as `text` ends, or begins one as `after` does."""
    opened = any(text.rfind(opening) > text.rfind(closing) for opening, closing in _PAIRS)
    return opened or _AT_END.search(text) is not None or _AT_START.match(after) is not None
