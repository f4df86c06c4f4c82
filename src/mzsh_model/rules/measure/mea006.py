"""MEA006 measure-not-verifiable."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.model.items import Measure
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule
from mzsh_model.rules.senses import amount, is_mere_intent, sense
from mzsh_model.rules.words import any_of


@rule(
    code="MEA006",
    name="measure-not-verifiable",
    on=Measure,
    level=Level.SHOULD,
    basis=Basis("整改的通行要求：措施具体、可检查，不大而化之", "惯例"),
    zh=Message(
        "这条措施只有“{word}”之类的表态，看不出做什么。",
        "没有动作、对象和频次的措施无法检查，年底说不清做没做到。",
        "写明做什么、做几次、到什么程度。",
        "每季度不打招呼到基层站所蹲点1天，问题当场记、答复当场给。",
    ),
    en=Message(
        "The measure only declares intent (“{word}”).",
        "Without an action, an object and a frequency it cannot be checked.",
        "Say what will be done, how often and to what end.",
        "每季度不打招呼到基层站所蹲点1天，问题当场记、答复当场给。",
    ),
)
def measure_not_verifiable(measure: Measure, at: str, ctx: Context) -> Iterator[Hit]:
    """整改措施应当可以检查。

    每一句都是表态才算；写得较长的不查，有数字、频次、制度、清单或具体动作的不算。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    二、整改措施
    一是进一步提高思想认识。
    二是深入调研，每月到联系点1次。
    ```

    → 「进一步」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    二、整改措施
    一是每月精读一本书，写一篇体会。
    二是深入调研，每月到联系点1次。
    ```
    """
    if len(measure.text) > ctx.profile.short_measure or amount().search(measure.text):
        return
    if any_of(sense("action", "words")).search(any_of(sense("intent", "inert")).sub("", measure.text)):
        return
    if is_mere_intent(measure.text):
        found = any_of((*sense("intent", "adverbs"), *ctx.profile.intent_words)).search(measure.text)
        start, end = found.span() if found else (0, len(measure.text.rstrip("。；")))
        yield hit(f"{at}/text", start=start, end=end, word=measure.text[start:end])
