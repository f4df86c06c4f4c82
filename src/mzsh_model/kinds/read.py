"""From an outline to the value of its kind."""

from __future__ import annotations

from mzsh_model.kernel.outcome import Outcome
from mzsh_model.kinds.detection import Detection, detect_kind
from mzsh_model.kinds.reviewed import with_reviews
from mzsh_model.kinds.seen import Seen
from mzsh_model.kinds.spec import Paper
from mzsh_model.kinds.unrecognised.description import UNRECOGNISED
from mzsh_model.model.documents import DocumentValue
from mzsh_model.outline.lines import Outline
from mzsh_model.reading.skeleton import skeleton_of
from mzsh_model.reading.tables.grids import Grids
from mzsh_model.reading.tables.laid import laid_tables


def read_outline(outline: Outline, *, linked: bool = True) -> tuple[Detection, Outcome[DocumentValue]]:
    """Tell the kind of a document and read it as that kind. Content never raises: doubts are notices.

    Whoever compares what is read with what was written needs no links, which follow from the rest: `linked` asks for them.
    """
    grids = Grids(outline.lines)
    tables, aside = laid_tables(grids)
    skeleton = skeleton_of(outline, aside)
    seen = Seen(skeleton, tables)
    found = detect_kind(seen)
    outcome: Outcome[DocumentValue] = found.spec.read(Paper(outline, grids, skeleton, tables, seen.chapters, linked))
    proof = () if found.sure else found.spec.proof
    if proof and not any(outcome.value.__dict__[name] for name in proof):
        said = f"像是{found.spec.zh}，但没有读出这类材料必有的内容"
        found = Detection(UNRECOGNISED, said, False, found.neighbour)
        outcome = UNRECOGNISED.read(Paper(outline, grids, skeleton_of(outline), tables))
    return found, with_reviews(outcome, outline)
