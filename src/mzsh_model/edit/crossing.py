"""An item that goes from one aspect to another: behind those that come under it already."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar, cast

from mzsh_model.edit.aspects import aspects_of, own_aspect, under
from mzsh_model.edit.following import following
from mzsh_model.edit.headings import section_of_aspect
from mzsh_model.edit.lists import placed, relinked
from mzsh_model.edit.refusal import refusal
from mzsh_model.kernel.errors import BadEdit
from mzsh_model.kernel.path import ModelPath
from mzsh_model.kinds.registry import kind_of
from mzsh_model.kinds.spec import AspectsIn
from mzsh_model.model.base import Value
from mzsh_model.model.documents import DocumentValue
from mzsh_model.model.items import Cause, Issue, Measure
from mzsh_model.model.rebuild import put
from mzsh_model.model.walk import resolve

DocT = TypeVar("DocT", bound=DocumentValue)
Item = Issue | Cause | Measure


def with_aspect(value: DocT, path: ModelPath, new: object) -> DocT:
    """Return `value` with the item whose aspect stands at `path` under another one, behind the items of its list there.

    Raises:
        BadEdit: aspects are no headings here, none is called so, or no item of the list stands under it yet.
    """
    listed, index = path.parent.parent, int(path.parent.parts[-1])
    items = list(cast(tuple[Item, ...], resolve(value, listed)))
    item = items.pop(index)
    if kind_of(value).aspects is not AspectsIn.HEADINGS or new is None or item.aspect is None:
        raise refusal(path, "aspect")
    if isinstance(item, Issue) and own_aspect(item, None) is not None:
        raise BadEdit("edit-aspect", f"{path} 写在这一条的全文里。请改同一项的 text")
    at = next((n for n, one in enumerate(aspects_of(value)) if one.name == new), None)
    if at is None or section_of_aspect(value, at) is None:
        raise BadEdit(
            "edit-aspect",
            f"{path} 要写材料里已有的方面（/aspects/…/name），没有这个标题就没有地方写。请先在文件里写上标题",
        )
    there = [n for n, one in enumerate(items) if one.aspect == new]
    if not there:
        raise BadEdit("edit-aspect", f"{path} 的那个方面下面还没有同类的条目，不知道写在哪里。请先在文件里写上一条")
    items.insert(there[-1] + 1, under(item, aspects_of(value)[at]))
    return following(value, relinked(put(value, listed.parts, tuple(items))), path.parts)


def in_its_place(value: DocT, at: ModelPath, given: Value, known: Value) -> tuple[DocT, Value]:
    """Return `value` with the item at `at` of a list that is given whole under the aspect that it is given, and the item.

    One that is given with the aspect it had (`known`) is under that of its new neighbours.

    Raises:
        BadEdit: it was given an aspect that none of its neighbours is under.
    """
    held = resolve(value, at)
    if not (isinstance(given, Item) and isinstance(held, Item)) or kind_of(value).aspects is not AspectsIn.HEADINGS:
        return value, given
    told: Mapping[str, object] = {"aspect": held.aspect, "aspect_id": held.aspect_id}
    if given.aspect in (known.__dict__["aspect"], held.aspect):
        return value, given.model_copy(update=told)
    items, index = cast(tuple[Item, ...], resolve(value, at.parent)), int(at.parts[-1])
    made = placed(held.model_copy(update={"aspect": given.aspect}), [*items[:index][-1:], *items[index + 1 :][:1]], at)
    told = {"aspect": made.aspect, "aspect_id": made.aspect_id}
    return put(value, at.parts, held.model_copy(update=told)), given.model_copy(update=told)
