"""ISS001 issue-aspect-missing."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.spelling import fold
from mzsh_model.model.base import Role
from mzsh_model.model.documents import SelfExamination
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="ISS001",
    name="issue-aspect-missing",
    on=SelfExamination,
    level=Level.MUST,
    whole=True,
    basis=Basis("年度民主生活会通知规定的对照方面", "通知"),
    zh=Message(
        "没有对照“{missing}”查摆问题。",
        "年度通知列出的方面一般要逐个对照；没有单列的，要让人看出写在哪里。",
        "补上这一方面的标题和问题；确实没有问题的，也要写明对照检查的情况。",
        "（三）带头敬畏人民、敬畏组织、敬畏法纪方面。一是联系服务群众不够经常……",
    ),
    en=Message(
        "No problem is examined under “{missing}”.",
        "The aspects that the year's notice names are examined one by one.",
        "Add the heading and its problems.",
        "（三）带头敬畏人民、敬畏组织、敬畏法纪方面。一是联系服务群众不够经常……",
    ),
)
def issue_aspect_missing(paper: SelfExamination, at: str, ctx: Context) -> Iterator[Hit]:
    """规定的每个方面都应当有问题。

    只有材料本身按年度目录的方面来写（至少对上两个）时才查；文中别处写到这一方面的不算缺；有用自己的话写的方面、可能就是这一方面的，只作提示；目录中未核实的年度不查。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    （一）带头强化政治忠诚、提高政治能力方面
    一是学习不够系统。
    （二）带头固本培元、增强党性方面
    一是组织生活不够严肃。
    （三）带头敬畏人民、敬畏组织、敬畏法纪方面
    一是请示报告不够及时。
    （四）带头干事创业、担当作为方面
    一是攻坚的劲头不足。
    ```

    → 「存在的问题」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    ```
    """
    expected = ctx.aspect_set
    if expected is None or not expected.is_sure:
        return
    named = {aspect.id for aspect in paper.aspects}
    covered = {issue.aspect_id for issue in paper.issues}
    told = fold(ctx.text)
    missing = [
        one for one in expected.aspects if one.id not in covered and one.id not in named and one.folded not in told
    ]
    # headings in words of their own may be the very aspects that seem to be missing
    own = sum(aspect.id not in {one.id for one in expected.aspects} for aspect in paper.aspects)
    for aspect in missing:
        yield hit(
            ctx.heading_of(Role.ISSUES),
            level=Level.HINT if own >= len(missing) else None,
            missing=aspect.canonical,
        )
