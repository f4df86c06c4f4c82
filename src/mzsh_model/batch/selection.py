"""Which rules one run asks: all, only some, or all but some."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mzsh_model.kernel.errors import UnknownRule
from mzsh_model.rules.finding import Unchecked
from mzsh_model.rules.registry import all_rules, find_rule
from mzsh_model.rules.rule import Rule

_FAMILY = 3


@dataclass(frozen=True, slots=True)
class Selection:
    """The rules that are asked; None stands for all of them."""

    rules: tuple[Rule, ...] | None = None

    @classmethod
    def of(cls, only: Iterable[str] = (), but: Iterable[str] = ()) -> Selection:
        """Return the selection that codes, names or families (`MEA`) tell; each may hold several, with commas between.

        Raises:
            UnknownRule: nothing is called so, or nothing would be left to ask.
        """
        chosen, left_out = _rules(only), _rules(but)
        if not chosen and not left_out:
            return cls()
        kept = tuple(one for one in all_rules() if (not chosen or one in chosen) and one not in left_out)
        if not kept:
            raise UnknownRule("rules-none", "选中的规则又全部排除了，没有可以检查的。请看 --select 和 --ignore")
        return cls(kept)

    def unasked(self) -> tuple[Unchecked, ...]:
        """Return what must be said of a result: which rules were not asked."""
        if self.rules is None:
            return ()
        asked = [one.code for one in self.rules]
        if len(asked) <= len(all_rules()) // 2:
            return (Unchecked("其余规则", f"这次只查 {'、'.join(asked)}"),)
        missing = (one.code for one in all_rules() if one.code not in asked)
        return (Unchecked("、".join(missing), "这次没有选"),)


def _rules(keys: Iterable[str]) -> list[Rule]:
    found: list[Rule] = []
    for key in (part.strip() for told in keys for part in told.replace("，", ",").replace("、", ",").split(",")):
        family = [one for one in all_rules() if len(key) == _FAMILY and one.code.startswith(key.upper())]
        if key:
            found += family or [find_rule(key)]
    return found
