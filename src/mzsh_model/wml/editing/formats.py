"""How a line's characters are formatted, and how a new text made after that line is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from mzsh_model.outline.sentences import first_sentence
from mzsh_model.wml.editing.compose import Composer, Styled
from mzsh_model.wml.names import MATH_SIGNS, MATH_TEXT
from mzsh_model.wml.placing.glyphs import Glyph
from mzsh_model.wml.placing.spans import LineSpans


def formats(spans: LineSpans, composer: Composer) -> tuple[bytes, ...]:
    """Return the run properties of each character of a line, without the record of how they were changed."""
    known: dict[object, bytes] = {}
    found: list[bytes] = []
    for glyph in spans.glyphs:
        run = spans.run_of(glyph)
        if run not in known:
            known[run] = _properties(spans, glyph, composer)
        found.append(known[run])
    return tuple(found)


def _properties(spans: LineSpans, glyph: Glyph, composer: Composer) -> bytes:
    w = spans.w
    held = spans.run_of(glyph).find(w + "rPr")
    return b"" if held is None else composer.without(glyph.stretch, held, [w + "rPrChange", w + "ins", w + "del"])


def copied(text: str, given: Sequence[bytes]) -> list[Styled]:
    """Return `text` in pieces of one format, character by character as `given`."""
    pairs = zip(text, given, strict=True)
    return [Styled("".join(c for c, _ in group), key) for key, group in groupby(pairs, key=lambda pair: pair[1])]


def alike(text: str, spans: LineSpans, composer: Composer) -> list[Styled]:
    """Return a new text formatted after a line: a first sentence set off there is set off here, the rest is as most is."""
    shown = spans.line.text[spans.line.auto :]
    typed = [n for n, glyph in enumerate(spans.glyphs) if glyph.leaf.tag not in {*MATH_TEXT, *MATH_SIGNS}]
    model = "".join(shown[n] for n in typed)
    given = formats(replace(spans, glyphs=tuple(spans.glyphs[n] for n in typed)), composer)
    if not given:
        return [Styled(text, composer.mark_properties(spans.stretches[-1]))]
    close = first_sentence(model, 0, len(model))
    head, rest = Counter(given[:close]), Counter(given[close:])
    body = (rest or head).most_common(1)[0][0]
    lead = head.most_common(1)[0][0]
    if not rest or lead == body or head[lead] < close - 1 or rest[lead]:
        return [Styled(text, Counter(given).most_common(1)[0][0])]
    cut = first_sentence(text, 0, len(text))
    return [piece for piece in (Styled(text[:cut], lead), Styled(text[cut:], body)) if piece.text]
