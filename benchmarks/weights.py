"""What the signs of chapters weigh by counting: `python benchmarks/weights.py [--least N] [--write]`.

In the open marked drafts of self-examinations each chapter is what most of the marks in it are: problems, causes, measures,
or none of them. For each sign of `[chapter.…]` in `weights.toml` and each reading that it speaks for, the table shows the
weight there is, the weight that counting gives (`SCALE` times the natural logarithm of how many times likelier the sign is in
chapters that are that than in others, half a chapter added to each count), and in how many chapters it was seen. A sign that
holds of a share of the members counts as seen, whatever the share.

Signs are not independent of one another and the drafts are few: a counted weight is advice. `--write` takes those of signs
seen in at least N chapters, no further from 0 than `MOST`, and shows what changes; whether the drafts are read better by it
is what `benchmarks/reading_quality.py` says. Held-out drafts are neither counted nor looked at.
"""

from __future__ import annotations

import argparse
import io
import math
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.marked_drafts.draft import Draft, is_held_out
from tests.marked_drafts.drafts import all_drafts
from tests.marked_drafts.paper import paper

import mzsh_model as mz
from mzsh_model.model.base import Role
from mzsh_model.outline.tree import Node
from mzsh_model.reading.aspects import AspectFinder
from mzsh_model.reading.roles import chapter_scores, is_item
from mzsh_model.reading.skeleton import nodes, skeleton_of
from mzsh_model.reading.weighing import weights

TABLE = Path(weights.__file__).with_name("weights.toml")
SCALE, MOST = 3.0, 15
TAGS = {"issue": Role.ISSUES, "cause": Role.CAUSES, "measure": Role.MEASURES}
COUNTED = (*TAGS.values(), Role.OTHER)
SEEN_BY = 10
"""So many characters of a marked item tell in which chapter it stands."""


@dataclass(slots=True)
class Counts:
    """Chapters by what they are, and by sign and what they are those that have the sign for a reading."""

    chapters: Counter[Role] = field(default_factory=Counter[Role])
    signs: Counter[tuple[str, Role, Role]] = field(default_factory=Counter[tuple[str, Role, Role]])

    def add(self, draft: Draft) -> None:
        """Count the chapters of a draft."""
        file = io.BytesIO(paper(draft))
        file.name = f"{draft.name}.{draft.form}"
        skeleton = skeleton_of(mz.open(file).outline)
        aspects = AspectFinder(skeleton.year)
        for chapter in (one for one in skeleton.tree.children if not is_item(one)):
            true = truth(draft, chapter)
            self.chapters[true] += 1
            for reading, found in chapter_scores(chapter, aspects).found.items():
                for sign in {one.name for one in found}:
                    self.signs[sign, reading, true] += 1

    def weight(self, sign: str, reading: Role) -> tuple[int, int]:
        """The counted weight of a sign for a reading, and in how many chapters it was seen."""
        by_truth = {true: self.signs[sign, reading, true] for true in COUNTED}
        seen, among = by_truth[reading], self.chapters[reading]
        others, beside = sum(by_truth.values()) - seen, sum(self.chapters.values()) - among
        odds = math.log((seen + 0.5) / (among + 1)) - math.log((others + 0.5) / (beside + 1))
        return max(-MOST, min(MOST, round(SCALE * odds))), seen + others


def truth(draft: Draft, chapter: Node) -> Role:
    """What most of the items are that are marked in a chapter."""
    said = "\n".join(node.block.text for node in nodes(chapter) if node.block)
    said += "\n".join(block.text for node in nodes(chapter) for block in node.blocks)
    tags = Counter(
        TAGS[mark.tag] for mark in draft.marks if mark.tag in TAGS and draft.words(mark).strip()[:SEEN_BY] in said
    )
    return tags.most_common(1)[0][0] if tags else Role.OTHER


def rows(counts: Counts) -> Iterator[tuple[str, str, Role, int, int, int]]:
    """Sign, key in the table, reading, the weight there is, the counted one, in how many chapters it was seen."""
    for name, entry in weights.load_weights()["chapter"].items():
        for key, now in entry.items():
            for reading in COUNTED if key == weights.OWN else (Role(key),):
                if reading not in COUNTED:
                    continue
                counted, seen = counts.weight(f"chapter.{name}", reading)
                if seen:
                    yield name, key, reading, now, counted, seen


def main() -> None:
    """Print the table; with --write change the weights."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--least", type=int, default=20, metavar="N")
    asked.add_argument("--write", action="store_true")
    wanted = asked.parse_args()
    counts = Counts()
    for draft in all_drafts():
        if draft.kind == "SelfExamination" and not is_held_out(draft.name):
            counts.add(draft)
    print("chapters:", ", ".join(f"{role} {count}" for role, count in counts.chapters.items()))
    print(f"{'sign':16} {'reading':10} {'now':>4} {'counted':>8} {'chapters':>9}")
    changed = TABLE.read_text(encoding="utf-8")
    for name, key, reading, now, counted, seen in rows(counts):
        differs = "" if now * counted > 0 and abs(now - counted) <= abs(now) // 2 + 1 else "  <"
        print(f"{name:16} {reading:10} {now:4} {counted:8} {seen:9}{differs if seen >= wanted.least else ''}")
        if key != weights.OWN and seen >= wanted.least:
            section = rf"(\[chapter\.{re.escape(name)}\][^\[]*?\n{key} = )-?\d+"
            changed = re.sub(section, rf"\g<1>{counted}", changed)
    if wanted.write:
        TABLE.write_text(changed, encoding="utf-8")


if __name__ == "__main__":
    main()
