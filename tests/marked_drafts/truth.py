"""What must be read in a draft, put together from its marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.marked_drafts.draft import Draft
from tests.marked_drafts.marks import Mark

OF_MEASURES = ("owner", "department", "due", "status", "progress", "evidence")
OF_ENTRIES = ("number", "member", "aspect", "goal", "remark")


@dataclass(slots=True)
class Item:
    """A marked item: its words, and of each thing said of it the words (aspect, member, owner, due, critic, target)."""

    words: str
    said: dict[str, list[str]] = field(default_factory=dict[str, list[str]])

    def say(self, what: str, words: str) -> None:
        self.said.setdefault(what, []).append(words)


@dataclass(slots=True)
class Entry:
    """An entry of a ledger: by field the texts marked in it."""

    said: dict[str, list[str]] = field(default_factory=dict[str, list[str]])


def items(draft: Draft, tag: str) -> list[Item]:
    """The issues, causes, measures or criticisms of a draft, by their place."""
    found: dict[int, Item] = {}
    names: dict[str, Item] = {}
    aspect: str | None = None
    for number, mark in enumerate(draft.marks):
        if mark.tag == "aspect":
            aspect = draft.words(mark)
        elif mark.tag == tag:
            found[number] = item = Item(draft.words(mark))
            for what in ("member", "critic", "target"):
                if what in mark.attributes:
                    item.say(what, mark.attributes[what])
            under = mark.attributes.get("aspect", aspect)
            if under not in (None, "-"):
                item.say("aspect", under)
            if "id" in mark.attributes:
                names[mark.attributes["id"]] = item
    for mark in draft.marks:
        if mark.tag in OF_MEASURES and tag == "measure":
            for one in mark.attributes.get("of", "").split(",") if "of" in mark.attributes else ():
                if one in names:
                    names[one].say(mark.tag, draft.words(mark))
            if "of" not in mark.attributes and (held := _within(draft, mark, found)) is not None:
                found[held].say(mark.tag, draft.words(mark))
    return list(found.values())


def _within(draft: Draft, mark: Mark, found: dict[int, Item]) -> int | None:
    inside = mark.inside
    while inside is not None and inside not in found:
        inside = draft.marks[inside].inside
    return inside


def entries(draft: Draft) -> list[Entry]:
    """The entries of a ledger: each begins at a mark `{entry}`; an aspect or a member goes on until the next one."""
    found: list[Entry] = []
    standing: dict[str, str] = {}
    begun = 0
    for mark in draft.marks:
        words = draft.words(mark)
        if mark.tag in ("aspect", "member"):
            standing[mark.tag] = words
            new = found and mark.inside is None and found[-1].said.keys() <= {"number", "aspect", "member"}
            if new or (found and "\n" not in draft.text[begun : mark.start]):  # columns stand in any order
                found[-1].said[mark.tag] = [words]
        elif mark.tag == "entry":
            begun = mark.start
            found.append(Entry({what: [said] for what, said in standing.items()}))
        elif found and not mark.tag.startswith("#"):
            found[-1].said.setdefault(mark.tag, []).append(words)
    for entry in found:
        if "measure" not in entry.said:  # the model keeps these with a measure: without one there is no place for them
            entry.said = {what: said for what, said in entry.said.items() if what not in OF_MEASURES}
    return found


def fields(draft: Draft) -> dict[str, list[str]]:
    """The fields of a further kind that are marked outside any row, by name."""
    found: dict[str, list[str]] = {}
    for mark in draft.marks:
        if mark.tag[0] == ".":
            found.setdefault(mark.tag[1:], []).append(mark.attributes.get("is", draft.words(mark)))
    return found


def rows(draft: Draft) -> list[dict[str, str]]:
    """The rows of a further kind: each begins at a mark `{entry}`."""
    found: list[dict[str, str]] = []
    for mark in draft.marks:
        if mark.tag == "entry":
            found.append(dict(mark.attributes))  # what stands above the row: {entry target=张三}
        elif mark.tag[0] == ".":
            found[-1][mark.tag[1:]] = draft.words(mark)
    return found


def counts(draft: Draft) -> Iterator[tuple[str, set[int]]]:
    """The counts marked in a draft, and the numbers that are right for each."""
    for mark in draft.marks:
        if mark.tag.startswith("#"):
            told = [mark.attributes.get("is", draft.words(mark)), *filter(None, [mark.attributes.get("or")])]
            yield mark.tag[1:], {int(number) for number in told}


def people(draft: Draft, tag: str) -> list[str]:
    """The names marked as chair, attendee or absent."""
    return [draft.words(mark) for mark in draft.marks if mark.tag == tag]
