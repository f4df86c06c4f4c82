"""How colleagues call each other: 老马, 马局长 for 马长河 where nobody else there has the surname; 书记 where one has the post."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from mzsh_model.chinese.surnames import surname_of
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.people import Member
from mzsh_model.reading.words.persons import post_word

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
_AND = lazy_pattern("[、，,和兼]|兼任")
_DEPUTY = "副"


def called(people: Iterable[Member]) -> frozenset[str]:
    """Return the names of people, and what they are called: by their surname, if it is one man's, by a post, if it is.

    >>> there = [Member(name="马长河", post="站长"), Member(name="李四", post="副站长"), Member(name="李五")]
    >>> sorted(called(there) & {"老马", "马局长", "马站长", "老李", "李四", "站长", "副站长", "李副站长"})
    ['副站长', '李四', '站长', '老马', '马局长', '马站长']
    """
    posts = {one.name: _posts(one.post or "") for one in people if isinstance(one.name, str)}
    shared = Counter(map(surname_of, posts))
    held = Counter(post for own in posts.values() for post in own)
    own = {name: surname for name in posts if (surname := surname_of(name)) and shared[surname] == 1}
    short = (
        form
        for name, surname in own.items()
        for form in (f"老{surname}", f"小{surname}", *(surname + post for post in (*_POSTS, *posts[name])))
    )
    return frozenset(posts) | frozenset(short) | frozenset(post for post, holders in held.items() if holders == 1)


def _posts(said: str) -> frozenset[str]:
    """The posts that somebody is said to have, each in full and by its last word: 总站党支部书记 and 书记, 副站长."""
    found: set[str] = set()
    for post in _AND.split(said):
        word = post_word(post)
        if not word:
            continue
        deputy = _DEPUTY if post.removesuffix(word).endswith(_DEPUTY) else ""
        found |= {post, deputy + word}
    return frozenset(found)
