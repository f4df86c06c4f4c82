"""How colleagues call each other: 老马, 马局长 for 马长河 where nobody else there has the surname."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from mzsh_model.chinese.surnames import surname_of

_POSTS = (
    "书记",
    "副书记",
    "主任",
    "副主任",
    "局长",
    "副局长",
    "主席",
    "镇长",
    "乡长",
    "县长",
    "市长",
    "区长",
    "院长",
    "校长",
    "经理",
    "总",
    "委员",
)


def called(names: Iterable[str]) -> frozenset[str]:
    """Return the names, and what their bearers are called by their surname, if it is one man's.

    >>> sorted(called(["马长河", "李四", "李五"]) & {"老马", "马局长", "老李", "李四"})
    ['李四', '老马', '马局长']
    """
    full = frozenset(names)
    shared = Counter(map(surname_of, full))
    own = [one for one, bearers in shared.items() if one and bearers == 1]
    short = (form for one in own for form in (f"老{one}", f"小{one}", *(one + post for post in _POSTS)))
    return full | frozenset(short)
