"""A fact that no text states yet: it comes in a sentence, at the place where papers of the kind say such facts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar, cast

from mzsh_model.edit.compare import changes
from mzsh_model.edit.facts import facts_of
from mzsh_model.edit.following import following
from mzsh_model.kernel.errors import BadEdit
from mzsh_model.kernel.path import ROOT, ModelPath
from mzsh_model.kinds.registry import kind_of
from mzsh_model.model.base import Value
from mzsh_model.model.documents import DocumentValue
from mzsh_model.model.parts import Section
from mzsh_model.model.rebuild import put, updated
from mzsh_model.model.walk import resolve

DocT = TypeVar("DocT", bound=DocumentValue)
_NOTHING: tuple[object, ...] = (None, ())
_FOLLOW = frozenset({"sections", "preamble", "aspects", "links", "reviews"})
"""The fields that hold the sentence, or are read off the whole paper."""


def may_be_stated(value: DocumentValue, path: ModelPath) -> bool:
    """Tell whether nothing stands at a path where a text of the document might state something."""
    return resolve(value, path) in _NOTHING and path.parts[0] in facts_of(value).fields


def stated(value: DocT, path: ModelPath, new: object) -> DocT:
    """Return `value` with a sentence that states the fact `new`, of which no text tells anything yet.

    Raises:
        BadEdit: such papers have no sentence for it or no place for one, or it would not be read back beside the others.
    """
    alone = _alone(value, path, new)
    coming = list(_coming(alone, kind_of(value).telling(alone)))
    if len(coming) != 1:
        raise BadEdit("edit-absent", f"{path} 没有写在文件里，也没有固定的说法可以添上。请在文件里写好再读")
    ((place, texts),) = coming
    after = following(value, put(value, place.parts, texts), place.parts)
    if resolve(after, path) != new:
        raise BadEdit("edit-unread", f"{path} 添上一句以后读出来不是这样。请直接在 {place} 里写")
    if lost := next((c.path for c in changes(value, after) if c.path and _was_held(c.path, c.old)), None):
        raise BadEdit("edit-unread", f"{path} 添上一句以后 {lost} 会读成别的。请直接在 {place} 里写")
    return after


def _was_held(path: ModelPath, old: object) -> bool:
    return path.parts[0] not in _FOLLOW and old not in _NOTHING


def _alone(value: DocT, path: ModelPath, new: object) -> DocT:
    """The value with this fact and no other."""
    bare = updated(value, {name: _empty(type(value), name) for name in facts_of(value).fields})
    first, *rest = path.parts
    return updated(bare, {first: _with(resolve(value, ROOT / first), rest, new)})


def _with(held: object, steps: list[str], new: object) -> object:
    """A fact of several parts with one part alone."""
    if not steps:
        return new
    if not isinstance(held, Value):
        return held  # an entry of a list: the list has a text of its own already
    first, *rest = steps
    kind = type(held)
    parts = {name: _empty(kind, name) for name in kind.model_fields}
    return held.model_copy(update={**parts, first: _with(held.__dict__[first], rest, new)})


def _empty(kind: type[Value], name: str) -> object:
    return cast(object, kind.model_fields[name].get_default())


def _coming(bare: DocumentValue, told: DocumentValue) -> Iterator[tuple[ModelPath, tuple[str, ...]]]:
    """The lists of texts that have one more, with where they stand; nothing where other headings came too."""
    if bare.__dict__["preamble"] != told.__dict__["preamble"]:
        yield ROOT / "preamble", told.__dict__["preamble"]
    one, other = (cast(tuple[Section, ...], v.__dict__.get("sections", ())) for v in (bare, told))
    if len(one) == len(other):
        for n, (was, now) in enumerate(zip(one, other, strict=True)):
            if was.remarks != now.remarks:
                yield ROOT / "sections" / n / "remarks", now.remarks
