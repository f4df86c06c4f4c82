"""Whether a word is built as the name of a person: a surname and one or two characters, or a mask (张某, ×××)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from mzsh_model.chinese.codes import Sort, is_code
from mzsh_model.kernel.patterns import lazy_pattern

_MASKS = frozenset("某xX×ｘ＊*○")
_LONGEST = 4
_FIRST_HAN = "\u2e80"
_OFFICES = frozenset("科室部处办组委局院会员长人等所站队股")
"""What ends the name of an office or a post, of which lists of persons tell too."""

DOTS = "·•・"
"""What stands between the parts of a name."""
_DOTTED = lazy_pattern(rf"[\u4e00-\u9fff]{{1,6}}(?:[{DOTS}][\u4e00-\u9fff]{{1,6}}){{1,3}}")
"""A name of parts, as many peoples of China have them: 阿依古丽·买买提."""
_BY_POST = lazy_pattern(r"(?:书记|主任|主席|经理|总监|院长|组长|[局县市区镇乡校厂站所队科处部行会]长)")
"""A post behind the surname of a deputy, as people are called at work: 王副局长; 王局长 is built as a name anyway."""

_HELD = frozenset("原任时现兼各")
"""What stands before 副局长 and is no surname there."""

_HAN = lazy_pattern(r"(?:(?![对向给和与由被把是的了不他她它你我您])[\u4e00-\u9fff·]){2,4}")


@cache
def name_beginnings() -> frozenset[str]:
    """Return the characters that a name of nothing but letters and hanzi may begin with."""
    return _MASKS | frozenset(name[0] for name in _words()[0])


@cache
def _words() -> tuple[frozenset[str], tuple[str, ...]]:
    """The surnames, and the beginnings of words that are built as names and are none."""
    table = tomllib.loads(files("mzsh_model.chinese").joinpath("surnames.toml").read_text(encoding="utf-8"))
    return frozenset((*table["single"], *table["double"])), tuple(table["common"])


def may_name(word: str) -> bool:
    """Tell whether `word` may be a name where the words around it say that a person is meant: 航远同志."""
    if not word.isalpha() and _DOTTED.fullmatch(word):
        return True
    built = 2 <= len(word) <= _LONGEST and _HAN.fullmatch(word) is not None and word[-1] not in _OFFICES
    return built and not word.startswith(_words()[1])


def is_person(word: str) -> bool:
    """Tell whether `word` is built as a name: that it is one only the words around it tell.

    >>> is_person("欧阳小七"), is_person("李某"), is_person("支部"), is_person("班子"), is_person("阿依古丽·买买提")
    (True, True, False, False, True)
    >>> is_person("王副局长"), is_person("原副局长")
    (True, False)
    """
    if word.isalpha():
        if word[0] not in name_beginnings():
            return False
        bare = word
    else:
        bare = "".join(word.split())
        if is_code(bare.replace("·", ""), Sort.PERSON) or _DOTTED.fullmatch(bare):
            return True
    if bare[1:2] == "副" and _BY_POST.fullmatch(bare, 2):
        return bare[0] in _words()[0] and bare[0] not in _HELD
    if not bare or len(bare) > _LONGEST:
        return False
    surnames, common = _words()
    built = (bare[0] in surnames and 2 <= len(bare) <= 3) or (bare[:2] in surnames and len(bare) >= 3)
    if built and not bare.startswith(common):
        return all(char in _MASKS or (char > _FIRST_HAN and char.isalpha()) for char in bare)
    return bare[0] in _MASKS and _MASKS.issuperset(bare)


def surname_of(name: str) -> str:
    """Return the surname that a name begins with, empty where it begins with none.

    >>> surname_of("欧阳小七"), surname_of("张三"), surname_of("支")
    ('欧阳', '张', '')
    """
    surnames = _words()[0]
    return next((name[:size] for size in (2, 1) if len(name) > size and name[:size] in surnames), "")
