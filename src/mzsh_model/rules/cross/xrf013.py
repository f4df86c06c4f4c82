"""XRF013 year-differs."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.days import is_before
from mzsh_model.model.parts import Meeting, Signature
from mzsh_model.rules.cross.accounts import ACCOUNT, names_year_before
from mzsh_model.rules.finding import Level
from mzsh_model.rules.papers import MeetingPapers, Paper
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
        {"account": "这份上年度整改落实情况写的是{year}年度；{usual}年度的会，通报的是{before}年度的整改。"},
    ),
    en=Message(
        "This paper is of {year}, the others are of {usual}.",
        "A wrong year looks like a paper of another year used again.",
        "Correct the year, or move the paper to the folder of its year.",
        "2025年度民主生活会",
        {"account": "This account of last year is of {year}; at the meeting of {usual} that of {before} is given."},
    ),
)
def year_differs(meeting: MeetingPapers) -> Iterator[Hit]:
    """一次会的各份材料，年度应当是同一个；上年度整改落实情况是上一个年度的。

    往年的同一种材料另算一次会；这里只说补了今年的缺、年度却不同的那一份。会后写的本年度整改落实情况不在此列。
    """
    if meeting.year is None:
        return
    usual = meeting.year
    same = next((one for one in meeting.papers if one.value.__dict__.get("year") == usual and not _accounts(one)), None)
    also = (hit("/year", paper=same.path),) if same else ()
    for paper in meeting.papers:
        year = paper.value.__dict__.get("year")
        if not isinstance(year, int):
            continue
        if not _accounts(paper):
            if year != usual:
                yield hit("/year", paper=paper.path, also=also, year=year, usual=usual)
        elif year != usual - 1 and not (
            year == usual and (names_year_before(paper.value) or _is_later(meeting, paper))
        ):
            yield hit("/year", paper=paper.path, also=also, case="account", year=year, usual=usual, before=usual - 1)


def _accounts(paper: Paper) -> bool:
    return paper.kind == ACCOUNT


def _is_later(meeting: MeetingPapers, paper: Paper) -> bool:
    """Whether an account was written after the meeting: then it tells what became of this meeting's own problems."""
    days = [signature.on for _, signature in paper.each(Signature) if signature.on]
    held_on = [held.held_on for one, _, held in meeting.having(Meeting) if held.held_on and one is not paper]
    return any(is_before(held, day) for day in days for held in held_on)
