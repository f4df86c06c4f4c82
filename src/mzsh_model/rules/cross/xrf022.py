"""XRF022 criticism-not-in-ledger."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.model.documents import LedgerEntry
from mzsh_model.rules.cross.criticisms import criticisms_of
from mzsh_model.rules.cross.holders import ANYBODY, issues_of, rows_of
from mzsh_model.rules.cross.preconditions import lacking, unread
from mzsh_model.rules.cross.wording import AKIN, are_akin, covered
from mzsh_model.rules.finding import Level, Unchecked
from mzsh_model.rules.papers import MeetingPapers
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="XRF022",
    name="criticism-not-in-ledger",
    on=MeetingPapers,
    level=Level.HINT,
    basis=Basis("相互批评的意见也要列入整改", "惯例"),
    zh=Message(
        "对{target}的这条批评意见，{target}的台账里没有找到。",
        "会上接受了批评，会后不列入整改，等于没有接受。",
        "在本人台账里补上，写明措施和时限；没有接受的，写明理由。",
        "问题来源：相互批评",
    ),
    en=Message(
        "This criticism of “{target}” was not found in the ledger of “{target}”.",
        "A criticism that was accepted and is not acted on was not accepted.",
        "Add it to the member's ledger, or say why it was not accepted.",
        "问题来源：相互批评",
    ),
)
def criticism_not_in_ledger(meeting: MeetingPapers) -> Iterator[Hit | Unchecked]:
    """接受了的批评意见，应当列入被批评人的台账。

    台账里的问题或措施、本人材料里的问题说到同一件事就算。批评意见表里写明不接受的、只提希望的、没有这个人的台账、没有读全的不查。
    """
    voiced = [one for one in criticisms_of(meeting) if one.target]
    if not voiced:
        return
    ledgers = meeting.of("Ledger")
    yield from lacking(meeting, ("Ledger", "整改台账"))
    yield from unread(ledgers)
    if not ledgers or not all(paper.is_read for paper in ledgers):
        return
    held = {row.holder for row in rows_of(meeting)}
    for one in voiced:
        if (
            one.target in held
            and not one.refused
            and not one.only_wishes
            and not _listed(meeting, one.target, one.text)
        ):
            also = tuple(hit(same.at, paper=same.paper.path) for same in one.again)
            yield hit(one.at, paper=one.paper.path, also=also, target=one.target)


def _listed(meeting: MeetingPapers, target: str, text: str) -> bool:
    """Whether a row of theirs is about it, or a problem of their own paper, which must be in a row as well."""
    if any(own.holder == target and covered(text, own.issue.text) >= AKIN for own in issues_of(meeting)):
        return True
    for row in rows_of(meeting):
        if row.holder not in (target, ANYBODY):
            continue
        entry = next(one for at, one in row.paper.each(LedgerEntry) if f"{at}/issue" == row.at)
        for said in (row.issue.text, *(measure.text for measure in entry.measures)):
            if are_akin(said, text):
                return True
    return False
