"""One item edited: its text, and the fields that stand in it, changed along with each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar, cast

from mzsh_model.edit.label import is_run_in
from mzsh_model.edit.reread import Reader
from mzsh_model.edit.storable import check_item, check_words
from mzsh_model.kernel.dates import is_inside_date, parse_date, plain, restyle
from mzsh_model.kernel.errors import BadEdit, BadModel
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.measure_phrases import FIELDS, with_phrase, without_phrase
from mzsh_model.model.base import Placeholder, Value
from mzsh_model.model.walk import resolve

ItemT = TypeVar("ItemT", bound=Value)
_TITLE_END = lazy_pattern(r"[。．.！!？?；;：:，,、\s]*")


def with_text(item: ItemT, text: str, read: Reader) -> ItemT:
    """Return `item` with another text and the fields that it says.

    A field that the old text did not give (a bracket shared by several measures) stays, unless the new text gives one.
    """
    before, after = read(cast(str, item.__dict__["text"])).fields, read(text).fields
    told: dict[str, object] = {"text": text}
    for name, was in before.items():
        held, now = item.__dict__[name], after[name]
        told[name] = now if held == was or now not in (None, was) else held
    return item.model_copy(update=told)


def with_field(item: ItemT, name: str, new: str | Placeholder | None, read: Reader, path: str) -> ItemT:
    """Return `item` with `new` in one of the fields that stand in its text, and the text changed along.

    `name` may lead into the item (`instances/0/text`). The text changes where the old content stands; what had none
    comes in a bracket at the end, a title as the first sentence; what shall be none is taken out with its clause.

    Raises:
        BadEdit: the text does not say it then, or says other things too.
    """
    text = cast(str, item.__dict__["text"])
    place = read(text).places.get(name)
    told = new.raw if isinstance(new, Placeholder) else new
    if told is not None:
        check_words(told, path)
    if place is None and name in FIELDS and item.__dict__[name] is not None:
        raise BadEdit("edit-shared", f"{path} 写在几条措施共用的括号里，不在这一条的全文里。请改最后一条的同一项")
    if name == "due" and place is not None and told is not None and is_inside_date(text, place[0]):
        raise BadEdit("edit-date", f"{path} 前面还连着日期的另一截，只改这一截会留下旧的年份。请改同一项的 text")
    others = [other for other in FIELDS if name in FIELDS and other != name]
    label = cast("str | None", item.__dict__.get("label"))
    for candidate in _texts(text, name, place, told, in_prose=is_run_in(label)):
        check_item(candidate, path, text, label)
        made = with_text(item, candidate, read)
        if _reads(made, name) == new and all(made.__dict__[other] == item.__dict__[other] for other in others):
            return made
    if told is None:
        raise BadEdit("edit-clause", f"{path} 与别的话写在一句里，不能单独去掉。请改同一项的 text")
    raise BadEdit("edit-unread", f"{path} 写进全文以后读出来不是这样，或牵动了别的内容。请改同一项的 text")


def due_words(new: str, old: str | None, path: str) -> str:
    """Return a time limit as the document writes it: an EDTF date in the form of the old one, anything else as given.

    Raises:
        BadModel: a date that no calendar has.
    """
    date = parse_date(new)
    if date is None or date.edtf != new:
        return new
    if not date.possible:
        raise BadModel("model-date", f"{path} 的值不合要求：日历上没有这个日期")
    styled = restyle(old or "", new)
    again = parse_date(styled)
    return styled if again is not None and again.edtf.startswith(new) else plain(new)


def _reads(item: Value, name: str) -> object:
    try:
        return resolve(item, f"/{name}")
    except ValueError:
        return None


def _texts(text: str, name: str, place: tuple[int, int] | None, told: str | None, *, in_prose: bool) -> Iterator[str]:
    """The texts to try, the least change first."""
    if place is None:
        if told is not None and name in FIELDS:
            yield from with_phrase(text, name, told, in_prose=in_prose)
        elif told is not None and name == "title":
            yield f"{told}。{text}"
        return
    start, end = place
    if told is not None:
        yield text[:start] + told + text[end:]
    if name in FIELDS and (rest := without_phrase(text, start, end)) is not None:
        yield from [rest] if told is None else with_phrase(rest, name, told, in_prose=in_prose)
    elif name == "title" and told is None and (found := _TITLE_END.match(text, end)):
        yield text[:start] + text[found.end() :]
