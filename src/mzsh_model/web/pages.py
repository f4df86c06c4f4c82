"""What the page shows: the table of who lacks what, one draft with its findings on the text, a refusal."""

from __future__ import annotations

from mzsh_model.batch.run import FileResult
from mzsh_model.carriers.grouping import grouped
from mzsh_model.carriers.page import told_one, told_sums
from mzsh_model.carriers.templates import rendered
from mzsh_model.document.classified import refuse_classified
from mzsh_model.kernel.errors import BadEdit, MzshError
from mzsh_model.rules.finding import Finding
from mzsh_model.web.desk import Desk
from mzsh_model.web.marked import Block, marked
from mzsh_model.web.room import mebibytes

REPORTS = {
    "html": ("检查结果.html", "网页：给书记、督导组看，可以打印"),
    "xlsx": ("检查结果.xlsx", "Excel：问题明细里可以填处理意见"),
    "docx": ("审核意见汇总表.docx", "Word：审核意见汇总表，签字用"),
    "json": ("检查结果.json", "JSON：给程序用"),
}
"""The carriers that are handed out: the name of the file, and what it is for."""


def home(desk: Desk, nonce: str) -> str:
    """Return the page with everything that is held."""
    room, review = desk.room, desk.review
    told = None
    if review is not None:
        passed = {
            "Word 临时文件": review.found.lock_files,
            "批注稿和报告": review.found.copies,
            "其他文件": review.found.others,
        }
        told = {
            **told_sums(review),
            "places": {one.path: desk.number(one.path) for one in review.files},
            "passed": [(name, count) for name, count in passed.items() if count],
            "unchecked": [(one, one.result.unchecked[0].reason) for one in review.files if not one.result.checked],
        }
    return rendered(
        "web/home.html",
        nonce=nonce,
        told=told,
        reports=REPORTS,
        most=mebibytes(room.request_size),
        room=room,
    )


def draft(desk: Desk, one: FileResult, nonce: str) -> str:
    """Return the page of one draft: its text with the findings on it, and the findings beside it."""
    review = desk.review
    assert review is not None  # the draft is one of its files
    groups = grouped(one.result.findings)
    findings = [finding for group in groups for finding in group.findings]
    paths = [each.path for each in review.files]
    at = paths.index(one.path)
    blocks, hidden = _text(desk, one, findings)
    return rendered(
        "web/draft.html",
        nonce=nonce,
        **told_one(one, review.profile),
        numbers={finding.fingerprint: number for number, finding in enumerate(findings, 1)},
        number=desk.number(one.path),
        before=desk.number(paths[at - 1]) if at else None,
        after=desk.number(paths[at + 1]) if at + 1 < len(paths) else None,
        blocks=blocks,
        hidden=hidden,
    )


def refusal(error: MzshError, home: str, nonce: str) -> str:
    """Return the page that says why something was not done, with the way back."""
    return rendered("web/refusal.html", nonce=nonce, error=error, home=home)


def farewell(nonce: str) -> str:
    """Return the last page."""
    return rendered("web/farewell.html", nonce=nonce)


def _text(desk: Desk, one: FileResult, findings: list[Finding]) -> tuple[list[Block], str]:
    """The text of a draft, or why it is not shown."""
    document = desk.document(one)
    if document is None:
        return [], one.error.message if one.error else ""
    try:
        refuse_classified(document.lines)
    except BadEdit:
        return [], "标有密级，正文不在这里显示。请按保密规定处理"
    return marked(document.lines, findings), ""
