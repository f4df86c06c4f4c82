"""The docs page of the kinds: made from their descriptions, never by hand (`python -m mzsh_model.kinds.page docs/kinds.md`)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from mzsh_model.kinds.registry import AnyKind, kinds
from mzsh_model.kinds.schema import schema_name

_HEAD = """# 认得的材料

每一种的说明在 `kinds/` 下自己的文件夹里，这一页由说明生成。凭据是认这种材料的依据，分量相加，最重的一条写在结果里；
不支持的动词写明原因，其余的（读、新写、改、修订、合并、做记号、批注、检查、读 JSON）都支持。
"""


def page() -> str:
    """Return the page."""
    return _HEAD + "".join("\n".join(("", *_section(kind), "")) for kind in kinds())


def _section(kind: AnyKind) -> Iterator[str]:
    yield f"## {kind.zh} `{kind.kind}`\n"
    yield f"{(kind.value.__doc__ or '').strip().rstrip('.')}。\n"
    if kind.lay_out is not None:
        yield f"![新写的{kind.zh}的第一页]({picture_of(kind)})\n"
    yield from (f"- 凭据 {sign.weight}：{sign.says}" for sign in kind.signs)
    if kind.items:
        yield "- 条目：" + "、".join(f"`{name}`" for name in kind.items)
    if kind.phrases:
        yield f"- 正文里的事实，怎样读就怎样写：{'、'.join(phrase.zh for phrase in kind.phrases)}"
    if kind.partly:
        yield f"- 检查：{kind.partly}"
    yield from (f"- 不支持 {verb}：{reason}" for verb, reason in kind.refuses.items())


def picture_of(kind: AnyKind) -> str:
    """Return where the page's picture of a kind stands, beside the page: `python -m tools.make_kind_pictures` draws it."""
    return f"pictures/kind-{schema_name(kind.value.__name__)}.png"


def main(arguments: list[str]) -> int:
    """Write the page, or with `--check` compare it with what stands there."""
    path = Path(next(one for one in arguments if not one.startswith("-")))
    if "--check" not in arguments:
        path.write_text(page(), encoding="utf-8")
        return 0
    if path.exists() and path.read_text(encoding="utf-8") == page():
        return 0
    print(f"{path} differs from the descriptions: run `python -m mzsh_model.kinds.page {path}`")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
