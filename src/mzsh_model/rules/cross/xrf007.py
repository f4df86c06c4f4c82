"""XRF007 ledger-issue-reworded."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.rules.cross.holders import matched
from mzsh_model.rules.finding import Level
from mzsh_model.rules.papers import MeetingPapers
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="XRF007",
    name="ledger-issue-reworded",
    on=MeetingPapers,
    level=Level.HINT,
    basis=Basis("台账的问题表述应与材料一致，不能改轻", "惯例"),
    zh=Message(
        "{whose}材料里的“{issue}”，到台账里写成了“{row}”。",
        "换了说法，容易被看作避重就轻，对账时也对不上。",
        "照材料里的话写；确需概括的，不改变问题的轻重。",
        "材料：搞形式主义；台账：搞形式主义",
    ),
    en=Message(
        "“{issue}” in the paper of “{whose}” became “{row}” in the ledger.",
        "A problem told otherwise looks softened, and cannot be checked off.",
        "Use the paper's own words, or sum them up without changing their weight.",
        "材料：搞形式主义；台账：搞形式主义",
    ),
)
def ledger_issue_reworded(meeting: MeetingPapers) -> Iterator[Hit]:
    """台账里的问题应当是材料里的话，不能走样。

    材料和台账剩下的一样多，才按先后一一对应着说。
    """
    for issue, row in matched(meeting).reworded:
        if issue.paper.is_read and row.paper.is_read:
            also = (hit(issue.at, paper=issue.paper.path),)
            whose = issue.holder
            yield hit(row.at, paper=row.paper.path, also=also, whose=whose, issue=issue.said, row=row.said)
