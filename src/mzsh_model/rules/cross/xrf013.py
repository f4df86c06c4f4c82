"""XRF013 year-differs."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.rules.finding import Level
from mzsh_model.rules.papers import MeetingPapers
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="XRF013",
    name="year-differs",
    on=MeetingPapers,
    level=Level.SHOULD,
    basis=Basis("同一次会的材料，年度应当一致", "惯例"),
    zh=Message(
        "这份材料写的是{year}年度，其他材料写的是{usual}年度。",
        "年度写错，会被看作拿往年的材料来用。",
        "核对年度；确是往年的材料，移到往年的文件夹里。",
        "2025年度民主生活会",
    ),
    en=Message(
        "This paper is of {year}, the others are of {usual}.",
        "A wrong year looks like a paper of another year used again.",
        "Correct the year, or move the paper to the folder of its year.",
        "2025年度民主生活会",
    ),
)
def year_differs(meeting: MeetingPapers) -> Iterator[Hit]:
    """一次会的各份材料，年度应当是同一个。

    往年的同一种材料另算一次会；这里只说补了今年的缺、年度却不同的那一份。
    """
    for paper in meeting.papers:
        year = paper.value.__dict__.get("year")
        if isinstance(year, int) and meeting.year is not None and year != meeting.year:
            same = next((one for one in meeting.papers if one.value.__dict__.get("year") == meeting.year), None)
            also = (hit("/year", paper=same.path),) if same else ()
            yield hit("/year", paper=paper.path, also=also, year=year, usual=meeting.year)
