"""From an outline to the value of its kind."""

from __future__ import annotations

from mzsh_model.kernel.collector import collector_held
from mzsh_model.kernel.outcome import Outcome
from mzsh_model.model.base import Kind
from mzsh_model.model.documents import DocumentValue, SelfExamination, Unrecognised
from mzsh_model.outline.lines import Outline
from mzsh_model.readers.draft import whole
from mzsh_model.readers.examination import read_examination
from mzsh_model.readers.kind import Detection, detect_kind
from mzsh_model.readers.ledger import read_ledger
from mzsh_model.readers.report import read_report
from mzsh_model.readers.skeleton import Skeleton, anchor_title, finish, skeleton_of
from mzsh_model.readers.table import ledger_tables


@collector_held()
def read_outline(outline: Outline) -> tuple[Detection, Outcome[DocumentValue]]:
    """Tell the kind of a document and read it as that kind. Content never raises: doubts are notices."""
    skeleton = skeleton_of(outline)
    tables = ledger_tables(outline.lines)
    found = detect_kind(skeleton, tables)
    outcome: Outcome[DocumentValue]
    match found.kind:
        case Kind.LEDGER:
            outcome = read_ledger(skeleton, tables)
        case Kind.MEETING_REPORT:
            outcome = read_report(skeleton)
        case Kind.SELF_EXAMINATION:
            outcome = read_examination(skeleton)
            if not found.sure and isinstance(outcome.value, SelfExamination) and not outcome.value.issues:
                found = Detection(Kind.UNKNOWN, "有像是问题部分的标题，但没有读出任何问题", False)
                outcome = _unrecognised(skeleton_of(outline))
        case Kind.UNKNOWN:
            outcome = _unrecognised(skeleton)
    return found, outcome


def _unrecognised(skeleton: Skeleton) -> Outcome[Unrecognised]:
    draft = skeleton.draft
    title = anchor_title(skeleton)
    taken = {id(span.block) for span in (*skeleton.front.title, *skeleton.front.others)}
    paragraphs = [block for block in skeleton.blocks.blocks if id(block) not in taken]
    texts = tuple(draft.anchor_span(f"/paragraphs/{i}", whole(block)) for i, block in enumerate(paragraphs))
    finish(skeleton)
    return Outcome(Unrecognised(title=title, paragraphs=texts), tuple(draft.notices), draft.anchors)
