"""The head of an official paper (版头), above its title: number, signer, secrecy, urgency, copy number, what it is attached to.

The parts are those of GB/T 9704-2012 §7.2; a mark of a draft (送审稿) and 附件1 stand in the same place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.secrecy import secrecy_mark
from mzsh_model.outline.blocks import Block
from mzsh_model.reading.draft import Draft, Span
from mzsh_model.reading.frame.front import TITLE_WORDS, Front, unspaced

_MOST_LINES = 8
_LONGEST_LINE = 60
_NUMBER = lazy_pattern(
    r"[^\s〔\[［（(]{1,20}\s?[〔\[［（(]\s*(?:19|20)\d\d\s*[〕\]］）)]\s*(?:第?\s*\d{1,5}|[xX×]{1,4})\s*号"
)
_SIGNER = lazy_pattern(r"签发人?\s*[:：]\s*\S{0,20}(?:\s{1,4}\S{1,4}){0,4}")
_URGENCY = lazy_pattern(r"(?:紧急程度\s*[:：]\s*)?(?:特急|加急|平急|特提|急件)")
_SECRECY = lazy_pattern(r"密级\s*[:：]\s*\S{0,10}|内部(?:资料|文件|材料)\s{0,2}\S{0,12}")
_COPY = lazy_pattern(r"(?:份号\s*[:：]?\s*)?(?:№|No\.?)?\s*\d{6}")
_PRINTED = lazy_pattern(r"[（(]?\s*共?印(?:发|制)?\s*\d{1,4}\s*份\s*[）)]?")
_ATTACHED = lazy_pattern(r"附[件表录]?\s*[一二三四五六七八九十\d]{0,3}\s*[:：]?|附件?[:：]")
_DRAFT = lazy_pattern(r"[（(【\[](?:\S{0,4}(?:送审|征求意见|讨论|审议|报审|修改|汇报)\S{0,2}|初)稿[）)】\]]")
_ISSUER = lazy_pattern(r"[^，。；：:]{0,30}文件")
_ISSUE = lazy_pattern(
    r"(?:[（(【]?第?\s*[\dxX×一二三四五六七八九十]{1,4}\s*期[）)】]?|[（(]总第?\s*\d{1,5}\s*期[）)])+"
)
_BRIEF = lazy_pattern(r"[^，。；：:\s]{0,20}(?:简报|专报|快报|工作动态|工作信息|情况反映)")
_ISSUED = lazy_pattern(
    r"[^，。；：:\s\d]{2,24}[\s\u3000]{1,40}(?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日(?:印发|编印)?"
)
"""Number and name of a bulletin, and who issued it on which day: 第4期（总第87期）, 某局办公室　2025年2月18日."""
_PARTS = (_ISSUE, _BRIEF, _ISSUED, _NUMBER, _SIGNER, _URGENCY, _SECRECY, _COPY, _PRINTED, _ATTACHED, _DRAFT, _ISSUER)
_MEETING = lazy_pattern("(?:民主|组织)生活会$")
_SAID = "这一行是版头（发文机关、字号、签发人、密级、紧急程度、份号、附件标识等），没有当作标题"


def letterhead_of(blocks: Sequence[Block]) -> int:
    """Return how many paragraphs at the head of a document stand above its title as its letterhead.

    None do where no title follows: what stands there may then be the title itself.
    """
    for at, block in enumerate(blocks[:_MOST_LINES]):
        if not _is_letterhead(block.text):
            text = unspaced(block.text)
            titled = (TITLE_WORDS.search(text) or _MEETING.search(text)) is not None and text[-1] not in "。；："
            return at if titled else 0
    return 0


def read_letterhead(draft: Draft, front: Front, blocks: Sequence[Block]) -> Front:
    """Return the title block with the number of a letterhead; the lines of it that hold anything else are named."""
    for block in blocks:
        number = _NUMBER.match(block.text)
        if number is not None and front.number is None:
            front = replace(front, number=Span(block, 0, number.end()))
        draft.leave_out("letterhead", block.pieces[0][1], block.text, _SAID)
    return front


def _is_letterhead(text: str) -> bool:
    """Tell whether a line is nothing but parts of a letterhead, with blanks between them."""
    if len(text) > _LONGEST_LINE:
        return False
    if _is_part(text):
        return True
    rest = text
    if (number := _NUMBER.match(text)) is not None:
        rest = text[number.end() :]
    return all(_is_part(part) for part in rest.split())


def _is_part(text: str) -> bool:
    if any(pattern.fullmatch(text) for pattern in _PARTS):
        return True
    mark = secrecy_mark(text)
    return mark is not None and mark[0].strip() == text.strip()
