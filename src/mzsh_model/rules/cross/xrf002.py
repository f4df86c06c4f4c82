"""XRF002 package-paper-double."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.rules.finding import Level
from mzsh_model.rules.papers import MeetingPapers
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="XRF002",
    name="package-paper-double",
    on=MeetingPapers,
    level=Level.SHOULD,
    basis=Basis("会上用的应当是审核过的那一稿", "惯例"),
    zh=Message(
        "{whose}{kind}有两份，内容不同，看不出哪一份是定稿。",
        "拿错了稿子，审的和用的就不是同一份。",
        "在文件名里写明稿次（如初稿、定稿），或把不用的移出文件夹。",
        "张三对照检查材料（定稿）.docx",
    ),
    en=Message(
        "There are two different papers “{whose}{kind}”, and nothing says which is in use.",
        "What was reviewed and what is used must be one and the same.",
        "Say in the name of the file which version it is, or move the other one out of the folder.",
        "张三对照检查材料（定稿）.docx",
    ),
)
def package_paper_double(meeting: MeetingPapers) -> Iterator[Hit]:
    """同一份材料有几稿的，应当分得清哪一份是定稿。

    按文件名和标题里的稿次、按文字的相近程度分；一字不差的副本不算。
    """
    for one, other in meeting.doubles:
        whose = f"{one.whose}的" if one.whose else ""
        yield hit("/title", paper=one.path, also=(hit("/title", paper=other.path),), whose=whose, kind=one.kind_zh)
