"""ISS008 issue-without-instance."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.documents import SelfExamination
from mzsh_model.model.items import Issue
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.quoting import brief
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule
from mzsh_model.rules.senses import amount, sense
from mzsh_model.rules.words import any_of

_QUOTED = lazy_pattern(r"“(?P<curly>[^”]{2,})”|\"(?P<plain>[^\"]{2,})\"")
_DEED = lazy_pattern(
    r"我(?:就|也|却|还|又)?(?:把|让|叫|说|拿|给|替|收|推|签|请|带|批|当着|照着)"
    r"|被[^，。；]{1,8}(?:碰见|发现|撞见|问住|问倒|退回|投诉|点名|堵在)"
)
_MASKED = lazy_pattern("[xX×]{2}")


@rule(
    code="ISS008",
    name="issue-without-instance",
    on=Issue,
    within=(SelfExamination,),
    level=Level.HINT,
    basis=Basis("查摆问题的通行要求：见人见事见思想（多地公开报道）", "惯例"),
    zh=Message(
        "问题“{issue}”里没有看到时间、数字或事例。",
        "见人见事才能让人看清问题，泛泛而谈放到谁身上都合适。",
        "补一两件具体的事：什么时候、什么事、造成什么后果；已经写到具体的人和事的，不用改。",
        "比如，去年9月调整预约规则，没有评估老年群众的困难，运行两周后才补设窗口。",
    ),
    en=Message(
        "No time, figure or instance was seen in the problem “{issue}”.",
        "Only concrete instances show what the problem is.",
        "Add one or two: when, what, with what result; leave it if persons and events are named.",
        "比如，去年9月调整预约规则，没有评估老年群众的困难，运行两周后才补设窗口。",
    ),
)
def issue_without_instance(issue: Issue, at: str, ctx: Context) -> Iterator[Hit]:
    """问题应当有具体事例。

    有数字、时间、引语、占位或“比如”的都算有，说了自己做了哪件事的也算；“老好人”这样的说法加了引号不算。写法很多，认不全，所以只作提示。情况报告是概括，不查。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是理论学习不够深入，服务意识不强。
    二是调研不够，全年只到联系点3次。
    ```

    → 「理论学习不够深入，服务意识不强」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是理论学习不够，列出的4本书只读了2本。
    二是调研不够，全年只到联系点3次。
    ```
    """
    if not issue.instances and not _is_concrete(issue.text) and not _is_a_deed(issue.text):
        yield hit(f"{at}/statement", issue=brief(issue.statement or issue.text))


def _is_concrete(text: str) -> bool:
    told = any_of(sense("instance", "words"))
    catchwords = sense("catchword", "words")
    if any((found["curly"] or found["plain"]) not in catchwords for found in _QUOTED.finditer(text)):
        return True
    text = _QUOTED.sub("", text)
    return any(pattern.search(text) for pattern in (amount(), told, _MASKED))


def _is_a_deed(text: str) -> bool:
    """Whether it tells what somebody did, and calls nothing insufficient: 我让门卫说我下乡了, 在牌桌上被督查组碰见."""
    return _DEED.search(text) is not None and not any(word in text for word in sense("generic", "shortfalls"))
