"""Values edited by path: replace, insert, remove. Pure: the value given stays, the result shares what did not change.

A value stays what a reader would give. What stands in one text changes together (the `due` of a measure and its `text`,
a count and the sentence that states it), by the readers' own code. Links stay as they were judged, save those of items
that are gone; numbers (`label`) of other items stay until a document is written.
"""

from __future__ import annotations

from typing import TypeVar, cast

from mzsh_model.edit.crossing import in_its_place
from mzsh_model.edit.field import with_leaf
from mzsh_model.edit.following import following
from mzsh_model.edit.insertion import PARAGRAPHS, inserted, reordered, without_entry
from mzsh_model.edit.made import lacks_ids
from mzsh_model.edit.pairing import ident
from mzsh_model.edit.refusal import refusal
from mzsh_model.edit.stating import may_be_stated, stated
from mzsh_model.edit.storable import check_paragraph
from mzsh_model.kernel.errors import BadEdit, expect
from mzsh_model.kernel.path import ModelPath
from mzsh_model.kinds.registry import kind_of
from mzsh_model.kinds.spec import AspectsIn
from mzsh_model.model.base import Placeholder, Value
from mzsh_model.model.documents import DocumentValue
from mzsh_model.model.rebuild import fitted, put, type_at
from mzsh_model.model.walk import resolve

DocT = TypeVar("DocT", bound=DocumentValue)


def replace(value: DocT, path: str, new: object) -> DocT:
    """Return `value` with `new` at `path`.

    A date in EDTF (`2026-06`) is written in the form of the old content (`2026年9月底前` gives `2026年6月底前`); a name
    that is a blank (`xxx`) becomes one. An item may be given whole, as a value or as JSON has it, and so may a list:
    items are known by their ids, those missing are removed, those with a new id are inserted, the order is the new one.

    Raises:
        BadPath: the path leads nowhere; the nearest step is named.
        BadModel: `new` does not fit the model there.
        BadEdit: what stands there cannot be edited, or a document could not hold `new` so that it reads back.
    """
    _expect_value(value)
    at = ModelPath(path)
    old = resolve(value, at)
    if not at.parts:
        raise BadEdit("edit-root", "整个值不能用 replace 换。请直接用新的值")
    if type(new) is type(old) and new == old:
        return value
    if isinstance(resolve(value, at.parent), Placeholder):
        blank = cast(Placeholder, resolve(value, at.parent))
        if at.parts[-1] != "raw":
            raise refusal(at, "of")
        fitted(new, str, at)
        return replace(value, at.parent, blank.model_copy(update={"raw": new}))
    fresh = fitted(new, type_at(value, at.parts), at)
    if fresh == old:
        return value
    if isinstance(old, tuple) and isinstance(fresh, tuple):
        return _list(value, at, cast(tuple[object, ...], old), cast(tuple[object, ...], fresh))
    if isinstance(old, Value) and not isinstance(old, Placeholder):
        if type(fresh) is not type(old):
            raise refusal(at, at.parts[-1])
        return _whole(value, at, old, fresh)
    after = with_leaf(value, at, fresh)
    return value if resolve(after, at) == old and after == value else after


def insert(value: DocT, path: str, item: object) -> DocT:
    """Return `value` with `item` before what stands at `path`; `/measures/-` puts it last (RFC 6902 §4.1).

    An item is a value, an object as JSON has it, or its text alone; a paragraph is a text. It gets an id of its own
    where it has none or one in use, and no number: whoever writes the document numbers it. It comes under the aspect of
    the items beside it. Owner and time limit that are given beside the text are put into it.

    Raises:
        BadPath: no such list, or no such position in it.
        BadModel: the item does not fit the model.
        BadEdit: nothing can be inserted there, or a document could not hold the item so that it reads back.
    """
    _expect_value(value)
    return inserted(value, ModelPath(path), item)


def remove(value: DocT, path: str) -> DocT:
    """Return `value` without the item or paragraph at `path`, and without the item's links; a field becomes empty.

    Raises:
        BadPath: the path leads nowhere.
        BadModel: the field may not be empty.
        BadEdit: what stands there cannot be removed.
    """
    _expect_value(value)
    at = ModelPath(path)
    resolve(value, at)
    if at.parts and isinstance(resolve(value, at.parent), tuple):
        return without_entry(value, at)
    return replace(value, at, None)


def _expect_value(value: object) -> None:
    expect(value, (Value,), "第一个参数", "读出或做好的值")
    if isinstance(value, Value) and lacks_ids(value):
        raise BadEdit("edit-bare", "用代码做的值还没有编号，不能按路径改。请先用 mz.complete 补全")


def _whole(value: DocT, at: ModelPath, old: Value, new: Value) -> DocT:
    """An item given whole: field by field, the text first, so that what follows from it need not be given."""
    crossing = new.__dict__.get("aspect") != old.__dict__.get("aspect") and kind_of(value).aspects is AspectsIn.HEADINGS
    names = sorted(type(old).model_fields, key=lambda name: name != "text")
    for name in names:
        if crossing and name in ("aspect", "aspect_id"):
            continue  # it goes last: the item stands elsewhere then
        held, wanted = old.__dict__[name], new.__dict__[name]
        if held == wanted or (name == "id" and wanted == "" and ident(old)):
            continue
        if resolve(value, at / name) != wanted:
            value = replace(value, at / name, wanted)
    text = new.__dict__.get("text")
    if text != old.__dict__.get("text") and resolve(value, at / "text") != text:
        raise BadEdit("edit-contrary", f"{at}/text 与同一项的其他内容对不上。请只改全文，或只改其他内容")
    return replace(value, at / "aspect", new.__dict__["aspect"]) if crossing else value


def _list(value: DocT, at: ModelPath, old: tuple[object, ...], new: tuple[object, ...]) -> DocT:
    """A list given whole: items by their ids, paragraphs as they are, anything else entry by entry."""
    name = at.parts[-1]
    if name in kind_of(value).items:
        return _items(value, at, cast(tuple[Value, ...], old), cast(tuple[Value, ...], new))
    if name in PARAGRAPHS:
        for index, text in enumerate(cast(tuple[str, ...], new)):
            if text not in old:
                check_paragraph(text, at / index)
        return following(value, put(value, at.parts, new), at.parts)
    if not old and may_be_stated(value, at):
        return stated(value, at, new)
    if len(old) != len(new) or name == "links":
        if name in ("links", "columns"):
            raise refusal(at, name)
        raise BadEdit("edit-list", f"{at} 只能逐项改，不能增减。请在文件里增减")
    for index, entry in enumerate(new):
        value = replace(value, at / index, entry)
    return value


def _items(value: DocT, at: ModelPath, old: tuple[Value, ...], new: tuple[Value, ...]) -> DocT:
    """What is gone, then the new order of what stays, then what came and what changed."""
    known = {ident(item): item for item in old}
    wanted = [ident(item) for item in new]
    for index in range(len(old) - 1, -1, -1):
        if ident(old[index]) not in wanted:
            value = remove(value, at / index)
    value = reordered(value, at, [key for key in dict.fromkeys(wanted) if key in known])
    seen: set[str | None] = set()
    for index, item in enumerate(new):
        key = ident(item)
        if key in known and key not in seen:
            value, item = in_its_place(value, at / index, item, known[cast(str, key)])
            value = replace(value, at / index, item)
        else:
            value = insert(value, at / index, item)
        seen.add(key)
    return value
