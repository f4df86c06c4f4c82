"""ISS004 issue-aspect-misworded."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.spelling import fold
from mzsh_model.model.items import Aspect
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.patches import Patch
from mzsh_model.rules.repeats import ratio
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule

_FRAME = lazy_pattern(r"^(?:在|关于|对照|聚焦|围绕|按照)+|(?:方面)?(?:的|存在|还存在|主要|突出|问题|不足)*$")

_HAN = lazy_pattern("[\u4e00-\u9fff]")
_LEAD = "带头"
_MOST = 2


@rule(
    code="ISS004",
    name="issue-aspect-misworded",
    on=Aspect,
    level=Level.SHOULD,
    basis=Basis("年度民主生活会通知规定的方面表述", "通知"),
    zh=Message(
        "“{name}”与规定的表述“{canonical}”不一致。",
        "方面的表述一般照通知原文，差一两个字多半是打错。",
        "按通知改成规定的表述。",
        "（二）带头固本培元、增强党性方面",
    ),
    en=Message(
        "“{name}” differs from the official wording “{canonical}”.",
        "Aspects are usually quoted from the notice; a character or two off is usually a slip.",
        "Use the official wording.",
        "（二）带头固本培元、增强党性方面",
    ),
)
def issue_aspect_misworded(aspect: Aspect, at: str, ctx: Context) -> Iterator[Hit]:
    """方面的表述应当与通知一致。

    标点、引号和“在……方面”不计；只提差一两个字的，缩写、改写的不算错。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    （一）带头强化政治忠诚、提高政治能力方面
    一是学习不够系统。
    （二）带头固本强元、增强党性方面
    一是组织生活不够严肃。
    ```

    → 「带头固本强元、增强党性方面」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    （一）在带头强化政治忠诚、提高政治能力方面
    一是学习不够系统。
    （二）带头固本培元，增强党性
    一是组织生活不够严肃。
    ```
    """
    if aspect.canonical is None:
        return
    words, official = fold(_FRAME.sub("", _FRAME.sub("", aspect.name))), fold(aspect.canonical)
    if words not in official and any(_is_slip(words, form) for form in (official, official.removeprefix(_LEAD))):
        yield hit(at, patches=_mended(aspect, at, ctx), name=aspect.name, canonical=aspect.canonical)


def _mended(aspect: Aspect, at: str, ctx: Context) -> tuple[Patch, ...]:
    """The patches of the characters that are wrong, where the rest is the official wording character by character."""
    letters = [(n, char) for n, char in enumerate(aspect.name) if _HAN.match(char)]
    official = _HAN.findall(aspect.canonical or "")
    for form in (official, official[len(_LEAD) :]):
        for first in range(len(letters) - len(form) + 1):
            pairs = list(zip(letters[first:], form, strict=False))
            wrong = [(n, new) for (n, old), new in pairs if old != new]
            if 0 < len(wrong) <= _MOST:
                patches = [ctx.patch(at, aspect.name, n, n + 1, new) for n, new in wrong]
                return tuple(one for patch in patches for one in patch) if all(patches) else ()
    return ()


def _is_slip(words: str, official: str) -> bool:
    """Whether one or two characters are wrong, missing or too many; what is shortened or recast is no slip."""
    if official in words or abs(len(words) - len(official)) > 1:
        return False
    wrong = sum(a != b for a, b in zip(words, official, strict=False))
    if len(words) == len(official):
        return wrong <= _MOST
    return ratio(words, official) >= 1 - 1.5 / len(official)
