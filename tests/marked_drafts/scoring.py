"""What was read of a draft against what is marked in it, field by field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

import mzsh_model as mz
from tests.marked_drafts import further, truth
from tests.marked_drafts.alike import bare, pairs
from tests.marked_drafts.draft import Draft
from tests.marked_drafts.marks import COUNTS, LISTED

Data = Mapping[str, object]
LENIENT = {"due": 3, "owner": 2, "department": 2}
"""By how many characters a field may be longer or shorter (…底前 and …底, 张三同志 and 张三)."""


@dataclass(slots=True)
class Tally:
    """By field: hits, missed, false; and in words what differs."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])
    differs: list[str] = field(default_factory=list[str])

    def add(self, what: str, hit: int = 0, missed: Sequence[str] = (), false: Sequence[str] = ()) -> None:
        self.counts[what, "hit"] += hit
        self.counts[what, "missed"] += len(missed)
        self.counts[what, "false"] += len(false)
        self.differs += [f"{what}: missed 「{one}」" for one in missed] + [f"{what}: false 「{one}」" for one in false]

    def compare(self, what: str, true: Sequence[str], read: Sequence[str]) -> list[tuple[int, int]]:
        """Count the texts of one list against those of the other; which is which."""
        same = pairs(true, read)
        left, right = {a for a, _ in same}, {b for _, b in same}
        self.add(
            what,
            len(same),
            [one for n, one in enumerate(true) if n not in left],
            [one for n, one in enumerate(read) if n not in right],
        )
        return same

    def same(self, what: str, true: str | None, read: str | None) -> None:
        """Count one thing said of an item: it may be wanting on both sides, and then nothing is counted."""
        if true is not None and read is not None and _close(what, true, read):
            self.add(what, 1)
        else:
            self.add(what, 0, [] if true is None else [true], [] if read is None else [read])

    def merge(self, other: Tally) -> None:
        self.counts += Counter()  # keeps zeros out
        for key, number in other.counts.items():
            self.counts[key] += number

    def whole(self) -> Tally:
        """All fields as one."""
        total = Tally()
        for (_, part), number in self.counts.items():
            total.counts["all", part] += number
        return total

    def figure(self, what: str) -> tuple[float, float, float]:
        """Precision, recall and F1 of a field; 1 where there was nothing to read and nothing was read."""
        hit, missed, false = (self.counts[what, part] for part in ("hit", "missed", "false"))
        precision = hit / (hit + false) if hit + false else 1.0
        recall = hit / (hit + missed) if hit + missed else 1.0
        return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _close(what: str, true: str, read: str) -> bool:
    one, other = bare(true).removesuffix("同志"), bare(read).removesuffix("同志")
    if what == "aspect":
        short, long = sorted((one, other), key=len)
        return one == other or (len(short) >= 4 and short in long)
    return one == other or ((one in other or other in one) and abs(len(one) - len(other)) <= LENIENT.get(what, 0))


def score(draft: Draft, value: mz.DocumentValue) -> Tally:
    """The tally of a draft of one of our kinds."""
    tally = Tally()
    data: Data = value.model_dump(mode="json")
    tally.same("kind", draft.kind, str(data["kind"]))
    if data["kind"] != draft.kind:
        data = {}
    for what in ("year", "scope"):
        if what in draft.header:
            read = data.get(what)
            tally.same(what, draft.header[what], None if read is None else str(read))
    if "subject" in draft.header:
        who = _at(data, "owner" if draft.kind == "Ledger" else "subject")
        tally.same("subject", draft.header["subject"], _text(who))
    told = {"SelfExamination": _examination, "MeetingReport": _report, "Circular": _report, "Ledger": _ledger}
    told.get(draft.kind, _further)(draft, data, tally)
    _counts(draft, data, tally)
    return tally


def _examination(draft: Draft, data: Data, tally: Tally) -> None:
    _items(draft, "issue", _list(data, "issues"), tally, ("aspect",))
    _items(draft, "cause", _list(data, "causes"), tally, ())
    _items(draft, "measure", _list(data, "measures"), tally, ("owner", "due"))


def _report(draft: Draft, data: Data, tally: Tally) -> None:
    marked = truth.items(draft, "issue")
    team = [item for item in marked if "member" not in item.said]
    members = [item for item in marked if "member" in item.said]
    for item in members:
        if item.said["member"] == ["*"]:
            del item.said["member"]
    _compare("team_issue", team, _list(data, "team_issues"), tally, ("aspect",))
    _compare("member_issue", members, _list(data, "member_issues"), tally, ("member",))
    _items(draft, "cause", _list(data, "causes"), tally, ())
    _items(draft, "measure", _list(data, "measures"), tally, ("owner", "due"))
    _compare("criticism", truth.items(draft, "criticism"), _list(data, "criticisms"), tally, ("critic", "target"))
    _people(draft, data, tally)


def _people(draft: Draft, data: Data, tally: Tally) -> None:
    for what, path in (("attendee", "meeting.attendees"), ("absent", "meeting.absentees")):
        tally.compare(what, truth.people(draft, what), [_text(one) or "" for one in _listed(_at(data, path))])
    chair = _at(data, "meeting.chair")
    tally.same("chair", next(iter(truth.people(draft, "chair")), None), None if chair is None else _text(chair))


def _items(draft: Draft, tag: str, read: list[Data], tally: Tally, said: Sequence[str]) -> None:
    _compare(tag, truth.items(draft, tag), read, tally, said)


def _compare(name: str, true: list[truth.Item], read: list[Data], tally: Tally, said: Sequence[str]) -> None:
    same = dict(tally.compare(name, [item.words for item in true], [str(one.get("text")) for one in read]))
    for number, item in enumerate(true):
        one = read[same[number]] if number in same else {}
        for what in said:
            stated = item.said.get(what, [])
            if what == "owner":
                stated = [*stated, *item.said.get("department", [])]
                told = [text for text in (_text(one.get("owner")), _text(one.get("department"))) if text]
                _owners(stated, told, tally)
            else:
                told = _text(one.get(what))
                told = next((words for words in stated if told and _close(what, words, told)), told)
                tally.same(what, told if told in stated else next(iter(stated), None), told)  # one of several is enough


def _owners(stated: list[str], told: list[str], tally: Tally) -> None:
    """Owner and department of a measure in prose: who answers for it, by whichever name the model keeps it."""
    for one in stated:
        if any(_close("owner", one, other) or bare(one) in bare(other) for other in told):
            tally.add("owner", 1)
        else:
            tally.add("owner", 0, [one])
    if told and not stated:
        tally.add("owner", 0, [], told)


def _ledger(draft: Draft, data: Data, tally: Tally) -> None:
    true, read = truth.entries(draft), [_flat(entry) for entry in _list(data, "entries")]
    same = dict(pairs([_key(entry.said) for entry in true], [_key(entry) for entry in read]))
    for number, entry in enumerate(true):
        other = read[same[number]] if number in same else {}
        for what in ("issue", "measure", "cause", *truth.OF_ENTRIES, *truth.OF_MEASURES):
            had = entry.said.get(what, [])
            got = other.get(what, [])
            if what == "owner" and not had and got == entry.said.get("member"):
                continue  # each member answers for what is his
            if what == "aspect" and had and got and _close("aspect", had[0], got[0]):
                tally.add(what, 1)
            elif len(had) == len(got) == 1:
                tally.same(what, had[0], got[0])
            else:
                tally.compare(what, had, got)
    for number, entry in enumerate(read):
        if number not in same.values():
            tally.add("issue", 0, [], entry.get("issue", []))
            tally.add("measure", 0, [], entry.get("measure", []))


def _further(draft: Draft, data: Data, tally: Tally) -> None:
    if draft.kind in further.ROWS:
        _rows(draft, data, tally)
        return
    marked = truth.fields(draft)
    for what in further.fields(draft.kind):
        if what == further.SECTIONS:
            heads = [str(one["heading"]) for one in _list(data, what) if one["level"] == 1]
            tally.compare(what, marked.get(what, []), heads)
        else:
            tally.same(what.removeprefix("meeting."), next(iter(marked.get(what, [])), None), _text(_at(data, what)))
    if draft.kind in further.TEXTS:
        _people(draft, data, tally)


def _rows(draft: Draft, data: Data, tally: Tally) -> None:
    name, fields = further.ROWS[draft.kind]
    true, read = truth.rows(draft), _list(data, name)
    keys = [next((row[key] for key in further.KEYS if key in row), "") for row in true]
    told = [next((text for key in further.KEYS if (text := _text(row.get(key)))), "") for row in read]
    same = dict(pairs(keys, told))
    for number, row in enumerate(true):
        other = read[same[number]] if number in same else {}
        for what in fields:
            tally.same(what, row.get(what), _text(other.get(what)))
    tally.add("row", len(same), [], [one for number, one in enumerate(told) if number not in same.values()])


def _key(said: Mapping[str, list[str]]) -> str:
    return "".join(said.get("issue", [])) or "".join(said.get("measure", []))


def _flat(entry: Data) -> dict[str, list[str]]:
    """An entry as it is marked: what is the same for several measures stands once."""
    measures = [cast(Data, one) for one in _listed(entry.get("measures"))]
    found = {"measure": [str(one["text"]) for one in measures]}
    for what in truth.OF_MEASURES:
        found[what] = list(dict.fromkeys(text for one in measures if (text := _text(one.get(what)))))
    for what in (*truth.OF_ENTRIES, "issue", "cause"):
        if text := _text(entry.get(what)):
            found[what] = [text]
    return found


def _counts(draft: Draft, data: Data, tally: Tally) -> None:
    marked = dict(truth.counts(draft))
    for name, path in COUNTS.items():
        read = _at(data, LISTED.get(name, path) if draft.kind == "OpinionList" else path)
        if name in marked and read in marked[name]:
            tally.add("count", 1)
        elif name == "prior_done" and name not in marked and read in marked.get("prior_issues", ()):
            continue  # all of them are done: the paper need not give the number twice
        elif name in marked or isinstance(read, int):
            missed = [f"{name} {sorted(marked[name])}"] if name in marked else []
            tally.add("count", 0, missed, [f"{name} {read}"] if isinstance(read, int) else [])


def _at(data: object, path: str) -> object:
    for step in path.split("."):
        data = cast(Data, data).get(step) if isinstance(data, Mapping) else None
    return data


def _listed(data: object) -> list[object]:
    return list(cast(Sequence[object], data)) if isinstance(data, (list, tuple)) else []


def _list(data: Data, what: str) -> list[Data]:
    return [cast(Data, one) for one in _listed(data.get(what))]


def _text(value: object) -> str | None:
    """A name, a member, an issue or a placeholder as its words."""
    if isinstance(value, Mapping):
        held = cast(Data, value)
        return _text(next((held[key] for key in ("name", "text", "raw") if held.get(key)), None))
    return None if value is None else str(value)
