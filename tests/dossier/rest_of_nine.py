"""The other papers of the meeting of nine: plan, script and minutes, opinions, talks and criticisms, accounts, remarks, what came after."""

from __future__ import annotations

from itertools import combinations, permutations

import mzsh_model as mz
from tests.dossier.nine import ASPECTS, HELD, MEMBERS, TEAM, UNIT, Post, faults, report

MEETING = f"{UNIT}党组2025年度民主生活会"
NAME = "2025年度民主生活会"
AGENDA = (
    "通报上年度民主生活会整改落实情况",
    "领导班子对照检查",
    "个人对照检查，相互批评",
    "督导组点评",
    "会议总结",
)
PRIOR = (
    ("教师培训针对性不强", "按学段分班培训", "培训4期，覆盖312人"),
    ("档案数字化进度慢", "完成存量扫描", "扫描2万卷，全部入库"),
    ("食堂招标不规范", "统一公开招标", "6所学校全部公开招标"),
    ("校车线路空白", "开通两条线路", "2条线路已开通"),
    ("公文运转超时", "限时办结", "平均办文时间减到3天，仍在推进"),
)
OPINIONS = (
    "多到村小看一看", "信访答复再快一些", "教研活动少走形式", "安全检查不要扎堆", "工地围挡早点拆", "往来款说清来龙去脉", "职称评审标准早公布", "督导通知提前发",
)  # fmt: skip


def _head(kind: str) -> dict[str, object]:
    return {"title": f"{MEETING}{kind}", "year": 2025, "organisation": mz.Organisation(name=f"{UNIT}党组")}


def _agenda() -> tuple[mz.AgendaItem, ...]:
    return tuple(
        mz.AgendaItem(label=f"（{label}）", text=text) for label, text in zip("一二三四五", AGENDA, strict=True)
    )


def plan() -> mz.MeetingPlan:
    held = mz.Meeting(year=2025, name=NAME, held_on=HELD, place="局三楼会议室", agenda=_agenda())
    opening = ("为开好民主生活会，现制定方案如下。",)
    return mz.MeetingPlan.model_validate({**_head("方案"), "preamble": opening, "meeting": held})


def script() -> mz.HostScript:
    chair = mz.Member(name="张三", post="党组书记")
    return mz.HostScript.model_validate(
        {**_head("主持词"), "meeting": mz.Meeting(year=2025, chair=chair, agenda=_agenda())}
    )


def minutes() -> mz.Minutes:
    held = mz.Meeting(
        year=2025,
        name=NAME,
        held_on=HELD,
        place="局三楼会议室",
        chair=mz.Member(name="张三", post="党组书记"),
        recorder=mz.Member(name="孙小一", post="办公室主任"),
        expected=9,
        present=9,
        agenda=_agenda(),
    )
    return mz.Minutes.model_validate({**_head("会议记录"), "meeting": held})


def opinion_list() -> mz.OpinionList:
    rows = tuple(
        mz.Opinion(
            number=str(n + 1),
            text=f"{OPINIONS[n % len(OPINIONS)]}（第{n + 1}号表）",
            channel="征求意见表",
            target="班子",
            claimed_by=MEMBERS[n % 9].name,
            adopted="采纳",
            measure="列入整改，按季度回告",
        )
        for n in range(31)
    )
    return mz.OpinionList.model_validate(
        {**_head("征求意见清单"), "stated": mz.OpinionSummary(total=31, for_team=31, adopted=31), "opinions": rows}
    )


def talk_summary() -> mz.TalkSummary:
    pairs = [(one.name, other.name) for one, other in combinations(MEMBERS, 2)]
    pairs += [(who.name, f"{who.unit}负责人") for who in MEMBERS for _ in range(2)]
    rows = tuple(
        mz.Talk(
            number=str(n + 1), talker=one, talked=other, when=f"2026年1月{3 + n % 8}日", text="交换意见，指出不足。"
        )
        for n, (one, other) in enumerate(pairs)
    )
    return mz.TalkSummary.model_validate({**_head("谈心谈话情况汇总表"), "talks": rows})


def talk_record(who: Post) -> mz.TalkRecord:
    return mz.TalkRecord(
        title="2025年度民主生活会谈心谈话记录",
        year=2025,
        talker="张三",
        talked=who.name,
        when="2026年1月5日",
        place="书记办公室",
        text=f"就{who.work}工作交换意见。",
    )


def criticism_sheet() -> mz.CriticismSheet:
    rows = tuple(
        mz.CriticismRow(
            number=str(n + 1),
            critic=critic.name,
            target=target.name,
            text=_fault(MEMBERS.index(critic), MEMBERS.index(target)),
            response="接受",
        )
        for n, (critic, target) in enumerate(permutations(MEMBERS, 2))
    )
    return mz.CriticismSheet.model_validate({**_head("批评意见表"), "criticisms": rows})


def _fault(critic: int, target: int) -> str:
    """One of a member's problems; the two members that have one of the same wording hear another each."""
    return faults(MEMBERS[target])[(critic + target + target // 5) % 5][1].partition("。")[0] + "。"


def prior_account() -> mz.PriorAccount:
    rows = tuple(
        mz.PriorAccountRow(
            number=str(n), issue=issue, measure=measure, done=done, status="整改中" if n == 5 else "已完成"
        )
        for n, (issue, measure, done) in enumerate(PRIOR, 1)
    )
    return mz.PriorAccount.model_validate(
        {
            **_head("上年度整改落实情况表"),
            "prior": mz.PriorSummary(issues=5, done=4, ongoing=1, rate="80%"),
            "accounts": rows,
        }
    )


def preparation_report() -> mz.PreparationReport:
    sections = (
        mz.Section(heading="学习研讨", level=1, role=mz.Role.OTHER, remarks=("开展专题学习3次。",)),
        mz.Section(heading="征求意见", level=1, role=mz.Role.OTHER, remarks=("召开座谈会3场，征求意见建议31条。",)),
        mz.Section(heading="谈心谈话", level=1, role=mz.Role.OTHER, remarks=("谈心谈话54人次。",)),
    )
    return mz.PreparationReport.model_validate(
        {
            **_head("会前准备情况报告"),
            "sections": sections,
            "meeting": mz.Meeting(year=2025),
            "opinions": mz.OpinionSummary(total=31, channels=(mz.Channel(name="座谈会", count=3),)),
            "talks": 54,
        }
    )


def remarks() -> mz.SupervisorRemarks:
    issues = (mz.Issue(text="有的同志剖析原因不深。"), mz.Issue(text="有的批评意见点到为止。"))
    measures = (mz.Measure(text="逐条认领批评意见。"), mz.Measure(text="按月调度整改进度。"))
    return mz.SupervisorRemarks.model_validate({**_head("点评意见"), "issues": issues, "measures": measures})


def circular() -> mz.Circular:
    told = {name: held for name, held in report().__dict__.items() if name not in ("kind", "title", "addressee")}
    return mz.Circular.model_validate({**told, "title": f"关于{MEETING}情况的通报", "addressee": "各科室"})


def rectification_plan() -> mz.RectificationPlan:
    return mz.RectificationPlan.model_validate(
        {
            **_head("整改方案"),
            "issues": tuple(mz.Issue(aspect=a, text=fault) for a, (fault, *_) in zip(ASPECTS, TEAM, strict=True)),
            "measures": tuple(mz.Measure(text=f"{measure}（责任人：{owner}）。") for _, measure, owner, _ in TEAM),
        }
    )


def papers() -> dict[str, mz.DocumentValue]:
    """Every other paper by its path in the folder."""
    return {
        "会议方案.docx": plan(),
        "征求意见清单.docx": opinion_list(),
        "征求意见表.docx": mz.OpinionForm(
            title=f"{MEETING}征求意见表", year=2025, unit="教研室", team="多到村小看一看。"
        ),
        "谈心谈话汇总.docx": talk_summary(),
        "谈话记录/李四.docx": talk_record(MEMBERS[1]),
        "上年度整改落实情况.docx": prior_account(),
        "批评意见表.docx": criticism_sheet(),
        "会前准备情况报告.docx": preparation_report(),
        "主持词.docx": script(),
        "会议记录.docx": minutes(),
        "点评意见.docx": remarks(),
        "通报.docx": circular(),
        "整改方案.docx": rectification_plan(),
    }
