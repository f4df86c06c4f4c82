"""TXT005 text-alias-left."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.spelling import find_aliases
from mzsh_model.outline.lines import Line
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit_line, rule


@rule(
    code="TXT005",
    name="text-alias-left",
    on=Line,
    any_paper=True,
    level=Level.SHOULD,
    basis=Basis("公文用语规范：用规范的词语，不用拼音缩写", "惯例"),
    zh=Message(
        "“{raw}”应写成“{meaning}”。",
        "拼音缩写多是从网上复制时带来的，正式材料里不能用。",
        "改成规范的写法，并全文查找替换。",
        "民主生活会",
        {"many": "“{raw}”应写成“{meaning}”，全文共{count}处。"},
    ),
    en=Message(
        "“{raw}” should read “{meaning}”.",
        "Such abbreviations come with text copied from the web.",
        "Use the proper words throughout.",
        "民主生活会",
        {"many": "“{raw}” should read “{meaning}”, in all {count} places."},
    ),
)
def text_alias_left(line: Line, at: str, ctx: Context) -> Iterator[Hit]:
    """正式材料不用 mzshh、dangshi 之类的写法。

    每种写法只在第一次出现的地方提醒，并写明共几处。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是对mzshh的准备不够充分。
    二是调研不够深入。
    ```

    → 「mzshh」

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是对mzshh的准备不够充分。
    二是mzshh之后的整改不够到位。
    ```

    → 「mzshh」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是对民主生活会的准备不够充分。
    二是调研不够深入。
    ```
    """
    for found in find_aliases(line.text):
        places = ctx.aliases.get(found.raw.lower(), ())
        if places[:1] == ((line.number, found.start),):
            case, count = "many" if len(places) > 1 else "", len(places)
            yield hit_line(line, found.start, found.end, case=case, raw=found.raw, meaning=found.meaning, count=count)
