"""Values made by reading generated drafts, so that they are what a reader gives; and one of each kind to hand."""

from __future__ import annotations

from functools import partial
from typing import TypeVar

from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.model.documents import DocumentValue, Ledger, MeetingReport, SelfExamination
from tests.drafts import CAUSES, FAULTS, MEASURES, NUMBERS, drafts

ASPECTS = ["强化政治忠诚、提高政治能力", "固本培元、增强党性", "敬畏人民、敬畏组织、敬畏法纪", "干事创业、担当作为"]
V = TypeVar("V", SelfExamination, MeetingReport, Ledger)
OWNERS = ["张三", "办公室", "分管领导李四", "xxx", ""]
DUES = ["2026年6月底前", "立行立改", "长期坚持", "2026年3月", ""]
STATES = ["已完成", "整改中", "未启动", ""]


def read(lines: list[str]) -> DocumentValue:
    """Return what is read from the lines of a text or Markdown document."""
    return mz.read_text("\n".join(lines)).value


def _of(kind: type[V], lines: list[str]) -> V:
    value = read(lines)
    assert isinstance(value, kind)
    return value


@st.composite
def team_drafts(draw: st.DrawFn) -> list[str]:
    """A team's draft by aspects, its measures with owner and time limit in brackets."""
    lines = ["某局党组领导班子2025年度民主生活会对照检查材料", "会前征求意见建议23条，谈心谈话16人次。"]
    lines.append("一、存在的突出问题")
    for n, aspect in enumerate(draw(st.lists(st.sampled_from(ASPECTS), min_size=1, max_size=3, unique=True))):
        lines.append(f"（{NUMBERS[n]}）带头{aspect}方面")
        faults = draw(st.lists(st.sampled_from(FAULTS), min_size=1, max_size=3, unique=True))
        lines += [f"{k}.{fault}。比如，去年有1项工作没有落实。" for k, fault in enumerate(faults, 1)]
    lines += ["二、原因分析", *(f"（{NUMBERS[n]}）{text}。自我要求有所放松。" for n, text in enumerate(CAUSES[:2]))]
    lines.append("三、整改措施")
    for n, text in enumerate(draw(st.lists(st.sampled_from(MEASURES), min_size=2, max_size=4, unique=True))):
        fields = draw(st.sampled_from(["", "（责任人：张三；完成时限：2026年9月底前）", "（完成时限：立行立改）"]))
        lines.append(f"（{NUMBERS[n]}）{text}{fields}。")
    return [*lines, "某局党组", "2026年1月10日"]


@st.composite
def reports(draw: st.DrawFn) -> list[str]:
    """A report on the meeting, its problems enumerated in prose."""
    team = draw(st.lists(st.sampled_from(ASPECTS), min_size=2, max_size=3, unique=True))
    listed = "".join(
        f"{NUMBERS[n]}是在带头{aspect}方面，{draw(st.sampled_from(FAULTS))}；" for n, aspect in enumerate(team)
    )
    steps = draw(st.lists(st.sampled_from(["认真学习", "征求意见", "谈心谈话"]), min_size=2, max_size=3, unique=True))
    measures = draw(st.lists(st.sampled_from(MEASURES), min_size=2, max_size=3, unique=True))
    return [
        "某局党组关于2025年度民主生活会情况的报告",
        "市委组织部：",
        "2026年1月12日，局党组召开2025年度民主生活会，局党组书记张三主持会议，应到7人，实到7人。现将情况报告如下。",
        "一、会前准备情况",
        *(f"（{NUMBERS[n]}）{step}。扎实开展有关工作，谈心谈话20人次。" for n, step in enumerate(steps)),
        "二、会议召开情况",
        f"会上，班子查摆出{NUMBERS[len(team) - 1]}个方面的问题：{listed.rstrip('；')}。",
        "三、整改措施",
        *(f"（{NUMBERS[n]}）{measure}。" for n, measure in enumerate(measures)),
        "中共某局党组",
        "2026年1月20日",
    ]


@st.composite
def ledgers(draw: st.DrawFn) -> list[str]:
    """A ledger as a Markdown table."""
    lines = [
        "某局党组2025年度民主生活会整改台账",
        "共查摆问题若干，逐项整改。",
        "| 序号 | 查摆的问题 | 整改措施 | 责任人 | 完成时限 | 整改状态 | 备注 |",
        "|---|---|---|---|---|---|---|",
    ]
    for n, fault in enumerate(draw(st.lists(st.sampled_from(FAULTS), min_size=1, max_size=4, unique=True)), 1):
        measures = draw(st.lists(st.sampled_from(MEASURES), min_size=1, max_size=2, unique=True))
        cell = "<br>".join(f"{k}.{m}。" for k, m in enumerate(measures, 1))
        rest = " | ".join(draw(st.sampled_from(pool)) for pool in (OWNERS, DUES, STATES, ["", "已报备"]))
        lines.append(f"| {n} | {fault}。 | {cell} | {rest} |")
    return lines


def examinations() -> st.SearchStrategy[SelfExamination]:
    """Self-examinations of members and of teams."""
    return st.one_of(drafts().map(lambda made: made[0]), team_drafts()).map(partial(_of, SelfExamination))


def values() -> st.SearchStrategy[DocumentValue]:
    """Values of every kind."""
    return st.one_of(
        examinations(),
        reports().map(partial(_of, MeetingReport)),
        ledgers().map(partial(_of, Ledger)),
        st.lists(
            st.sampled_from(["通知", "各单位：", "请于周五前报名。", "联系人另告。"]), min_size=1, unique=True
        ).map(read),
    )
