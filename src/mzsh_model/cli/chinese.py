"""The words that Typer writes itself (help, wrong usage) in Chinese; it has no translations of its own.

What is not in the table stays as Typer says it: a newer Typer may speak English here, never wrongly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mzsh_model.kernel.columns import columns
from mzsh_model.kernel.patterns import lazy_pattern

_HELP = (
    (r"^Usage: ", "用法："),
    (r"[{}]", ""),
    (r"^(  \S+) <(?:path|str|list\[(?:Path|str)\])>", r"\1"),
    (r"^Arguments:$", "参数："),
    (r"^Options:$", "选项："),
    (r"\[OPTIONS\]", "[选项]"),
    (r"([\d.]+)<=x<=([\d.]+)", r"\1 到 \2"),
    (r"\[default:\s+([^\]]*)\]", r"[默认 \1]"),
    (r"\[required\]", "[必填]"),
    (r"Show this message and exit\.", "显示这段说明"),
)
_USAGE = (
    (r"No such option: (\S+)", r"没有选项 \1。"),
    (r" ?\(?(?:Did you mean|Possible options:) ?(.*?)\?*\)?$", r"是不是 \1？"),
    (r"Missing argument '([^']*)'\.", r"缺少参数 \1。"),
    (r"Missing option '([^']*)'(?: / '[^']*')*\.", r"缺少选项 \1。"),
    (r"Option '([^']*)' requires an argument\.", r"选项 \1 后面要写值。"),
    (r"Option '([^']*)' does not take a value\.", r"选项 \1 后面不写值。"),
    (r"Invalid value for '([^']*)'(?: / '[^']*')*: ", r"\1 后面的值不对："),
    (r"Input should be greater than or equal to (\S+)", r"不能小于 \1。"),
    (r"Input should be less than or equal to (\S+)", r"不能大于 \1。"),
    (r"Input should be a valid integer.*$", r"要写整数。"),
    (r"Input should be a valid number.*$", r"要写数字。"),
    (r"Got unexpected extra argument(?:s|\(s\))? \((.*)\)", r"多出参数 \1。"),
)


_ROW = lazy_pattern(r"  (\S.*?) {2,}(\S.*)")
_REST = lazy_pattern(r" {4,}(\S.*)")


def help_text(text: str) -> str:
    """Return a help page with its headings and remarks in Chinese, the second column where hanzi take two columns."""
    return "\n\n".join("\n".join(_aligned(block.split("\n"))) for block in _said(text, _HELP).split("\n\n"))


def _aligned(lines: list[str]) -> Iterator[str]:
    """The rows of a list (a name, what it is) with what they say below each other."""
    rows = [_ROW.fullmatch(line) for line in lines]
    widest = max((columns(row[1]) for row in rows if row), default=0)
    for line, row in zip(lines, rows, strict=True):
        if row:
            yield f"  {row[1]}{' ' * (widest - columns(row[1]) + 2)}{row[2]}"
        elif widest and (rest := _REST.fullmatch(line)):
            yield " " * (widest + 4) + rest[1]
        else:
            yield line


def usage_text(message: str) -> str:
    """Return what is wrong with the arguments, one line."""
    return _said(" ".join(message.split()), _USAGE)


def _said(text: str, table: tuple[tuple[str, str], ...]) -> str:
    for pattern, words in table:
        text = re.sub(pattern, words, text, flags=re.MULTILINE)
    return text
