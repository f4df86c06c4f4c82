"""Write docs/api.md and its English twin: every public name with its form, its docstring, and what the fields of a value hold.

`python tools/make_api.py [--check]`
"""

from __future__ import annotations

import enum
import inspect
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import mzsh_model as mz
from mzsh_model.kinds.schema import Generator
from mzsh_model.model.english import twins

_DOCS = Path(__file__).parents[1] / "docs"
_GROUPS = (
    ("函数", "Functions", lambda held: inspect.isfunction(held)),
    ("错误", "Errors", lambda held: isinstance(held, type) and issubclass(held, Exception)),
    ("材料和其中各项", "Papers and their parts", lambda held: isinstance(held, type) and issubclass(held, mz.Value)),
    ("取值", "Words that a field takes", lambda held: isinstance(held, type) and issubclass(held, enum.Enum)),
    ("其他", "Other", lambda held: True),
)
_CHINESE = """# 全部公开的名字

`import mzsh_model as mz` 就有这些名字，用到哪个才读入哪个。别的模块随时会变，不要引用。这一页由 `python tools/make_api.py` 从代码写出。
函数的说明用英文，字段的说明用中文；字段的说明也有[英文的](api.en.md)。
"""
_ENGLISH = """# Every public name

`import mzsh_model as mz` gives these names, each imported when it is first used. Other modules may change at any time: do not
import them. This page is written from the code by `python tools/make_api.py`; it has a [Chinese twin](api.md).
"""


def pages() -> Mapping[Path, str]:
    """Return both pages, by their paths."""
    return {_DOCS / "api.md": _page(english=False), _DOCS / "api.en.md": _page(english=True)}


def _page(*, english: bool) -> str:
    left = dict.fromkeys(mz.__all__)
    parts = [_ENGLISH if english else _CHINESE]
    for chinese, title, belongs in _GROUPS:
        names = [name for name in left if belongs(getattr(mz, name))]
        parts.append(f"## {title if english else chinese}\n")
        for name in names:
            del left[name]
            parts.append(_entry(name, getattr(mz, name), english=english))
    return "\n".join(parts)


def _entry(name: str, held: Any, *, english: bool) -> str:
    lines = [f"### mz.{name}\n"]
    if isinstance(held, type) and issubclass(held, mz.Value):
        return "\n".join([*lines, *_fields(held, english=english), ""])
    if inspect.isfunction(held):
        lines += ["```text", f"mz.{name}{_signature(held)}", "```\n"]
    if callable(held) and (told := inspect.getdoc(held)):
        told = _twin(told) if english else told
        lines += [told.replace("\n    ", "\n- "), ""]
    elif isinstance(held, str):
        lines += [f"`{held}`", ""]
    if isinstance(held, type) and issubclass(held, enum.Enum):
        lines += [(", " if english else "、").join(f"`{one.value}`" for one in held), ""]
    elif isinstance(held, type) and not issubclass(held, Exception):
        verbs = [n for n, f in vars(held).items() if not n.startswith("_") and (callable(f) or isinstance(f, property))]
        for verb in verbs:
            told = (inspect.getdoc(getattr(held, verb)) or "").split("\n")[0]
            lines.append(f"- `.{verb}`{': ' if english else '：'}{told}")
        lines.append("")
    return "\n".join(lines)


def _fields(held: type[mz.Value], *, english: bool) -> list[str]:
    told = _schema_text(held) or inspect.getdoc(held) or ""
    lines = [_twin(told) if english else told, ""]
    lines += ["| field | holds |", "|---|---|"] if english else ["| 字段 | 内容 |", "|---|---|"]
    for field, info in held.model_fields.items():
        description = info.description or ""
        lines.append(f"| `{field}` | {_twin(description) if english else description} |")
    return lines


def _schema_text(held: type[mz.Value]) -> str:
    return str(held.model_json_schema(schema_generator=Generator).get("description", ""))


def _twin(told: str) -> str:
    return twins()[told] if told[:1] > "\u2fff" else told


def _signature(held: Any) -> str:
    return str(inspect.signature(held)).replace("mzsh_model.", "").replace("'", "")


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(any(path.read_text(encoding="utf-8") != page for path, page in pages().items()))
    for path, page in pages().items():
        path.write_text(page, encoding="utf-8")
