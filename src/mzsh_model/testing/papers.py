"""Papers of the kinds that are judged, as lines of text; a ledger is a Markdown table.

How a paper was made says what must be read from it, so a law needs no oracle.
"""

from __future__ import annotations

from hypothesis import strategies as st

from mzsh_model.testing.wording import (
    ASPECTS,
    CAUSES,
    CLOSED_BY,
    CLOSED_ON,
    DUES,
    EVIDENCE,
    FAULTS,
    HEADS,
    MEASURES,
    NUMBERS,
    OWNERS,
    STATES,
    TYPED,
)


@st.composite
def drafts(draw: st.DrawFn) -> tuple[list[str], dict[str, list[str]]]:
    """A member's draft: its lines, and the texts of its issues, causes and measures as they must be read."""
    lines = [
        draw(
            st.sampled_from(
                ["2025年度民主生活会个人对照检查材料", "个人发言提纲", "某局党组2025年度民主生活会对照检查材料"]
            )
        )
    ]
    if draw(st.booleans()):
        lines.append("根据安排，我认真参加学习，收到意见建议7条。现汇报如下。")
    wanted: dict[str, list[str]] = {}
    for part, (name, pool) in enumerate((("issues", FAULTS), ("causes", CAUSES), ("measures", MEASURES))):
        lines.append(f"{NUMBERS[part]}、{draw(st.sampled_from(HEADS[name]))}")
        texts = [t + "。" for t in draw(st.lists(st.sampled_from(pool), min_size=2, max_size=4, unique=True))]
        form = TYPED[draw(st.sampled_from(sorted(TYPED)))]
        run_in = draw(st.booleans()) and form in (TYPED["shi"], TYPED["ordinal"])
        labelled = [form(n) + text for n, text in enumerate(texts)]
        indent = draw(st.sampled_from(["", "　　", "    "]))
        lines += [indent + "".join(labelled)] if run_in else [indent + line for line in labelled]
        wanted[name] = texts
        if draw(st.integers(0, 3)) == 0:
            lines.append("")
    lines.append("以上发言，请同志们批评指正。")
    return lines, wanted


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
    """A ledger as a Markdown table, half of them with the columns that tell of closing."""
    closing = draw(st.booleans())
    names = ["序号", "查摆的问题", "整改措施", "责任人", "完成时限", "整改状态"]
    names += ["销号时间", "验收人", "佐证材料", "备注"] if closing else ["备注"]
    lines = [
        "某局党组2025年度民主生活会整改台账",
        "共查摆问题若干，逐项整改。",
        f"| {' | '.join(names)} |",
        "|---" * len(names) + "|",
    ]
    for n, fault in enumerate(draw(st.lists(st.sampled_from(FAULTS), min_size=1, max_size=4, unique=True)), 1):
        measures = draw(st.lists(st.sampled_from(MEASURES), min_size=1, max_size=2, unique=True))
        cell = "<br>".join(f"{k}.{m}。" for k, m in enumerate(measures, 1))
        pools = [OWNERS, DUES, STATES, *((CLOSED_ON, CLOSED_BY, EVIDENCE) if closing else ()), ["", "已报备"]]
        rest = " | ".join(draw(st.sampled_from(pool)) for pool in pools)
        lines.append(f"| {n} | {fault}。 | {cell} | {rest} |")
    return lines


def member_drafts() -> st.SearchStrategy[list[str]]:
    """Draw the lines of a member's draft."""
    return drafts().map(lambda made: made[0])


def papers() -> st.SearchStrategy[list[str]]:
    """Draw the lines of a paper of any kind that is judged; the others are in `other_papers`."""
    return st.one_of(member_drafts(), team_drafts(), reports(), ledgers())


def untitled(drawn: st.SearchStrategy[list[str]]) -> st.SearchStrategy[list[str]]:
    """Draw papers whose first line, the title, is lost."""
    return drawn.map(lambda lines: lines[1:])
