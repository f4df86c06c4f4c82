"""Regular expressions that the engine can skip along with."""

from __future__ import annotations


def by_first(*choices: tuple[str, str]) -> str:
    """Return a pattern of choices, each given by the characters that it may begin with and by what follows them.

    The engine tries a plain list of choices at every character of a text, one after the other. A pattern that begins with
    a set of characters lets it pass over all others in one step: on prose it finds rare things ten times as fast.

    >>> by_first(("xX", "年"), ("月", "底?"))
    '[xX月](?:(?<=[xX])年|(?<=[月])底?)'
    """
    firsts = "".join(first for first, _ in choices)
    return f"[{firsts}](?:{'|'.join(f'(?<=[{first}]){rest}' for first, rest in choices)})"
