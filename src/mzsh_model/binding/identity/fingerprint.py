"""What is kept of a text so that it is known again: a digest for sameness, pairs of characters for likeness.

Two measures, because they answer two questions. *Did it change?* is asked of the canonical text, which keeps every
mark and width: a comma mended is an edit. *Is it the same item?* is asked of the folded text (`fold`), where marks,
widths and quotes weigh nothing. Labels (一是, （二）, 1.) belong to neither: they change when a neighbour comes or
goes.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import sha256, shake_128

from mzsh_model.kernel.spelling import fold
from mzsh_model.outline.labels import label_at

DIGEST_LENGTH = 32
SKETCH_LENGTH = 64
_CHANCE = 1 / 256
_LANE = 5
"""Bytes of a lane: a hash of 32 bits, and one byte with the bit that guards it when lanes are compared all at once."""
_GUARDS = int.from_bytes((b"\0\0\0\0\1" * SKETCH_LENGTH), "little")


def canonical(text: str) -> str:
    """Return `text` without its labels and without white space: neither a new number nor a new line wrap is an edit.

    >>> canonical("二是 学习不够，\\n不深。")
    '学习不够，不深。'
    """
    text = text.strip()
    while (label := label_at(text)) is not None and label.end < len(text):
        text = text[label.end :].lstrip()
    return "".join(text.split())


@dataclass(frozen=True)
class Fingerprint:
    """A text, as far as it is known: all of it (`text`, canonical), or only digest, length and sketch."""

    digest: str
    length: int
    text: str | None = None
    kept: str = ""

    @cached_property
    def grams(self) -> frozenset[str]:
        """The pairs of neighbouring characters of the folded text and of its ends; none of an empty or unknown text."""
        bare = fold(self.text or "")
        ended = f"^{bare}$"
        return frozenset(ended[n : n + 2] for n in range(len(ended) - 1)) if bare else frozenset()

    @property
    def size(self) -> int:
        """How many different pairs there are; an upper bound where the text is not known."""
        return self.length + 1 if self.text is None and self.length else len(self.grams)

    @cached_property
    def sketch(self) -> bytes:
        """The minhash of the pairs: of each of 64 hash functions the last 8 bits of its least hash; empty if there are
        none.

        The share of equal bytes estimates the Jaccard index with a standard error of at most 1/16 (b-bit minwise
        hashing, Li and König 2010).
        """
        if self.text is None:
            return b64decode(self.kept)
        if not self.grams:
            return b""
        least = _GUARDS - (_GUARDS >> 32)
        for gram in self.grams:
            other = _hashes(gram)
            # the guard of a lane stays where `least` is not below `other` there; one bit of it becomes 32 that choose
            kept = (least | _GUARDS) - other & _GUARDS
            least ^= (least ^ other) & kept - (kept >> 32)
        return least.to_bytes(_LANE * SKETCH_LENGTH, "little")[::_LANE]

    @property
    def written(self) -> str:
        """The sketch as it is written in a snapshot."""
        return b64encode(self.sketch).decode("ascii")


@lru_cache(8192)
def _hashes(gram: str) -> int:
    """What 64 hash functions give for a pair, in a lane each; a paper has its pairs many times."""
    digest = shake_128(gram.encode()).digest(4 * SKETCH_LENGTH)
    return int.from_bytes(b"".join(digest[at : at + 4] + b"\0" for at in range(0, len(digest), 4)), "little")


def fingerprint(text: str) -> Fingerprint:
    """Return the fingerprint of a text as it stands in a file or a model, labels and all."""
    return _of_canonical(canonical(text))


def joined(*parts: Fingerprint) -> Fingerprint:
    """Return the fingerprint of texts one after the other; each must be known."""
    return _of_canonical("".join(part.text or "" for part in parts))


def shared(one: Fingerprint, other: Fingerprint) -> float:
    """Return how many pairs two texts have in common: counted where both are known, else estimated from sketches."""
    if one.text is not None and other.text is not None:
        return float(len(one.grams & other.grams))
    if not (one.sketch and other.sketch):
        return 0.0
    equal: float = sum(a == b for a, b in zip(one.sketch, other.sketch, strict=True)) / SKETCH_LENGTH
    jaccard = max(0.0, (equal - _CHANCE) / (1 - _CHANCE))
    return jaccard / (1 + jaccard) * float(one.size + other.size)


def likeness(one: Fingerprint, other: Fingerprint) -> float:
    """Return the share of pairs in common, 0 to 1 (Dice); nothing is like an empty text."""
    if one.digest == other.digest:
        return 1.0 if one.length else 0.0
    both = one.size + other.size
    return 2 * shared(one, other) / both if both else 0.0


def _of_canonical(text: str) -> Fingerprint:
    return Fingerprint(sha256(text.encode()).hexdigest()[:DIGEST_LENGTH], len(fold(text)), text)
