"""Write docs/api.md: every public name with its form, its docstring, and what the fields of a value hold.

`python tools/make_api.py [--check]`
"""

from __future__ import annotations

import enum
import inspect
import sys
from pathlib import Path
from typing import Any

import mzsh_model as mz

PAGE = Path(__file__).parents[1] / "docs" / "api.md"
_HEAD = """# 全部公开的名字

`import mzsh_model as mz` 就有这些名字，用到哪个才读入哪个。别的模块随时会变，不要引用。这一页由 `python tools/make_api.py` 从代码写出。

Every public name, imported when it is first used; everything else may change. What fields mean is told in Chinese, as in the schemas.
"""
_GROUPS = (
    ("函数 · Functions", lambda held: inspect.isfunction(held)),
    ("错误 · Errors", lambda held: isinstance(held, type) and issubclass(held, Exception)),
    ("材料和其中各项 · Papers and their parts", lambda held: isinstance(held, type) and issubclass(held, mz.Value)),
    ("取值 · Words that a field takes", lambda held: isinstance(held, type) and issubclass(held, enum.Enum)),
    ("其他 · Other", lambda held: True),
)


def page() -> str:
    """Return the page."""
    left = dict.fromkeys(mz.__all__)
    parts = [_HEAD]
    for title, belongs in _GROUPS:
        names = [name for name in left if belongs(getattr(mz, name))]
        parts.append(f"## {title}\n")
        for name in names:
            del left[name]
            parts.append(_entry(name, getattr(mz, name)))
    return "\n".join(parts)


def _entry(name: str, held: Any) -> str:
    lines = [f"### mz.{name}\n"]
    if inspect.isfunction(held):
        lines += ["```text", f"mz.{name}{_signature(held)}", "```\n"]
    if callable(held) and (told := inspect.getdoc(held)):
        lines += [told.replace("\n    ", "\n- "), ""]
    elif isinstance(held, str):
        lines += [f"`{held}`", ""]
    if isinstance(held, type) and issubclass(held, mz.Value):
        lines += ["| 字段 | 内容 |", "|---|---|"]
        lines += [f"| `{field}` | {info.description or ''} |" for field, info in held.model_fields.items()]
        lines.append("")
    elif isinstance(held, type) and issubclass(held, enum.Enum):
        lines += ["、".join(f"`{one.value}`" for one in held), ""]
    elif isinstance(held, type) and not issubclass(held, Exception):
        verbs = [n for n, f in vars(held).items() if not n.startswith("_") and (callable(f) or isinstance(f, property))]
        for verb in verbs:
            told = (inspect.getdoc(getattr(held, verb)) or "").split("\n")[0]
            lines.append(f"- `.{verb}`：{told}")
        lines.append("")
    return "\n".join(lines)


def _signature(held: Any) -> str:
    return str(inspect.signature(held)).replace("mzsh_model.", "").replace("'", "")


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(PAGE.read_text(encoding="utf-8") != page())
    PAGE.write_text(page(), encoding="utf-8")
