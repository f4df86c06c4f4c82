"""XRF023 opinion-unanswered."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.rules.cross.holders import issues_of, rows_of
from mzsh_model.rules.cross.listed import rows_with
from mzsh_model.rules.cross.preconditions import unread
from mzsh_model.rules.cross.wording import are_akin
from mzsh_model.rules.finding import Level, Unchecked
from mzsh_model.rules.papers import MeetingPapers
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="XRF023",
    name="opinion-unanswered",
    on=MeetingPapers,
    level=Level.SHOULD,
    basis=Basis("征求到的意见应当逐条认领、逐条回应", "惯例"),
    zh=Message(
        "这条意见没有人认领，也没有写怎样回应，材料和台账里都没有找到。",
        "征求了意见不回应，群众会认为是走形式。",
        "写明谁认领、怎样改；不采纳的写明理由。",
        "认领人：李四；拟采取措施：来信7个工作日内答复",
    ),
    en=Message(
        "Nobody claimed this opinion or answered it, and no paper or ledger takes it up.",
        "Opinions that are asked for and not answered were asked for in form only.",
        "Say who claims it and what is done; where it is not adopted, say why.",
        "认领人：李四；拟采取措施：来信7个工作日内答复",
    ),
)
def opinion_unanswered(meeting: MeetingPapers) -> Iterator[Hit | Unchecked]:
    """征求到的意见，应当有人认领、有回应，或者写进查摆的问题。

    清单里写了认领人、采纳情况或措施的，材料、台账里说到同一件事的，都算回应。材料没有读全的不查。
    """
    papers = [*meeting.of("SelfExamination"), *meeting.of("Ledger")]
    lists = meeting.of("OpinionList")
    if not lists:
        return
    yield from unread(papers)
    if not papers or not all(paper.is_read for paper in papers):
        return
    taken_up = [one.issue.text for one in (*issues_of(meeting), *rows_of(meeting))]
    for paper in lists:
        for row in rows_with(paper, "text", "claimed_by", "adopted", "measure"):
            answered = any(row.said(field) for field in ("claimed_by", "adopted", "measure", "owner"))
            text = row.said("text")
            if text and not answered and not any(are_akin(text, one) for one in taken_up):
                yield hit(f"{row.at}/text", paper=paper.path)
