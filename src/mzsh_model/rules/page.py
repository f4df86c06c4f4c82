"""The page of a rule, made from the rule itself; `python -m mzsh_model.rules.page DIR` writes all, `--check` compares."""

from __future__ import annotations

import inspect
import re
import sys
from pathlib import Path

from mzsh_model.rules.papers_samples import folder_samples
from mzsh_model.rules.registry import all_rules
from mzsh_model.rules.rule import Rule


def page(one: Rule, *, english: bool = False) -> str:
    """Return a rule's page in Markdown: identity, message, why, how, example, the docstring with its examples, basis."""
    message = one.en if english else one.zh
    doc = inspect.cleandoc(one.doc).replace("Bad:", "**不好：**").replace("Good:", "**好：**")
    doc = re.sub(r"^→ ", "指出：", doc, flags=re.MULTILINE)
    title, _, rest = doc.partition("\n")
    basis = "\n".join(f"- {b.source}（{b.grade}）" for b in one.basis)
    said = "\n- 或：".join(re.sub(r"\{\w+\}", "……", what) for what in (message.what, *message.cases.values()))
    rest = rest.strip() + (_folders(one.code) if one.compares else "")
    return (
        f"# {one.code} {title}\n\n`{one.name}` · {one.level} · 自 {one.since} 版\n\n{rest}\n\n"
        f"## 提示的话\n\n- 是什么：{said}\n- 为什么：{message.why}\n- 怎么改：{message.how}\n- 例子：{message.example}\n\n"
        f"## 依据\n\n{basis}\n"
    )


def _folders(code: str) -> str:
    """The small folders of a rule that compares papers: what was changed in the consistent one, and what is then told."""
    told: list[str] = []
    for one in folder_samples(code):
        told.append(f"\n\n**{'不好' if one.findings else '好'}：**\n")
        told += [f"- {change}" for change in (one.changes or ("一处也不改",))]
        for places in one.findings:
            told.append(
                "\n指出：" + ("、".join(f"《{path}》「{quote}」" for path, quote in places) or "（缺的材料没有位置）")
            )
    return "\n\n例子都从前后一致的一套材料改出来。" + "\n".join(told)


def index() -> str:
    """Return the list of all rules in Markdown."""
    rows = "\n".join(f"| [{r.code}]({r.code}.md) | {r.title} | {r.level} | `{r.name}` |" for r in all_rules())
    return f"# 规则\n\n代码和名称一经发布不再改变，也不重复使用。级别是默认的，可以在[配置](../profile.md)里调。\n\n| 代码 | 查什么 | 级别 | 名称 |\n|---|---|---|---|\n{rows}\n"


def main(arguments: list[str]) -> int:
    """Write every page into a folder, or compare them with what stands there."""
    folder = Path(next((a for a in arguments if not a.startswith("-")), "docs/rules"))
    pages = {f"{r.code}.md": page(r) for r in all_rules()} | {"index.md": index()}
    stale = 0
    for name, text in pages.items():
        path = folder / name
        if "--check" in arguments:
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                print(f"{path} is stale: run `python -m mzsh_model.rules.page {folder}`")
                stale = 1
        else:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return stale


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
