"""Copies planted among many drafts: how many are found, how many of what is found were planted, how long it takes.

    python -m benchmarks.corpus --drafts 10000 [--seed 1]

Drafts are made of random characters of the language in sentences, so that nothing is alike by chance; of every hundred, two
have a copy planted: verbatim (half of the paragraphs), reordered (all of them, shuffled), reworded (every fifteenth
character another one). Only the index is measured; reading files is what `mzsh check` does, too.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Iterator

from mzsh_model.batch.alike import alike

_HAN = [chr(code) for code in range(0x4E00, 0x4E00 + 2500)]
WAYS = ("verbatim", "reordered", "reworded")
STOCK = 40
"""Sentences that every draft takes some of: everybody's wording, shorter than a passage."""


def paragraphs(made: random.Random, count: int, stock: list[str]) -> list[str]:
    lengths = (made.randint(60, 160) for _ in range(count))
    return ["".join(made.choices(_HAN, k=n)) + made.choice(stock) for n in lengths]


def corpus(drafts: int, seed: int) -> tuple[list[str], dict[tuple[int, int], str]]:
    """The texts of drafts, and the planted pairs with how each was planted."""
    made = random.Random(seed)
    stock = ["".join(made.choices(_HAN, k=20)) for _ in range(STOCK)]
    texts = [paragraphs(made, made.randint(12, 20), stock) for _ in range(drafts)]
    planted: dict[tuple[int, int], str] = {}
    chosen = made.sample(range(drafts), drafts // 25 * 2)
    for n, (one, other) in enumerate(zip(chosen[::2], chosen[1::2], strict=True)):
        way = WAYS[n % 3]
        if way == "verbatim":
            texts[other][: len(texts[one]) // 2] = texts[one][: len(texts[one]) // 2]
        elif way == "reordered":
            texts[other] = made.sample(texts[one], len(texts[one]))
        else:
            texts[other] = ["".join(_reworded(text, made)) for text in texts[one]]
        planted[min(one, other), max(one, other)] = way
    return ["".join(text) for text in texts], planted


def _reworded(text: str, made: random.Random) -> Iterator[str]:
    for char in text:
        yield made.choice(_HAN) if made.random() < 1 / 15 else char


def measured(drafts: int, seed: int, least: int = 30) -> dict[str, float]:
    """Recall by way of planting, precision, seconds, peak MiB."""
    texts, planted = corpus(drafts, seed)
    began = time.perf_counter()
    found = {(one.one, one.other) for one in alike(texts, least)}
    seconds = time.perf_counter() - began
    told: dict[str, float] = {"seconds": seconds, "found": len(found)}
    for way in WAYS:
        of = [pair for pair, how in planted.items() if how == way]
        told[f"recall {way}"] = sum(pair in found for pair in of) / max(1, len(of))
    told["precision"] = sum(pair in planted for pair in found) / max(1, len(found))
    told["peak MiB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return told


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--drafts", type=int, default=1000)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    for name, value in measured(given.drafts, given.seed).items():
        print(f"{name:>20}  {value:.3f}")


if __name__ == "__main__":
    main()
