"""TXT006 text-fixed-phrase-slip."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.outline.lines import Line
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit_line, rule
from mzsh_model.rules.senses import sense

_SHORTEST = 5
_QUOTED = lazy_pattern("“([\u4e00-\u9fff]{4})”")
_LONG = 11
_SHORT = 6
_JOINING = frozenset("和与及的之")
_HAN = "[\u4e00-\u9fff]"


@lru_cache(maxsize=8)
def _slipped(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Finds a phrase with one character wrong or two changed over; of a long one also with two wrong inside."""
    forms: list[str] = []
    for p in (one for one in phrases if len(one) >= _SHORTEST and all("\u4e00" <= c <= "\u9fff" for c in one)):
        forms += [f"{p[:n]}(?!{p[n]}){_HAN}{p[n + 1 :]}" for n in range(1, len(p))]
        forms += [p[:n] + p[n + 1] + p[n] + p[n + 2 :] for n in range(len(p) - 1) if p[n] != p[n + 1]]
        if len(p) >= _LONG:
            forms.append(f"(?!{p}){p[:3]}{_HAN}{{{len(p) - 6}}}{p[-3:]}")
    return re.compile("|".join(forms) if forms else r"(?!)")


@rule(
    code="TXT006",
    name="text-fixed-phrase-slip",
    on=Line,
    any_paper=True,
    level=Level.MUST,
    basis=Basis("固定表述应当准确无误", "惯例"),
    zh=Message(
        "“{words}”像是“{phrase}”的笔误。",
        "固定表述错一个字就是硬伤。",
        "改成规范的表述；本来就是另一个说法的，不用改。",
        "习近平新时代中国特色社会主义思想",
    ),
    en=Message(
        "“{words}” looks like a slip for “{phrase}”.",
        "A fixed phrase must be word-perfect.",
        "Use the proper phrase.",
        "习近平新时代中国特色社会主义思想",
    ),
)
def text_fixed_phrase_slip(line: Line, at: str, ctx: Context) -> Iterator[Hit]:
    """固定表述不应有错字。

    词表里有：习近平新时代中国特色社会主义思想、全面从严治党、中央八项规定精神、中国式现代化、党风廉政建设、批评与自我批评、民主生活会、意识形态工作责任制；
    单位可以在配置里加（`fixed_phrases`）。

    与其中一个等长、第一个字相同，错一个字或者相邻两个字颠倒的，当作笔误；十一个字以上的，前三个字和后三个字都对、中间有错的也算。五六个字的，只有最后一个字不同的，可能是另一个说法（“民主生活流于形式”），只作提示；“从严治团”这类本来就有的说法不算。只是“和”“与”“及”互换的不算。

    四个字的说法（两个确立、四个意识、四个自信、两个维护、三会一课、一岗双责、第一议题等）只看加了引号的：前两个字对、后两个字错一个，作建议。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习习近平新世代中国特色社会主义思想不够系统。
    二是调研不够深入。
    ```

    → 「习近平新世代中国特色社会主义思想」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习习近平新时代中国特色社会主义思想不够系统。
    二是调研不够深入。
    ```
    """
    yield from _in_quotes(line)
    for found in _slipped(ctx.profile.fixed_phrases).finditer(line.text):
        words = found[0]
        phrase = min(ctx.profile.fixed_phrases, key=lambda one: _distance(one, words))
        if words in ctx.profile.proper_phrases or words in ctx.profile.fixed_phrases:
            continue
        if not {*words} - {*phrase} <= _JOINING or sorted(words) == sorted(phrase):
            # another last character often makes another word: 民主生活流于形式
            level = Level.HINT if words[:-1] == phrase[:-1] and len(phrase) <= _SHORT else None
            yield hit_line(line, found.start(), found.end(), level=level, words=words, phrase=phrase)


def _in_quotes(line: Line) -> Iterator[Hit]:
    """Short ones are too near to other words, but for in quotation marks: “两个维沪”; even so it is no 必改."""
    known = sense("catchword", "words")
    for found in _QUOTED.finditer(line.text):
        words = found[1]
        near = next((one for one in known if len(one) == len(words) and _distance(one, words) == 1), None)
        if near is not None and near[:2] == words[:2] and words not in (*known, *sense("catchword", "others")):
            yield hit_line(line, found.start(1), found.end(1), level=Level.SHOULD, words=words, phrase=near)


def _distance(phrase: str, words: str) -> int:
    return 99 if len(phrase) != len(words) else sum(a != b for a, b in zip(phrase, words, strict=True))
