"""What this library wrote beside drafts: by the names of copies, by the sheets of its workbook, by the title of its paper."""

from __future__ import annotations

from mzsh_model.document.document import Document

COPIES = (".批注", ".清洁")
"""How the name of a copy that was made of a draft ends, before the suffix."""
SHEETS = SUMMARY, FINDINGS, PAIRINGS, UNCHECKED = "汇总", "问题明细", "对应表", "未能检查"
"""The sheets of the workbook that carries a run."""
PAPER_TITLE = "民主生活会材料审核意见汇总表"
"""The title of the paper that carries a run."""


def is_report(document: Document) -> bool:
    """Tell whether a document is a report of ours, which is no draft."""
    if document.sheets is not None:
        return {sheet.name for sheet in document.sheets} >= set(SHEETS)
    return any(line.text.strip() for line in document.lines[:1]) and document.lines[0].text.strip() == PAPER_TITLE
