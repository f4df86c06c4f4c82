"""From an outline to the value of its kind."""

from __future__ import annotations

from mzsh_model.kernel.outcome import Outcome
from mzsh_model.kinds.detection import Detection, detect_kind
from mzsh_model.kinds.examination.reader import read_examination
from mzsh_model.kinds.ledger.reader import read_ledger
from mzsh_model.kinds.report.reader import read_report
from mzsh_model.model.base import Kind
from mzsh_model.model.documents import DocumentValue, SelfExamination, Unrecognised
from mzsh_model.outline.blocks import make_blocks
from mzsh_model.outline.lines import Outline
from mzsh_model.reading.draft import joined_place, whole
from mzsh_model.reading.frame.front import TITLE_WORDS
from mzsh_model.reading.skeleton import Skeleton, finish, skeleton_of
from mzsh_model.reading.tables.laid import laid_tables
from mzsh_model.reading.tables.ledger_tables import ledger_tables

_OF_EXAMINATION = ({"measure"}, {"issue"}, {"number", "owner", "due"})
"""What a table of a self-examination must tell to be read: measures, else problems, else who answers and by when."""


def read_outline(outline: Outline) -> tuple[Detection, Outcome[DocumentValue]]:
    """Tell the kind of a document and read it as that kind. Content never raises: doubts are notices."""
    tables, aside = laid_tables(outline.lines)
    skeleton = skeleton_of(outline, aside)
    found = detect_kind(skeleton, tables)
    outcome: Outcome[DocumentValue]
    match found.kind:
        case Kind.LEDGER:
            outcome = read_ledger(skeleton, tables)
        case Kind.MEETING_REPORT:
            outcome = read_report(skeleton)
        case Kind.SELF_EXAMINATION:
            found_in = (ledger_tables(outline.lines, frozenset(names)) for names in _OF_EXAMINATION)
            outcome = read_examination(skeleton, next(filter(None, found_in), ()))
            if not found.sure and isinstance(outcome.value, SelfExamination) and not outcome.value.issues:
                found = Detection(Kind.UNKNOWN, "有像是问题部分的标题，但没有读出任何问题", False, found.neighbour)
                outcome = _unrecognised(skeleton_of(outline))
        case Kind.UNKNOWN:
            outcome = _unrecognised(skeleton)
    return found, outcome


def _unrecognised(skeleton: Skeleton) -> Outcome[Unrecognised]:
    """The title, and every other paragraph, those of tables too: what is not understood can still be searched and edited."""
    draft = skeleton.draft
    draft.forget("/year")  # looked for before the kind was known
    titled = TITLE_WORDS.search(skeleton.front.words) is not None
    title = skeleton.front.title if titled else []
    if title:
        draft.anchor("/title", joined_place(title))
    taken = {(part.line, part.start) for span in title for part in span.place().parts}
    lines = (line for line in draft.outline.lines if line.story in ("body", "textbox"))
    spans = [whole(block) for block in make_blocks(lines).blocks]
    kept = [span for span in spans if span.place()[:2] not in taken]
    texts = tuple(draft.anchor_span(f"/paragraphs/{i}", span) for i, span in enumerate(kept))
    finish(skeleton)
    value = Unrecognised(title=skeleton.front.title_text if titled else None, paragraphs=texts)
    return Outcome(value, tuple(draft.notices), draft.anchors)
