"""JSON of values of every kind, for a validator that is not ours: `python tools/make_values.py FOLDER [HOW_MANY]`."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from hypothesis import Phase, given, settings

import mzsh_model as mz
from mzsh_model.testing.every_kind import values_of_every_kind


def main(folder: str, examples: str = "12") -> None:
    told: Counter[str] = Counter()
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    for strategy in values_of_every_kind().values():

        @settings(max_examples=int(examples), phases=[Phase.generate], database=None, derandomize=True, deadline=None)
        @given(value=strategy)
        def save(value: mz.DocumentValue) -> None:
            told[value.kind] += 1
            path = target / f"{value.kind}.{told[value.kind]}.json"
            path.write_text(value.model_dump_json(), encoding="utf-8")

        save()
    print(f"{told.total()} values of {len(told)} kinds in {target}")


if __name__ == "__main__":
    main(*sys.argv[1:])
