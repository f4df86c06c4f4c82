"""Words of a paper inside the sentences of a finding: cut short where they are long, with quotation marks of the inner kind."""

from __future__ import annotations

from collections.abc import Mapping

from mzsh_model.kernel.patterns import lazy_pattern

_ROOM = 20
_ENDS = "。；;，,：: "
_QUOTED = lazy_pattern(r"“\{(?P<name>[a-z_]+)\}”")
_INNER = str.maketrans("“”", "‘’")


def brief(text: str) -> str:
    """Return the beginning of a text, to name it by.

    >>> brief("走访少。"), brief("老旧小区电梯加装协调不力，全年只装成了3部，群众意见大。")
    ('走访少', '老旧小区电梯加装协调不力，全年只装成了3…')
    """
    bare = text.strip().rstrip(_ENDS)
    return bare if len(bare) <= _ROOM else bare[:_ROOM].rstrip(_ENDS) + "…"


def filled(sentence: str, values: Mapping[str, str]) -> str:
    """Return a sentence of a message with its values; what stands in quotation marks there has inner ones of its own.

    >>> filled("整改措施“{title}”没有写明谁负责。", {"title": "落实“第一议题”"})
    '整改措施“落实‘第一议题’”没有写明谁负责。'
    """
    quoted = {found["name"] for found in _QUOTED.finditer(sentence)}
    return sentence.format(
        **{name: said.translate(_INNER) if name in quoted else said for name, said in values.items()}
    )
