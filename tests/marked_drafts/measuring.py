"""All drafts read and judged through the public API, summed by half and kind."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import mzsh_model as mz
from tests.marked_drafts.draft import JUDGED, KINDS, Draft, is_held_out
from tests.marked_drafts.paper import paper
from tests.marked_drafts.scoring import Tally, score

CLEAN = "clean drafts without a 必改"
PLANTED = "planted faults that are the only 必改"
OTHERS = "papers of other kinds not judged as one of ours"
CALLED = "papers of other kinds called by their name"


@dataclass(slots=True)
class Half:
    """The sums of one half: tallies by kind, what is right of how many verdicts, and in words what differs."""

    drafts: int = 0
    tallies: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in KINDS})
    verdicts: dict[str, tuple[int, int]] = field(
        default_factory=lambda: dict.fromkeys((CLEAN, PLANTED, OTHERS, CALLED), (0, 0))
    )
    differs: list[str] = field(default_factory=list[str])

    def judge(self, what: str, right: bool) -> None:
        had, of = self.verdicts[what]
        self.verdicts[what] = had + right, of + 1

    def figure(self, kind: str, what: str) -> tuple[float, float, float]:
        """Precision, recall and F1 of a field of a kind."""
        return self.tallies[kind].figure(what)

    def standing(self) -> dict[str, float]:
        """F1 of every field that was marked or read, and the share of right verdicts."""
        told = {
            f"{kind} {what}": tally.figure(what)[2]
            for kind, tally in self.tallies.items()
            for what in dict.fromkeys(what for what, _ in tally.counts)
        }
        return told | {what: right / of for what, (right, of) in self.verdicts.items() if of}

    def against(self, floors: Mapping[str, float]) -> Iterator[tuple[str, float, float]]:
        """Each floor: what it is of, what the figure is now, what it must not fall below."""
        now = self.standing()
        for what, floor in floors.items():
            yield what, now.get(what, 0.0), floor

    def data(self) -> dict[str, object]:
        """The sums as plain data."""
        return {
            "drafts": self.drafts,
            "fields": {
                kind: {what: [round(one, 4) for one in tally.figure(what)] for what, _ in tally.counts}
                for kind, tally in self.tallies.items()
            },
            "verdicts": {what: list(sums) for what, sums in self.verdicts.items()},
        }


def measure(drafts: Iterable[Draft]) -> dict[str, Half]:
    """The sums of the open and of the held-out drafts."""
    halves = {"open": Half(), "held out": Half()}
    for draft in drafts:
        half = halves["held out" if is_held_out(draft.name) else "open"]
        half.drafts += 1
        told = _one(draft, half)
        if half is halves["open"]:
            half.differs += [f"{draft.name}: {line}" for line in told]
    return halves


def _one(draft: Draft, half: Half) -> list[str]:
    file = io.BytesIO(paper(draft))
    file.name = f"{draft.name}.{draft.form}"  # a draft is a file, and a .csv is known by its name
    document = mz.open(file)
    value = document.read().value
    result = mz.check(value, document)
    must = sorted({finding.code for finding in result.findings if finding.level is mz.Level.MUST})
    told: list[str] = []
    if draft.kind == "other":
        misjudged = result.verdict is not None and value.kind in JUDGED  # a kind of its own may have rules of its own
        half.judge(OTHERS, not misjudged)
        if "called" in draft.header:
            names = [document.kind.zh, document.kind_reason, *(one.reason for one in result.unchecked)]
            half.judge(CALLED, any(draft.header["called"] in name for name in names))
        return [f"read as {value.kind}, verdict {result.verdict}"] if misjudged else []
    if draft.header.get("clean") == "yes":
        half.judge(CLEAN, not must)
        told += [f"必改 on a clean draft: {code}" for code in must]
    if "fault" in draft.header:
        half.judge(PLANTED, must == [draft.header["fault"]])
        told += [] if must == [draft.header["fault"]] else [f"planted {draft.header['fault']}, found {must}"]
    tally = score(draft, value)
    half.tallies[draft.kind].merge(tally)
    return told + tally.differs
