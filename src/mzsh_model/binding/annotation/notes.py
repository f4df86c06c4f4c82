"""What our comments say, and how they are known again: author and text are all that every editor keeps.

What they quote is shown, never sent: a character that turns the writing round in the draft does not do so in a comment on it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from hashlib import sha256

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.printable import printable
from mzsh_model.outline.lines import Line
from mzsh_model.rules.finding import CheckResult, Finding, Level

AUTHOR, INITIALS = "mzsh", "mz"
_SUMMARY = "mzsh·汇总"
_CODES = lazy_pattern(rf"〔({_SUMMARY}|[A-Z]{{3}}\d{{3}}·[0-9a-f]{{4}}(?:、[A-Z]{{3}}\d{{3}}·[0-9a-f]{{4}})*)〕")
_LEVELS = lazy_pattern(rf"^【({'|'.join(Level)})】", re.MULTILINE)
_ADVICE = lazy_pattern(r"^为什么：", re.MULTILINE)
_STORIES = {"textbox": "文本框", "footnote": "脚注", "endnote": "尾注", "header": "页眉", "footer": "页脚"}
_LONGEST_QUOTE = 40
_HOW_TO = "改好后再批注一次，已经改好的批注会自动去掉；有人答复或标为已解决的会留下。"


def finding_note(findings: Iterable[tuple[Finding, str]], advised: Container[str] = ()) -> tuple[str, ...]:
    """Return the paragraphs of the comment on findings about the same words, the gravest first, each with its whereabouts.

    Of the rules `advised`, whose advice another comment gives, only what is wrong here is said.
    """
    said = dict.fromkeys((f, where) for f, where in sorted(findings, key=_gravest))
    paragraphs = [text for f, where in said for text in _parts(f, where, brief=f.code in advised)]
    codes = "、".join(dict.fromkeys(code_of(f) for f, _ in said))
    return (*paragraphs, f"〔{codes}〕")


def summary_note(result: CheckResult) -> tuple[str, ...]:
    """Return the paragraphs of the comment on a whole document."""
    counts = "，".join(f"{level} {result.count(level)} 处" for level in Level)
    nothing = "没有结论，有内容没有读准" if result.checked else "未检查，不能当作通过"
    verdict = nothing if result.verdict is None else result.verdict.said
    unchecked = (
        f"没有检查：{one.what}（{one.reason}）" + (f"，见第{one.line}段" if one.line else "")
        for one in result.unchecked
    )
    return (f"【汇总】{counts}。结论：{verdict}。", *map(printable, unchecked), _HOW_TO, f"〔{_SUMMARY}〕")


def whereabouts(finding: Finding, line: Line | None, *, away: bool) -> str:
    """Return what else must be said of where a finding's words stand; `away` where its comment cannot stand on them."""
    said: list[str] = []
    if away and line is not None:
        where = _STORIES.get(line.story) or f"第{line.number}段"
        quote = finding.quote.strip()
        cut = quote if len(quote) <= _LONGEST_QUOTE else quote[: _LONGEST_QUOTE - 1] + "…"
        said.append(f"说的是{where}" + (f"里的“{cut}”" if cut else "") + "。")
    others = dict.fromkeys(part.line for part in finding.rest if part.line != finding.line)
    if others:
        said.append("同一条还包括" + "、".join(f"第{number}段" for number in others) + "。")
    return "".join(said)


def code_of(finding: Finding) -> str:
    """Return the short code by which a finding is known in a comment: its rule, and four digits of what it says.

    >>> code_of(Finding("MEA003", "", Level.MUST, "", "", "", "", "", 0, 0, 0, ""))[:7]
    'MEA003·'
    """
    said = f"{finding.code}\n{finding.quote}\n{finding.message}"
    return f"{finding.code}·{sha256(said.encode('utf-8', 'surrogatepass')).hexdigest()[:4]}"


def codes_in(text: str) -> tuple[str, ...]:
    """Return the codes that a comment of ours closes with, none for another comment.

    >>> codes_in("【必改】没有写明时限\\n〔MEA003·7f3a、ISS001·01ab〕"), codes_in("见〔MEA003·7f3a〕")
    (('MEA003·7f3a', 'ISS001·01ab'), ())
    """
    found = _CODES.fullmatch(text.strip().rpartition("\n")[2].strip())
    return () if found is None else tuple(found[1].split("、"))


def advises(text: str, finding: Finding) -> bool:
    """Tell whether a comment of ours gives the advice of the rule of `finding`."""
    rules = {code.partition("·")[0] for code in codes_in(text)}
    return finding.code in rules and any(said in text for said in _advice(finding))


def gist(text: str) -> str:
    """Return that by which two comments of ours say the same: levels, codes, how much advice; of a summary all its words."""
    codes = codes_in(text)
    if codes == (_SUMMARY,):
        return "".join(text.split())
    return " ".join([*_LEVELS.findall(text), *codes, str(len(_ADVICE.findall(text)))])


def _parts(finding: Finding, where: str, *, brief: bool) -> Iterator[str]:
    yield f"【{finding.level}】{printable(finding.message)}"
    if where:
        yield printable(where)
    if not brief:
        yield from _advice(finding)


def _advice(finding: Finding) -> Iterator[str]:
    for what, text in (("为什么", finding.why), ("怎么改", finding.how), ("例子", finding.example)):
        if text:
            yield f"{what}：{printable(text)}"


def _gravest(said: tuple[Finding, str]) -> tuple[int, str, int, int, int, str]:
    """The order in a comment, whatever the order in the result."""
    one = said[0]
    return -one.level.weight, one.code, one.line, one.start, one.end, one.message
