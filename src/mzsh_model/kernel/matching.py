"""The best pairs of two lists, where both keep their order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def heaviest(
    gain: Mapping[tuple[int, int], float], rows: Sequence[int], columns: Sequence[int]
) -> list[tuple[int, int]]:
    """Return the pairs, rising on both sides, whose gains sum up highest; what has no gain makes no pair.

    Of equal sums the one that pairs earlier, then the one that passes over rows. In time and space as rows × columns.

    >>> heaviest({(0, 1): 0.9, (1, 0): 0.5, (1, 1): 0.3, (2, 2): 0.4}, range(3), range(3))
    [(0, 1), (2, 2)]
    """
    best = [[0.0] * (len(columns) + 1) for _ in range(len(rows) + 1)]
    for a in range(len(rows) - 1, -1, -1):
        for b in range(len(columns) - 1, -1, -1):
            paired = best[a + 1][b + 1] + gain.get((rows[a], columns[b]), 0.0)
            best[a][b] = max(paired, best[a + 1][b], best[a][b + 1])
    pairs: list[tuple[int, int]] = []
    a = b = 0
    while a < len(rows) and b < len(columns):
        pair = rows[a], columns[b]
        if pair in gain and best[a][b] == best[a + 1][b + 1] + gain[pair]:
            pairs.append(pair)
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            a += 1
        else:
            b += 1
    return pairs
