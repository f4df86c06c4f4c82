"""What stands before the first heading: the title block, and the opening paragraphs (导语)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from mzsh_model.chinese.codes import DIGITS, Sort
from mzsh_model.chinese.surnames import is_person
from mzsh_model.kernel.dates import find_dates
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.outline.blocks import Block
from mzsh_model.reading.draft import Span, whole
from mzsh_model.reading.frame.byline import byline_in
from mzsh_model.reading.frame.closing import is_date_line
from mzsh_model.reading.words.names import BARE_NAME, CHAR, NAME, POST, SPREAD

_LONGEST_TITLE = 50
_MOST_LINES = 8
_ENDS = "。；;！？：:，,.．"
TITLE_WORDS = lazy_pattern(
    r"材料|提纲|报告|台账|清单|情况|方案|纪要|记录|通报|发言|检查|剖析|讲话|讨论|总结|意见|汇报|计划|台帐|一览表|登记表|汇总表|主持(?:[词稿辞]|提纲|流程)|点评|汇总|统计|登记|日程|议程"
)
_SPACED = lazy_pattern(r"(?:\S\s+){5,}\S")
_MEETING = lazy_pattern(r"(?:民主|组织)生活会[）)]?$")
_NUMBER = lazy_pattern(
    r"(?P<number>.{1,20}[〔\[［（(]\s*(?:19|20)\d\d\s*[〕\]］）)]\s*(?:第?\s*\d+|[xX×]+)\s*号)(?:[\s　]*签\s*发\s*人\s*[:：].{0,20})?"
)
_ADDRESSEE = lazy_pattern(r"[^，。；]{2,40}[：:]")
_YEAR = lazy_pattern(
    r"((?:19|20)\d\d|(?:1\s+9|2\s+0)\s+\d\s+\d(?=\s+年)|二[〇零○O][〇零○一二三四五六七八九]{2})\s*年?\s*度?"
)
_HALF_WIDTH = {0xFF10 + digit: 48 + digit for digit in range(10)}
_YEAR_DU = lazy_pattern(r"((?:19|20)\d\d)\s*年?\s*度")
_UNIT = r"[^\s，。：:]{1,30}(?:党组|党委|局|院|厅|委|办|处|科|部|中心|公司|集团|单位|学校|大学|政府|支部|镇|乡|街道|县|区|市|社区|村|站|所|队)"
_BYLINES = (
    lazy_pattern(
        rf"(?P<post>.*?{POST})[\s　]+(?P<name>{SPREAD}(?![^\s　（(])|(?:{CHAR}|[·xX×*某○]){{1,4}}(?:[\s　]{{1,4}}{CHAR})?)"
    ),
    lazy_pattern(rf"(?P<name>{NAME})[\s　]+(?P<post>{POST}(?:\s*、\s*{POST})*)$"),
    lazy_pattern(rf"(?P<post>){_UNIT}[\s　]+(?P<name>{NAME})$"),
    lazy_pattern(rf"(?P<post>)(?:汇报人|发言人|报告人|检查人|姓名)\s*[:：]\s*(?P<name>{NAME})$"),
)
"""Whose paper it is: post and name, name and post, unit and name, or a field of a form."""
_TIGHT_BYLINE = lazy_pattern(rf"(?P<post>{POST})(?P<name>{CHAR}{{2,3}}|[xX×*某○]{{1,4}}|{CHAR}[某xX×*○]{{1,2}})$")

_OF_ONE = lazy_pattern(
    r"[对给](?!照)(?:[^，。；：:]{2,14}同志(?:所?提出?)?的|(?:(?!生活会)[^，。；：:\d]){2,14}的(?:批评|主要)?(?:意见|建议))"
)
"""What heads the part of one person, below the title of the whole: 对张三同志的批评意见."""

_CLAUSES = lazy_pattern(r"\S[，；]\s*\S")

_WEB = lazy_pattern(
    r"(?:^|[\s\u3000])(?:来源|作者|发布时间|发布日期|浏览次数|阅读次数|点击数?|编辑|责任编辑|字体|信息来源|稿件来源)\s*[：:]"
)
"""What stands below the title of a page on the web."""

_FIELD = lazy_pattern(r"(?:[^\s，。：:]{2,10}|(?:[\u4e00-\u9fff][ \u3000]+){1,4}[\u4e00-\u9fff])\s*[:：]\s*\S.*")
"""A line that fills in a form: 填报单位：某局党组."""

_ORG = lazy_pattern(
    rf"(?:在|对(?!外)|关于)?(?P<org>{Sort.UNIT}{DIGITS}(?:党[组委])?|"
    r"(?![（(]|年?度)(?:中共)?[^\s，。：:《》“”\d]{0,24}?(?:党组|党委|党工委|党总支|党支部|支部委员会|委员会|支部|局|院|厅|公司|集团|中心|单位|学校|学院|大学|医院|镇|乡|街道|县|市|区|办公室|办事处|总站|司|[残妇科侨文工商社]联|总工会|协会|合作社|供销社|[档图博文科体展]\S{0,3}馆|(?![干全大]部|党委)[\u4e00-\u9fff](?:部|委|办|校委|党校|[厂矿所站队台])))(?=(?:第一|常务)?副?(?:书记|[主副]任|[局院校镇乡县市区厅处科部站所队行司馆台社会]长|理事长|检察长|秘书长|主席|总?经理|董事长|总编辑|巡视员|调研员)|领导班子|班子|党员|成员|召开|举行|高质量|组织召开|委员(?!会)|202|201|学习(?:贯彻|教育)|党史学习|“?(?:三严三实|不忘初心|两学一做)|关于|个人|问题|整改|民主|专题|主题|巡[视察]|对照|[（(]|$|[\s　])"
)
_UNNAMED = lazy_pattern("党组|党委|党工委|党总支|党?支部|委员会|公司|集团|中心|单位|学校|学院|大学|医院|办公室|总站|司")
"""A word for a unit of any name: 党委副书记、院长 names none."""


@dataclass(frozen=True, slots=True)
class Front:
    """The title block, taken apart; stretches keep their places."""

    title: tuple[Span, ...] = ()
    number: Span | None = None
    addressee: Span | None = None
    byline: Span | None = None
    date: Span | None = None
    others: tuple[Span, ...] = ()
    preamble: tuple[Span, ...] = ()

    @property
    def title_text(self) -> str | None:
        """The title in one line, None where there is none."""
        return "".join(span.typed for span in self.title) or None

    @property
    def words(self) -> str:
        """The title to be searched: in one line, blanks taken out (发 言 提 纲, 情况 报告)."""
        return "".join("".join(span.text.split()) for span in self.title)


def read_front(blocks: Sequence[Block]) -> Front:
    """Take apart the paragraphs before the first heading."""
    front = Front()
    at = 0
    for block in blocks[:_MOST_LINES]:
        if not _is_front_line(block, front):
            break
        front = _with_line(front, block)
        at += 1
    if not front.title and front.others and _is_titled(front.others[0].text):
        front = replace(front, title=front.others[:1], others=front.others[1:])
    return replace(front, preamble=(*front.preamble, *map(whole, blocks[at:])))


def _is_front_line(block: Block, front: Front) -> bool:
    text = block.text
    if len(text) > _LONGEST_TITLE:
        return (
            bool(TITLE_WORDS.search(text))
            and not front.title
            and text[-1] not in _ENDS
            and len(text) <= 2 * _LONGEST_TITLE
        )
    if _ADDRESSEE.fullmatch(text) and front.title:
        return True
    return text[-1] not in _ENDS


def _with_line(front: Front, block: Block) -> Front:
    """The title block with one more line of it."""
    span, text = whole(block), block.text
    titled = any(_is_titled(part.text) for part in front.title)
    numbered = _NUMBER.fullmatch(text) if front.number is None and not titled else None
    if numbered is not None:
        return replace(front, number=Span(block, *numbered.span("number")))
    if _WEB.search(text) is not None:
        return replace(front, others=(*front.others, span))
    if is_date_line(text) or (byline_in(text) is None and text[0] in "（(" and text[-1] in "）)" and find_dates(text)):
        if front.date is not None:
            return replace(front, others=(*front.others, span))
        return replace(front, date=span)
    if _ADDRESSEE.fullmatch(text) and front.title and front.addressee is None:
        return replace(front, addressee=span)
    if (not front.title and front.byline is None and byline_in(text)) or (
        front.title
        and front.byline is None
        and (byline_in(text) or _byline(text) or _is_bare_name(text.strip("（）()")) or _masked(text))
    ):
        return replace(front, byline=span)
    if front.title and (_FIELD.fullmatch(text) or (titled and _OF_ONE.match(text))):
        return replace(front, preamble=(*front.preamble, span))
    if (not titled and front.byline is None) or (
        titled
        and not front.preamble
        and text[-1] not in "：:"
        and (_MEETING.search(text) or (TITLE_WORDS.search(text) and front.byline is None and front.date is None))
        and len(front.title) < 4
    ):
        return replace(front, title=(*front.title, span))
    if titled and (front.preamble or _CLAUSES.search(text)):  # 应到9人，实到3人: said, whatever ends it
        return replace(front, preamble=(*front.preamble, span))
    return replace(front, others=(*front.others, span))


def unspaced(text: str) -> str:
    """Return `text` without white space if it is letter-spaced: 发 言 提 纲."""
    return re.sub(r"\s+", "", text) if _SPACED.fullmatch(text) else text


def _is_titled(text: str) -> bool:
    return TITLE_WORDS.search(unspaced(text)) is not None


def _byline(text: str) -> re.Match[str] | None:
    spaced = next((found for pattern in _BYLINES if (found := pattern.match(text))), None)
    tight = TITLE_WORDS.search(text) is None and _FIELD.fullmatch(text) is None
    return spaced or (_TIGHT_BYLINE.match(text) if tight else None)


def _is_bare_name(text: str) -> bool:
    """Whether a line is nothing but a name, and not how far the paper is: 讨论稿, 送审稿."""
    bare = "".join(text.split())
    spread = len(bare) < len(text) and len(bare) > 2  # 发 言 提 纲 is spread, too
    named = BARE_NAME.fullmatch(text) is not None and TITLE_WORDS.search(bare) is None and bare[-1] != "稿"
    return named and (not spread or is_person(bare))


def _masked(text: str) -> bool:
    return re.match(r"[xX×*某○_]{2,4}(?:同志)?[（(]", text) is not None


def year_of(text: str) -> tuple[int, int, int] | None:
    """Return the year that a title or sentence names, `2025年度` before any other, with its place."""
    text = text.translate(_HALF_WIDTH)
    found = _YEAR_DU.search(text) or _YEAR.search(text)
    if found is None:
        return None
    digits = "".join(found[1].split()).translate(str.maketrans("〇零○O一二三四五六七八九", "0000123456789"))
    return int(digits), found.start(), found.end()


def byline_of(text: str) -> tuple[str | None, tuple[int, int]]:
    """Return the post in a byline and where the name stands: `某局党组成员、副局长　张三`, `（张三）`, `汇报人：张三`."""
    if line := byline_in(text):
        return line.post, line.name
    if found := _byline(text):
        return found["post"].strip() or None, found.span("name")
    start = len(text) - len(text.lstrip("（("))
    bracket = next((at for at in range(start, len(text)) if text[at] in "（()）"), len(text))
    return None, (start, bracket)


def organisation_of(title: str) -> tuple[int, int] | None:
    """Return where a title names the unit: the words up to 领导班子, 党组成员, 2025年度."""
    named = (found for found in _ORG.finditer(title) if found["org"] and not _UNNAMED.fullmatch(found["org"]))
    return next((found.span("org") for found in named), None)
