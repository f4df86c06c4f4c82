"""Which headings and phrases name a 方面, and which one of the year's catalogue."""

from __future__ import annotations

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.catalogue import match_aspect
from mzsh_model.model.items import Aspect
from mzsh_model.outline.tree import Node
from mzsh_model.reading.draft import Draft, Span
from mzsh_model.reading.words.lexicon import role_of_label

_IN_ITEM = lazy_pattern(
    r"在?(?P<name>带头[^。；：:]{2,90}?)方面(?=[，,。：:、；;]|还|仍|也|存|有|主要|$)|(?P<from>在)(?P<other>[^。；：:，,]{2,40}?(?<![个下些几等多]))方面(?=[，,：:])"
    r"|(?P<bare>[^。；：:，,]{2,20}?(?<![个下些几等多]))方面(?=[：:，,])"
)
_REST = r"(?:的|存在|还|有|主要|突出|问题|不足|差距|情况|短板|和|及)"
_HEAD = lazy_pattern(rf"(?:关于|在|聚焦|围绕)?[^。；：:]{{2,90}}?方面(?=[。：:，,；;\s]|{_REST}+(?:[。：:；;\s]|$)|$)")


class AspectFinder:
    """Knows the aspects of one document, by its year; aspects are told apart by where they stand."""

    def __init__(self, year: int | None) -> None:
        self.year = year

    def of_heading(self, node: Node) -> tuple[int, int] | None:
        """Return the stretch of a heading that names an aspect, None where it names none."""
        if node.block is None:
            return None
        text, (start, end) = node.block.text, node.title
        found = _HEAD.match(text, start, end)
        if found:
            return start, found.end()
        bare = text[start:end].rstrip("。.：:；;，,、 ")
        if role_of_label(bare) is not None or len(bare) > 80:
            return None
        if not node.is_bare_heading and "带头" not in bare:
            return None  # the first sentence of an item: only the wording of the notice makes it an aspect
        if match_aspect(bare, self.year) is not None:
            return start, start + len(bare)
        return None


_NOTHING_MORE = lazy_pattern(rf"{_REST}*[。：:；;]?")


def names_nothing_more(text: str, start: int, end: int) -> bool:
    """Tell whether what stands behind an aspect in its heading only says that it has problems: …方面的问题, …方面存在的不足."""
    return _NOTHING_MORE.fullmatch(text, start, end) is not None


def aspect_in_item(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where an item names its own aspect: `在带头……方面，还存在……问题`."""
    found = _IN_ITEM.match(text, start, end)
    if found is None:
        return None
    return found.start(), text.index("方面", found.start()) + 2 if found["name"] is None else found.end()


def after_marks(text: str, at: int) -> int:
    """Return where the text goes on behind the marks that close a heading."""
    while at < len(text) and (text[at].isspace() or text[at] in "。.．：:，,；;、"):
        at += 1
    return at


def aspect_value(name: str, year: int | None) -> Aspect:
    """Return the aspect that `name` names, with its entry in the year's catalogue where there is one."""
    entry = match_aspect(name, year)
    return Aspect(name=name) if entry is None else Aspect(id=entry.id, name=name, canonical=entry.canonical)


class AspectList:
    """The aspects of a document in order; `at` gives the one at a heading, noting it at first sight."""

    def __init__(self, year: int | None, draft: Draft, path: str = "/aspects") -> None:
        self._year = year
        self._draft = draft
        self._path = path
        self._at: dict[int, int] = {}
        self.values: list[Aspect] = []

    def at(self, key: int, span: Span) -> Aspect:
        """Return the aspect that the stretch names; `key` tells headings apart."""
        if key not in self._at:
            self._at[key] = len(self.values)
            name = self._draft.anchor_span(f"{self._path}/{len(self.values)}/name", span)
            self._draft.anchor(f"{self._path}/{len(self.values)}", span.place())
            self.values.append(aspect_value(name, self._year))
        return self.values[self._at[key]]
