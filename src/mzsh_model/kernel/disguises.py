"""A text without what disguises its words, for who must find each of them: places lead back to the typed text.

Stronger than `lookalikes.seen`, which readers use: what does not show is left out whatever it is (variation selectors,
accents, fillers), every letter and digit has one form, and what is written in codes (percent, JSON, RTF, XML, mail) is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from unicodedata import category, normalize

from mzsh_model.kernel.patterns import lazy_pattern

BETWEEN = " \n-_.·"
"""What may stand between the characters of a word that is still that word, in a text made bare: 张 三, 张·三, Wang-Wu."""
_HEX = "[0-9A-Fa-f]"
_CODED = lazy_pattern(
    rf"(?P<percent>%(?:[2-7]|[89A-Fa-f]){_HEX}(?:%{_HEX}{{2}}|[@-~])*)"
    rf"|(?P<mail>(?:=[89A-F][0-9A-F]){{2,}})|(?P<rtf>(?:\\'{_HEX}{{2}})+)|(?P<c>(?:\\x{_HEX}{{2}})+)"
    rf"|\\u(?P<signed>-?\d{{4,5}})\?|(?:%u|\\u)(?P<unit>{_HEX}{{4}})|\\u\{{(?P<braced>{_HEX}{{1,6}})\}}|_x(?P<office>{_HEX}{{4}})_"
    rf"|&\#(?:[xX](?P<hex>{_HEX}{{1,6}})|(?P<number>\d{{1,7}}));|&(?P<named>amp|lt|gt|quot|apos);"
)
_PAIR = lazy_pattern("[\ud800-\udbff][\udc00-\udfff]")
_BYTE = lazy_pattern(rf"(?:%|=|\\'|\\x)({_HEX}{{2}})|([@-~])")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_SIGNS = lazy_pattern(r"[%=&\\]|_x")
_ROUNDS = 3
"""How often what came out of a code is looked at for codes again: %25E5 is %E5 is a byte."""
_UNSEEN = frozenset({"Mn", "Me", "Cf"})
_FILLERS = frozenset("\u115f\u1160\u2065\u3164\uffa0\ufffc\ufff0\ufff1\ufff2\ufff3\ufff4\ufff5\ufff6\ufff7\ufff8")
"""Characters of other sorts that show as nothing (Unicode, Default_Ignorable_Code_Point), and the mark of what is embedded."""
_BLANKS = frozenset({"Zs", "Zl", "Zp", "Cc"})
_DASHES = frozenset("－‐‑‒–−﹣⁃")
_DOTS = frozenset("·•・‧∙⋅･᛫●․")
_STOPS = {"．": ".", "﹒": ".", "／": "/", "＠": "@", "﹫": "@", "＿": "_", "\u2800": " "}
_RADICALS = str.maketrans(
    "⺟⺠⺩⺜⺝⺮⺷⺼⻄⻅⻉⻋⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰",
    "母民王日月竹羊肉西见贝车长门雨青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙",
)
"""Radicals that NFKC leaves as they are and that show as the character (Unicode, EquivalentUnifiedIdeograph.txt)."""


class Bare(NamedTuple):
    """A text without disguises; the n-th character was typed from `starts[n]` to `ends[n]`."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    @property
    def lowered(self) -> str:
        """The text in small letters, every place the same."""
        # lower() of a Σ looks at what follows
        return "".join(map(str.lower, self.text)) if "Σ" in self.text else self.text.lower()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the typed text that `text[start:end]`, at least one character, is."""
        return self.starts[start], self.ends[end - 1]


def bare(text: str) -> Bare:
    """Return a text with one form for every letter and digit, and without what does not show; codes are not read.

    >>> bare("张\\ufe00・\\u200b３").text
    '张·3'
    """
    return _shown(_typed(text))


def readings(text: str) -> Iterator[Bare]:
    """Yield a text made bare as it is typed, then with its codes read, where it has some; bytes as UTF-8, then as GB18030.

    >>> [one.text for one in readings("%E5%BC%A0%E4%B8%89.docx")][:2]
    ['%E5%BC%A0%E4%B8%89.docx', '张三.docx']
    """
    typed = _typed(text)
    first = _shown(typed)
    yield first
    if _SIGNS.search(text) is None:
        return
    known = {first.text}
    for encodings in (("utf-8", "gb18030"), ("gb18030", "utf-8")):
        at = typed
        for _ in range(_ROUNDS):
            after = _decoded(at, encodings)
            if after is at:
                break
            at = after
        made = _shown(at)
        if made.text not in known:
            known.add(made.text)
            yield made


def _typed(text: str) -> Bare:
    return Bare(text, range(len(text)), range(1, len(text) + 1))


def _shown(given: Bare) -> Bare:
    if all(len(_FORMS[ord(char)]) == 1 for char in set(given.text)):
        return Bare(given.text.translate(_FORMS), given.starts, given.ends)
    pieces = [(char, n) for n, typed in enumerate(given.text) for char in _FORMS[ord(typed)]]
    return Bare(
        "".join(char for char, _ in pieces), [given.starts[n] for _, n in pieces], [given.ends[n] for _, n in pieces]
    )


class _Forms(dict[int, str]):
    def __missing__(self, code: int) -> str:
        self[code] = _form(chr(code))
        return self[code]


_FORMS = _Forms()


def _form(char: str) -> str:
    kind = category(char)
    if char == "\n":
        return char
    if kind in _UNSEEN or char in _FILLERS:
        return ""
    if kind in _BLANKS:
        return " "
    if char in _DASHES or char in _DOTS:
        return "-" if char in _DASHES else "·"
    if char in _STOPS:
        return _STOPS[char]
    told = "".join(c for c in normalize("NFKD", char.translate(_RADICALS)) if category(c) not in _UNSEEN)
    return told if told.isalnum() else char


def _decoded(given: Bare, encodings: Sequence[str]) -> Bare:
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for found in _CODED.finditer(given.text):
        text.append(given.text[at : found.start()])
        starts += given.starts[at : found.start()]
        ends += given.ends[at : found.start()]
        for char, start, end in _told(found, encodings):
            text.append(char)
            starts.append(given.starts[start])
            ends.append(given.ends[end - 1])
        at = found.end()
    if not at:
        return given
    text.append(given.text[at:])
    starts += given.starts[at:]
    ends += given.ends[at:]
    return _paired(Bare("".join(text), starts, ends))


def _told(found: re.Match[str], encodings: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """The characters that a code stands for, each with where it is written."""
    kind = found.lastgroup or ""
    word = found[kind]
    if kind in ("percent", "mail", "rtf", "c"):
        yield from _bytes(word, found.start(), encodings)
        return
    if kind == "named":
        code = ord(_NAMED[word])
    elif kind == "signed":
        code = int(word) % 0x10000
    else:
        code = int(word, 10 if kind == "number" else 16)
    yield chr(code) if code < 0x110000 else "\ufffd", *found.span()


def _bytes(word: str, base: int, encodings: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    tokens = list(_BYTE.finditer(word))
    data = bytes(int(one[1], 16) if one[1] else ord(one[2]) for one in tokens)
    text, encoding = _text(data, encodings)
    at = 0
    for char in text:
        size = len(char.encode(encoding, "surrogateescape"))
        yield char, base + tokens[at].start(), base + tokens[at + size - 1].end()
        at += size


def _text(data: bytes, encodings: Sequence[str]) -> tuple[str, str]:
    for encoding in encodings:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "surrogateescape"), "utf-8"


def _paired(given: Bare) -> Bare:
    """The text with two halves of a character put together, as codes of 16 bits have them."""
    halves = [found.start() for found in _PAIR.finditer(given.text)]
    if not halves:
        return given
    behind = {at + 1 for at in halves}
    return Bare(
        _PAIR.sub(lambda found: found[0].encode("utf-16", "surrogatepass").decode("utf-16"), given.text),
        [start for n, start in enumerate(given.starts) if n not in behind],
        [end for n, end in enumerate(given.ends) if n + 1 not in behind],
    )
