"""All rules there are: found by walking the package, once, and never changed."""

from __future__ import annotations

import importlib
import pkgutil
from difflib import get_close_matches
from functools import lru_cache

import mzsh_model.rules as package
from mzsh_model.kernel.errors import UnknownRule
from mzsh_model.rules.rule import Rule


@lru_cache(maxsize=1)
def all_rules() -> tuple[Rule, ...]:
    """Return every rule, by code.

    Raises:
        ValueError: two rules share a code or a name: a slip of their authors.
    """
    found: list[Rule] = []
    for family in pkgutil.iter_modules(package.__path__):
        if family.ispkg:
            home = importlib.import_module(f"{package.__name__}.{family.name}")
            for module in pkgutil.iter_modules(home.__path__):
                held = vars(importlib.import_module(f"{home.__name__}.{module.name}")).values()
                found += [item for item in held if isinstance(item, Rule)]
    found.sort(key=lambda r: r.code)
    keys = [key for r in found for key in (r.code, r.name)]
    twice = sorted({key for key in keys if keys.count(key) > 1})
    if twice:
        raise ValueError(f"rules defined twice: {', '.join(twice)}")
    return tuple(found)


def find_rule(key: str) -> Rule:
    """Return the rule with that code or name.

    Raises:
        UnknownRule: there is none; the message offers the nearest ones.
    """
    wanted = key.strip()
    for one in all_rules():
        if wanted.upper() == one.code or wanted.lower() == one.name:
            return one
    names = [k for r in all_rules() for k in (r.code, r.name)]
    near = get_close_matches(wanted, names, 3, 0.5) or get_close_matches(wanted.upper(), names, 3, 0.5)
    hint = f"相近的有 {'、'.join(near)}" if near else "用 mzsh rules 看全部规则"
    raise UnknownRule("rule-unknown", f"没有规则 {wanted}。{hint}")
