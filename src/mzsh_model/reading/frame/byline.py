"""The line that says whose paper it is: a name beside posts and units, in brackets or behind labels, in any order."""

from __future__ import annotations

from typing import NamedTuple

from mzsh_model.chinese.fields import field_of
from mzsh_model.chinese.surnames import is_person, may_name
from mzsh_model.kernel.dates import find_dates
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.reading.words.names import POST, SPREAD
from mzsh_model.reading.words.persons import persons

_PART = lazy_pattern(rf"{SPREAD}(?![^\s　（）()：:，,])|[^\s　（）()：:，,]+")
_NAME_LABEL = lazy_pattern(r"(?:汇报|发言|报告|检查|对照|剖析)人")
_POSTS_HELD = lazy_pattern(rf"{POST}(?:、{POST})*")
_OFFICE = lazy_pattern(
    r"\S{2,30}(?:党组|党委|局|院|厅|委|办|处|科|部|中心|公司|集团|单位|学校|学院|大学|政府|支部|镇|乡|街道|县|区|市|社区|村|站|所|队|会|馆|厂|矿|社|庭|段|场)"
)
_POSTS = frozenset({"post", "department"})


class Byline(NamedTuple):
    """Where a line names the person, his post as typed, and where it names a day, if it does."""

    name: tuple[int, int]
    post: str | None
    dated: tuple[int, int] | None


def byline_in(text: str) -> Byline | None:
    """Return what a line says that is nothing but one name beside posts, units and a day; None where it is anything else.

    >>> byline_in("（张木　某监狱党委委员、副监狱长）"), byline_in("姓名：张三　职务：副局长")
    (Byline(name=(1, 3), post='某监狱党委委员、副监狱长', dated=None), Byline(name=(3, 5), post='副局长', dated=None))
    """
    names: list[tuple[int, int]] = []
    posts: list[str] = []
    days = find_dates(text)
    dated = (days[0].start, days[-1].end) if days else None
    label, placed, known = "", False, False
    for part in _PART.finditer(text):
        said = "".join(part[0].split())
        if text[part.end() : part.end() + 1] in ("：", ":"):
            label = said
            if field_of(said) not in (*_POSTS, "person") and _NAME_LABEL.fullmatch(said) is None:
                return None
        elif (said == "同志" and names) or (dated and dated[0] <= part.start() and part.end() <= dated[1]):
            continue
        elif not (_NAME_LABEL.fullmatch(label) or field_of(label) == "person") and _is_place(said):
            posts += [said] if _POSTS_HELD.fullmatch(said) else []
            placed, label = True, ""
        elif is_person(said) or may_name(said):
            names.append(part.span())
            known = is_person(said)
            label = ""
        elif (titled := persons(text, *part.span())) and len(titled) == 1 and titled[0].post is not None:
            names.append(titled[0].name)  # 党组书记张三, with nothing between
            posts.append(text[slice(*titled[0].post)])
            known, placed = True, True
        else:
            return None
    if len(names) != 1 or not (placed or dated) or not (known or posts):
        return None
    return Byline(names[0], posts[0] if posts else None, dated)


def _is_place(said: str) -> bool:
    return _POSTS_HELD.fullmatch(said) is not None or _OFFICE.fullmatch(said) is not None
