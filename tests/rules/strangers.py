"""Papers for and against each rule, by people who had not seen the rules' code: `of_strangers/`, one table a rule.

By the hash of its text a third is held out, as of the texts beside the rules: of these only sums are ever shown.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from mzsh_model.rules.samples import Sample

_HOME = Path(__file__).parent / "of_strangers"


def strangers() -> Iterator[Sample]:
    """Every paper, by the code of its rule; bad ones first."""
    for path in sorted(_HOME.glob("*.toml")):
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        for kind in ("bad", "good"):
            for text in told[kind]:
                yield Sample(path.stem, kind == "bad", text, text.lstrip())
