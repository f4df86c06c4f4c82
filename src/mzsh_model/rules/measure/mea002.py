"""MEA002 measure-missing-for-issue."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.model.base import Role
from mzsh_model.model.documents import MeetingReport, SelfExamination
from mzsh_model.model.items import LinkBasis
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.quoting import brief
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule

_EXPLICIT = frozenset({LinkBasis.ID, LinkBasis.ROW, LinkBasis.LABEL, LinkBasis.ASPECT})


@rule(
    code="MEA002",
    name="measure-missing-for-issue",
    on=(SelfExamination, MeetingReport),
    level=Level.HINT,
    whole=True,
    basis=Basis("整改的通行要求：问题与整改措施一一对应", "惯例"),
    zh=Message(
        "问题“{issue}”没有找到对应的整改措施。",
        "查出的问题要逐条进整改清单，没有措施就无法明确责任、无法销号。",
        "补一条措施，写明做什么、谁负责、何时完成；已经包含在某条措施里的，在那条措施里点出这个问题。",
        "（三）畅通服务渠道。针对采购审批环节多的问题，2026年6月底前压减审批环节……",
        {"aspect": "“{aspect}”查出的问题没有找到对应的整改措施。"},
    ),
    en=Message(
        "No measure was found for the problem “{issue}”.",
        "Every problem goes into the rectification list with its measure.",
        "Add a measure, or name the problem in the measure that covers it.",
        "（三）畅通服务渠道。针对采购审批环节多的问题，2026年6月底前压减审批环节……",
        {"aspect": "No measure was found for the problems under “{aspect}”."},
    ),
)
def measure_missing_for_issue(value: SelfExamination | MeetingReport, at: str, ctx: Context) -> Iterator[Hit]:
    """每个问题都应当有整改措施。

    材料按方面逐一写问题和措施（对应明确）时，缺的是必改；只能从文字相近推断时，以一个方面为单位，说不准，只作提示。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    （一）带头强化政治忠诚、提高政治能力方面
    一是理论学习不够系统，集中学习缺席，学习笔记不完整。
    （二）带头敬畏人民、敬畏组织、敬畏法纪方面
    一是食堂改造的建议迟迟没有答复，职工两次投诉。
    二、整改措施
    （一）加强理论学习。制定学习计划，集中学习不缺席，学习笔记按月检查。
    ```

    → 「食堂改造的建议迟迟没有答复，职工两次投诉」

    Bad:

    ```text
    个人对照检查材料
    一、存在的问题
    一是学习不够系统，列入计划的4本书只读了2本。
    二是调研不够深入，全年只到联系点3次。
    二、整改措施
    一是加强学习，2026年6月底前读完4本书。
    ```

    → 「调研不够深入，全年只到联系点3次」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    （一）带头强化政治忠诚、提高政治能力方面
    一是理论学习不够系统，集中学习缺席，学习笔记不完整。
    （二）带头敬畏人民、敬畏组织、敬畏法纪方面
    一是食堂改造的建议迟迟没有答复，职工两次投诉。
    二、整改措施
    （一）加强理论学习。制定学习计划，集中学习不缺席，学习笔记按月检查。
    （二）办好职工食堂。对食堂改造的建议限期答复，职工投诉当天处理。
    ```
    """
    if not value.measures:
        return
    linked = {link.issue for link in ctx.links if link.measure is not None}
    placed = {link.measure for link in ctx.links if link.basis in _EXPLICIT}
    all_placed = all(one.id in placed or one.aspect is not None for one in value.measures)
    by_aspect = {one.aspect_id or one.aspect for one in value.measures if one.aspect is not None}
    of_issues = {one.aspect_id or one.aspect for _, one in ctx.issues if one.aspect is not None}
    # all below one of several aspects: they may be a list of their own behind the last; and a line beside them may be one more
    all_placed = all_placed and not (len(by_aspect) == 1 < len(of_issues)) and not _leaves_words(ctx)
    issues = [(p, i) for p, i in ctx.issues if not p.startswith("/member_issues")]
    answered = {issue.aspect for _, issue in issues if issue.id in linked and issue.aspect is not None}
    told: set[str] = set()
    for path, issue in issues:
        # surely missing only where every measure says itself what it answers, and in the way this issue could be named
        explicit = all_placed and (not by_aspect or issue.aspect is not None)
        if issue.id in linked or (not explicit and issue.aspect in answered):
            continue
        if explicit or issue.aspect is None:
            yield hit(
                f"{path}/statement", level=Level.MUST if explicit else None, issue=brief(issue.statement or issue.text)
            )
        elif issue.aspect not in told:
            told.add(issue.aspect)
            yield hit(f"{path}/statement", case="aspect", aspect=issue.aspect)


def _leaves_words(ctx: Context) -> bool:
    """Whether more stands beside the measures than what leads in to them: it may answer a problem."""
    return any(
        remark.rstrip()[-1:] not in "：:" for one in ctx.sections if one.role is Role.MEASURES for remark in one.remarks
    )
