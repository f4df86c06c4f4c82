"""Causes that stand behind a dash in the problems that they explain: 住村少，三次都是当天回——我怕吃苦。"""

from __future__ import annotations

from collections.abc import Sequence

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.base import Role
from mzsh_model.reading.draft import Draft, Span
from mzsh_model.reading.items.harvest import Item

_DASH = lazy_pattern("(?<=[^—])——(?=[^—。；;]{2,40}[。；;]?$)")
_OWN = lazy_pattern("(?:我|本人|自己|班子|(?:就|都|还|只)?是(?!否)|因为?|由于|怕)")
"""How what stands behind the dash begins if it explains: it speaks of who writes, or says that it does."""
_DIGIT = lazy_pattern(r"\d")
_FEWEST = 2
_UNTOLD = "不少问题后面用破折号另接了一句，看不出是不是原因，没有读成原因；写明“原因是”，就读得出"


def causes_behind_dashes(draft: Draft, items: Sequence[Item]) -> list[Item]:
    """Return the items, the causes apart that most problems of a paper without any have behind a dash; those left in them are a doubt."""
    if Role.CAUSES in [item.context.role for item in items]:
        return list(items)
    problems = [at for at, item in enumerate(items) if item.context.role is Role.ISSUES]
    cut = {at: behind for at in problems if (behind := _behind_dash(items[at].spans[-1])) is not None}
    if len(cut) < _FEWEST or len(cut) * 2 <= len(problems):
        return list(items)
    own = [at for at, behind in cut.items() if _OWN.match(items[at].spans[-1].block.text, behind)]
    if len(own) * 2 <= len(cut):
        first = items[min(cut)].spans[-1]
        draft.notice("reading-unsure", first.place().line, first.text, _UNTOLD)
        return list(items)
    return [one for at, item in enumerate(items) for one in (_apart(item, cut[at]) if at in cut else (item,))]


def _behind_dash(span: Span) -> int | None:
    """Where the last clause of a problem begins that a dash joins to it, and that counts nothing."""
    found = _DASH.search(span.text)
    if found is None or _DIGIT.search(span.text, found.end()) is not None:
        return None
    return span.start + found.end()


def _apart(item: Item, at: int) -> tuple[Item, Item]:
    *others, last = item.spans
    problem = item._replace(spans=(*others, Span(last.block, last.start, at - len("——"))))
    return problem, Item(item.context.of(Role.CAUSES), (Span(last.block, at, last.end),), None, item.under)
