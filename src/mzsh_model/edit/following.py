"""What follows from an edited text in the whole document: facts, aspects; and whether its opening is still read so."""

from __future__ import annotations

from typing import TypeVar

from mzsh_model.edit.aspects import with_aspects_of_year, with_own_aspects
from mzsh_model.edit.facts import followed, held_at, opening_reads
from mzsh_model.kernel.errors import BadEdit
from mzsh_model.kernel.path import ModelPath
from mzsh_model.kinds.registry import kind_of
from mzsh_model.kinds.reviewed import followed_reviews
from mzsh_model.kinds.spec import AspectsIn
from mzsh_model.kinds.unrecognised.description import UNRECOGNISED
from mzsh_model.model.base import Value
from mzsh_model.model.documents import DocumentValue
from mzsh_model.reading.reviews import REVIEW_SIGN

DocT = TypeVar("DocT", bound=DocumentValue)


def following(before: DocT, after: DocT, steps: tuple[str, ...]) -> DocT:
    """Return `after`, where texts below `steps` were edited, with the facts they state and the aspects they name.

    Raises:
        BadEdit: title or opening would be read as something else.
    """
    kind = kind_of(before)
    if before.reviews or _may_tell_of_a_review(held_at(after.__dict__, ModelPath(f"/{'/'.join(steps)}"))):
        after = followed_reviews(before, after)
    if not kind.bears(steps[0]):
        return after
    if kind.aspects is AspectsIn.TEXTS:
        after = with_own_aspects(before, after)
    if steps[0] in ("title", "preamble"):
        _check_opening(before, after, f"/{'/'.join(steps)}")
    after = followed(before, after)
    if "aspects" in after.__dict__ and after.__dict__["year"] != before.__dict__["year"]:
        after = with_aspects_of_year(after)
    return after


def _may_tell_of_a_review(held: object) -> bool:
    """Whether what was edited may tell of one; of a list given whole nothing is known."""
    said = held.__dict__.get("text") if isinstance(held, Value) else held
    return said is not None and (not isinstance(said, str) or REVIEW_SIGN in said)


def _check_opening(before: DocumentValue, after: DocumentValue, path: str) -> None:
    """Refuse a title or an opening paragraph that would be read as something else, or make another kind of document."""
    (was, kind), (now, other) = opening_reads(before), opening_reads(after)
    if was and not now:
        raise BadEdit("edit-opening", f"{path} 这样写会与标题、署名或导语混在一起。标题不带标点结尾，导语要成句")
    own = kind_of(before)
    if other is not own and (kind is own or other is not UNRECOGNISED):
        raise BadEdit("edit-kind", f"{path} 这样写就不再读作{own.zh}。请保留表明文种的词")
