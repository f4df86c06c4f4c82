"""From an outline to the value of its kind."""

from __future__ import annotations

from mzsh_model.kernel.outcome import Outcome
from mzsh_model.kinds.detection import Detection, detect_kind
from mzsh_model.kinds.registry import AnyKind
from mzsh_model.kinds.reviewed import with_reviews
from mzsh_model.kinds.seen import Seen
from mzsh_model.kinds.spec import Paper
from mzsh_model.kinds.unrecognised.description import UNRECOGNISED
from mzsh_model.model.documents import DocumentValue
from mzsh_model.outline.lines import Outline
from mzsh_model.reading.skeleton import Skeleton, skeleton_of
from mzsh_model.reading.tables.column_names import LedgerTable
from mzsh_model.reading.tables.grids import Grids
from mzsh_model.reading.tables.laid import laid_tables


def read_outline(outline: Outline, *, linked: bool = True) -> tuple[Detection, Outcome[DocumentValue]]:
    """Tell the kind of a document and read it as that kind. Content never raises: doubts are notices.

    Whoever compares what is read with what was written needs no links, which follow from the rest: `linked` asks for them.
    """
    found, paper = taken_apart(outline, linked=linked)
    outcome: Outcome[DocumentValue] = found.spec.read(paper)
    proof = () if found.sure else found.spec.proof
    if proof and not any(outcome.value.__dict__[name] for name in proof):
        said = f"像是{found.spec.zh}，但没有读出这类材料必有的内容"
        found = Detection(UNRECOGNISED, said, False, found.neighbour)
        outcome = UNRECOGNISED.read(Paper(outline, paper.grids, skeleton_of(outline), paper.tables))
    return found, with_reviews(outcome, outline)


def read_as(spec: AnyKind, outline: Outline) -> Outcome[DocumentValue]:
    """Read a document, or some of its lines, as a kind that it is known to be of; without links."""
    grids, skeleton, tables = _bones(outline)
    chapters = Seen(skeleton, tables).chapters
    outcome: Outcome[DocumentValue] = spec.read(Paper(outline, grids, skeleton, tables, chapters, False))
    return with_reviews(outcome, outline)


def taken_apart(outline: Outline, *, linked: bool = True) -> tuple[Detection, Paper]:
    """Return the kind of a document by its signs, and what the reader of that kind is given: chapters with their parts, no items yet."""
    grids, skeleton, tables = _bones(outline)
    seen = Seen(skeleton, tables)
    found = detect_kind(seen)
    return found, Paper(outline, grids, skeleton, tables, seen.chapters, linked)


def _bones(outline: Outline) -> tuple[Grids, Skeleton, tuple[LedgerTable, ...]]:
    grids = Grids(outline.lines)
    tables, aside = laid_tables(grids)
    return grids, skeleton_of(outline, aside), tables
