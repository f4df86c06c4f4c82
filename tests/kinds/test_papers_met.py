"""The papers around a meeting as other hands type them: `met/` holds one or more of each kind, with what must be read marked in it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

import mzsh_model as mz
from tests.laws.test_laws import assert_texts_stand_at_their_anchors, assert_total
from tests.marked_drafts.draft import Draft, parse
from tests.marked_drafts.paper import paper
from tests.marked_drafts.scoring import score

MET = sorted((Path(__file__).parent / "met").glob("*.txt"))
LIST = "某局党组2025年度民主生活会征求意见汇总\n"
ACCOUNT = "关于2024年度民主生活会查摆问题整改落实情况的报告\n"
TALKS = "某局党组2025年度民主生活会谈心谈话情况汇总\n"
SHEET = "某局党组2025年度民主生活会批评意见汇总\n"


def opened(draft: Draft) -> mz.Document:
    file = io.BytesIO(paper(draft))
    file.name = f"{draft.name}.{draft.form}"
    return mz.open(file)


def rows(text: str, name: str, *fields: str) -> list[tuple[object, ...]]:
    doc = mz.open(text.encode())
    assert_total(doc)
    assert_texts_stand_at_their_anchors(doc)
    return [tuple(getattr(row, field) for field in fields) for row in doc.read().value.__dict__[name]]


@pytest.mark.parametrize("path", MET, ids=lambda path: path.stem)
def test_a_paper_of_another_hand_is_read(path: Path) -> None:
    draft = parse(path.stem, path.read_text(encoding="utf-8"))
    doc = opened(draft)
    assert score(draft, doc.read().value).differs == []
    assert_total(doc)
    assert doc.write(doc.read().value).to_bytes() == doc.to_bytes()


@pytest.mark.parametrize(
    "lines",
    [
        "对班子的意见：\n1.开会多。\n2.下乡少。\n对张三同志的意见：\n1.脾气急。\n",
        "一、对局领导班子的意见建议\n（一）开会多。\n（二）下乡少。\n二、对班子成员的意见建议\n张三同志\n（一）脾气急。\n",
        "对领导班子的意见有：①开会多。②下乡少。\n对张三的意见：①脾气急。\n",
        "给党组班子的建议（2条）\n1、开会多。\n2、下乡少。\n给副局长张三同志的建议\n1、脾气急。\n",
    ],
)
def test_whom_opinions_are_of_stands_above_them(lines: str) -> None:
    told = rows(LIST + lines, "opinions", "text", "target")
    assert [str(text).rstrip("。；") for text, _ in told] == ["开会多", "下乡少", "脾气急"]
    assert [target for _, target in told][-1] == "张三"
    assert all(str(target).endswith("班子") for _, target in told[:2])
    assert mz.open((LIST + lines).encode()).read().value.__dict__["stated"] is None  # a heading counts what is below it


@pytest.mark.parametrize(
    "name", ["征求意见原话登记", "征求意见实录", "征求到的意见（原文照录）", "意见建议梳理情况", "征集意见台账"]
)
def test_a_list_of_opinions_is_known_by_many_titles(name: str) -> None:
    assert mz.open(f"某局2025年度民主生活会{name}\n1.开会多。\n2.下乡少。\n".encode()).kind == "OpinionList"


@pytest.mark.parametrize(
    "lines",
    [
        "查摆问题3个，情况如下：\n一、学用脱节。开设讲堂31期。已整改到位。\n二、审批慢。取消环节9个。已完成。\n三、债务重。化解一百万元。在推进。\n",
        "1.学用脱节。开设讲堂31期。（已完成）\n2.审批慢。取消环节9个。（已完成）\n3.债务重。化解一百万元。（正在推进）\n",
        "查摆问题三个，已全部改完。\n一是学用脱节。开设讲堂31期。\n二是审批慢。取消环节9个。\n三是债务重。化解一百万元。\n",
        "去年查摆的三个问题，一是学用脱节。开设讲堂31期。二是审批慢。取消环节9个。三是债务重。化解一百万元。\n",
    ],
)
def test_an_account_may_begin_with_the_bare_problems(lines: str) -> None:
    told = rows(ACCOUNT + lines, "accounts", "issue", "done")
    assert [issue for issue, _ in told] == ["学用脱节", "审批慢", "债务重"]
    assert [str(done).rstrip("。") for _, done in told] == ["开设讲堂31期", "取消环节9个", "化解一百万元"]


@pytest.mark.parametrize(
    "lines",
    [
        "一、基本情况。局党组高度重视。\n二、主要做法。成立专班。\n三、下一步打算。继续推进。\n",
        "1.加强领导。成立专班。\n2.压实责任。逐项销号。\n",
    ],
)
def test_parts_of_an_account_are_no_problems(lines: str) -> None:
    assert rows(ACCOUNT + lines, "accounts", "issue") == []


@pytest.mark.parametrize(
    "lines",
    [
        "1.张三与李四谈话，2026年1月3日，办公室，交流分工。\n2.张三与王五谈话，2026年1月4日，食堂，提醒作风。\n",
        "1月3日，张三同李四谈心，交流分工。\n1月4日，张三同王五谈心，提醒作风。\n",
        "（1）局长张三找李四谈心谈话：交流分工。\n（2）局长张三找王五谈心谈话：提醒作风。\n",
        "谈话人：张三\n谈话对象：李四\n内容：交流分工。\n谈话人：张三\n谈话对象：王五\n内容：提醒作风。\n",
    ],
)
def test_talks_are_told_one_a_paragraph(lines: str) -> None:
    told = rows(TALKS + lines, "talks", "talker", "talked", "text")
    assert [(one, other, str(text).rstrip("。")) for one, other, text in told] == [
        ("张三", "李四", "交流分工"),
        ("张三", "王五", "提醒作风"),
    ]


@pytest.mark.parametrize("title", ["谈心谈话登记表", "谈心谈话情况表", "谈心谈话记录表", "谈话台账"])
def test_one_talk_or_many_is_told_by_the_paper(title: str) -> None:
    title = f"2025年度民主生活会{title}\n"
    one = "谈话人：张三　职务：局长\n谈话对象：李四　职务：科长\n谈话内容：\n一、谈思想。\n二、谈不足。\n"
    record = mz.open((title + one).encode()).read().value
    assert isinstance(record, mz.TalkRecord)
    assert (record.talker, record.talked, record.department) == ("张三", "李四", "科长")
    assert record.text == "一、谈思想。\n二、谈不足。"
    table = "| 序号 | 谈话人 | 谈话对象 | 内容 |\n|---|---|---|---|\n| 1 | 张三 | 李四 | 谈思想 |\n| 2 | 张三 | 王五 | 谈不足 |\n"
    assert mz.open((title + table).encode()).kind == "TalkSummary"


@pytest.mark.parametrize("lead", ["对党组书记{}的批评意见", "（一）对{}同志的意见", "给{}同志提的意见", "一、副局长{}"])
def test_what_is_said_below_a_name_is_said_to_him(lead: str) -> None:
    lines = f"{lead.format('李四')}\n张三：抓学习不紧。\n南郭：下基层少。\n{lead.format('张三')}\n1.李四：开会长。\n"
    assert rows(SHEET + lines, "criticisms", "critic", "target") == [
        ("张三", "李四"),
        ("南郭", "李四"),
        ("李四", "张三"),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("关于对先进集体予以表扬的通报\n各单位：\n现通报如下。\n一、先进集体\n某科。\n", "表扬"),
        ("关于县委巡察组反馈意见整改落实情况的报告\n一、关于学习不深问题\n已完成。\n", "巡察"),
        ("关于有关问题的情况说明\n县纪委：\n一、关于收礼的问题\n已退还。\n二、整改措施\n加强学习。\n", "说明"),
        ("廉政谈话记录\n谈话人：张三\n谈话对象：李四\n谈话内容：提醒。\n", "其他谈话"),
        ("局党委会议纪要\n时间：2026年1月4日\n主持人：张三\n研究民主生活会方案。\n", "其他会议"),
        ("关于开展主题教育的实施方案\n一、总体要求\n召开专题民主生活会。\n二、组织领导\n成立小组。\n", "其他工作"),
    ],
)
def test_papers_of_other_work_are_called_so_and_not_judged(text: str, name: str) -> None:
    doc = mz.open(text.encode())
    result = mz.check(doc)
    assert result.verdict is None
    assert any(name in one.reason for one in result.unchecked)


@pytest.mark.parametrize("title", ["“接诉即办”群众意见办理情况汇总表", "办件情况一览表", "12345热线工单统计表"])
def test_a_table_that_says_nothing_of_problems_is_no_ledger_for_sure(title: str) -> None:
    rows = "| 序号 | 群众意见 | 责任单位 | 办理措施 | 时限 |\n|---|---|---|---|---|\n| 1 | 路灯不亮 | 城管 | 换灯泡 | 3日 |\n"
    assert mz.check(mz.open(f"{title}\n{rows}".encode())).verdict is None


PLAN = "某局党组2025年度民主生活会方案\n为开好会，制定本方案。\n"
SCRIPT = "某局党组2025年度民主生活会主持词\n各位同志：\n"
MINUTES = "某局党组2025年度民主生活会会议记录\n"


def meeting(text: str) -> mz.Meeting:
    held = mz.resolve(mz.open(text.encode()).read().value, "/meeting")
    assert isinstance(held, mz.Meeting)
    return held


@pytest.mark.parametrize(
    "line",
    [
        "时间：拟定于2026年1月30日上午9:00",
        "定于2026年1月30日召开。",
        "经局党组研究，会议初步定于2026年1月30日（星期五）举行。",
        "一、时间\n拟安排在2026年1月30日召开。",
        "初定2026年1月30日开。",
    ],
)
def test_the_day_that_is_set_is_the_day(line: str) -> None:
    assert meeting(f"{PLAN}{line}\n二、议程\n通报。\n").held_on == "2026-01-30"


@pytest.mark.parametrize(
    "line",
    [
        "学习安排在2026年1月8日进行。",
        "于2026年1月20日前报送。",
        "征求意见拟于2026年1月3日开始。",
        "2026年1月8日前完成学习。",
    ],
)
def test_a_day_for_other_things_is_not_the_meeting_s(line: str) -> None:
    assert meeting(f"{PLAN}一、安排\n{line}\n").held_on is None


@pytest.mark.parametrize(
    ("line", "theme"),
    [
        ("主题是：深刻领悟“两个确立”，实干担当。现在开会。", "深刻领悟“两个确立”，实干担当"),
        ("会议主题为：坚决做到“两个维护”。", "坚决做到“两个维护”"),
        ("今天的主题就是“强党性”。", "强党性"),
        ("主题：学习“先锋”，抓落实", "学习“先锋”，抓落实"),
    ],
)
def test_a_theme_may_quote(line: str, theme: str) -> None:
    assert meeting(f"{SCRIPT}{line}\n").theme == theme


@pytest.mark.parametrize(
    "line",
    [
        "县委派出以县人大常委会副主任阮咸为组长的督导组到会指导。",
        "以阮咸同志为组长的县委第三督导组全程指导。",
    ],
)
def test_who_heads_the_group_may_stand_before_it(line: str) -> None:
    group = meeting(f"{SCRIPT}{line}\n").supervision
    assert group is not None
    assert group.leader is not None
    assert group.leader.name == "阮咸"


@pytest.mark.parametrize(
    "line",
    ["因向秀同志在省里学习请假，实到5人。", "因向秀同志住院未能参加，实到5人。", "应到6人，因向秀同志出差缺席。"],
)
def test_who_is_away_may_stand_within_the_reason(line: str) -> None:
    assert [one.name for one in meeting(f"{SCRIPT}{line}\n").absentees] == ["向秀"]


@pytest.mark.parametrize("line", ["班子成员不得请假、迟到。", "严禁无故缺席。", "任何人不准请假。"])
def test_what_nobody_may_do_nobody_did(line: str) -> None:
    assert meeting(f"{PLAN}一、要求\n{line}\n").absentees == ()


def test_people_are_called_by_surname_and_post() -> None:
    text = (
        f"{MINUTES}主持人：李明远局长\n出席：李明远、王大山、赵小川\n李局长：现在开会。\n"
        "王副局长对李局长提出：抓落实不够有力。\n赵主任：我给李局长提一条意见，开会偏长。\n李局长：我接受，马上改。\n李局长：散会。\n"
    )
    value = mz.open(text.encode()).read().value
    assert isinstance(value, mz.Minutes)
    assert value.meeting.chair == mz.Member(name="李明远", post="局长")
    assert [(one.critic, one.target) for one in value.criticisms] == [("王副局长", "李局长"), ("赵主任", "李局长")]
    assert [(one.member, one.text) for one in value.responses] == [("李局长", "我接受，马上改。")]


@pytest.mark.parametrize(
    "said",
    [
        "通报2024年度民主生活会整改情况。2024年度民主生活会查摆了10个问题。一年来，党组多次研究，目前10个问题已整改完成9个，1个正在推进。",
        "通报上年整改情况：上年10个问题，改完9个。",
        "通报2024年度整改情况，10个问题完成9个。",
        "上年度查摆的10个问题，截至目前，已整改完成9个。",
    ],
)
def test_what_became_of_last_year_s_problems(said: str) -> None:
    for text in (f"{SCRIPT}{said}\n", f"{MINUTES}时间：2026年1月12日\n张三：{said}\n"):
        prior = mz.open(text.encode()).read().value.__dict__["prior"]
        assert prior is not None
        assert (prior.issues, prior.done) == (10, 9)


@pytest.mark.parametrize("said", ["已全部整改完成", "均已整改到位", "目前全部完成整改", "都已整改完毕"])
def test_all_of_last_year_s_problems_are_done(said: str) -> None:
    text = f"某局党组2025年度民主生活会会前准备情况报告\n一、上年整改\n2024年度民主生活会查摆的8个问题，{said}。\n"
    prior = mz.open(text.encode()).read().value.__dict__["prior"]
    assert (prior.issues, prior.done) == (8, 8)


@pytest.mark.parametrize(
    "line", ["请各单位结合实际，认真学习贯彻。", "望各支部认真对照，抓好落实。", "请各科室参照执行，引以为戒。"]
)
def test_what_closes_a_circular_is_no_measure(line: str) -> None:
    text = (
        "关于某局党组2025年度民主生活会情况的通报\n各科室：\n2026年1月12日，局党组召开2025年度民主生活会。\n一、查摆的问题\n一是学习不深。二是调研不够。\n"
        f"二、整改措施\n（一）每月学习一次。\n（二）每季度下基层一次。\n{line}\n某局党组\n2026年1月20日\n"
    )
    value = mz.open(text.encode()).read().value
    assert len(value.__dict__["measures"]) == 2
    assert all(line not in one.text for one in value.__dict__["measures"])


@pytest.mark.parametrize("where", ["（截至2026年1月10日，共12条）", "共计12条，如下。", "（2026年1月）\n总共12条："])
def test_a_list_of_opinions_counts_without_saying_what(where: str) -> None:
    value = mz.open(f"{LIST}{where}\n1.开会多。\n2.下乡少。\n".encode()).read().value
    assert value.__dict__["stated"].total == 12


FORM = "某局2025年度民主生活会征求意见表\n"


@pytest.mark.parametrize(
    "lines",
    [
        "一、对领导班子的意见建议\n1.少开会。\n2.多下乡。\n二、对班子成员的意见建议\n快一点。\n填表人：张三\n",
        "填写人：张三\n对局班子的意见：\n1.少开会。\n2.多下乡。\n对成员的意见：\n快一点。\n",
        "对局领导班子的意见和建议：1.少开会。\n2.多下乡。\n对领导班子成员个人的意见和建议：快一点。\n签名：张三　日期：2026年1月3日\n",
    ],
)
def test_a_form_is_filled_in_below_its_labels(lines: str) -> None:
    doc = mz.open((FORM + lines).encode())
    value = doc.read().value
    assert isinstance(value, mz.OpinionForm)
    assert (value.team, value.members, value.person) == ("1.少开会。\n2.多下乡。", "快一点。", "张三")
    after = doc.write(mz.replace(value, "/members", "再快一点。"))
    assert after.read().value.__dict__["members"] == "再快一点。"


@pytest.mark.parametrize("line", ["________________", "　　　＿＿＿＿＿＿", "________\n________"])
def test_a_line_to_write_on_is_no_opinion(line: str) -> None:
    text = f"{FORM}一、对领导班子的意见建议：\n{line}\n二、对班子成员的意见建议：\n{line}\n"
    doc = mz.open(text.encode())
    value = doc.read().value
    assert isinstance(value, mz.OpinionForm)
    assert (value.team, value.members) == (None, None)
    assert_total(doc)


@pytest.mark.parametrize(
    "lead", ["一、座谈会征求到的意见", "（一）通过座谈会收集的意见建议", "座谈会上反映的意见（2条）：", "1、座谈会"]
)
def test_how_opinions_came_in_stands_above_them(lead: str) -> None:
    lines = f"{lead}\n（1）开会多。\n（2）下乡少。\n"
    assert rows(LIST + lines, "opinions", "text", "channel") == [("开会多。", "座谈会"), ("下乡少。", "座谈会")]


@pytest.mark.parametrize(
    "line", ["沈有作记录。", "由办公室主任沈有负责记录。", "会议由张三主持，沈有同志担任会议记录。", "沈有做会议记录。"]
)
def test_who_kept_the_minutes(line: str) -> None:
    recorder = meeting(f"{MINUTES}1月14日，召开民主生活会。{line}\n一、通报\n通报。\n").recorder
    assert recorder is not None
    assert recorder.name == "沈有"


@pytest.mark.parametrize("title", ["主持提纲", "主持流程", "主持词提纲", "主持稿", "主持"])
def test_a_script_is_known_by_many_titles(title: str) -> None:
    assert mz.open(f"县妇联2025年度民主生活会{title}\n一、开场\n应到5人，实到5人。\n".encode()).kind == "HostScript"


@pytest.mark.parametrize("head", ["几点要求", "几点希望", "意见建议", "下一步建议", "希望"])
def test_what_a_supervising_group_asks_for_is_measures(head: str) -> None:
    text = (
        "对县残联2025年度民主生活会的点评意见\n各位同志：\n一、成效\n学习扎实。\n二、不足\n1.谈思想少。\n2.批评不深。\n"
        f"三、{head}\n1.半个月内报台账。\n2.春节前走访残疾人。\n"
    )
    value = mz.open(text.encode()).read().value
    assert isinstance(value, mz.SupervisorRemarks)
    assert [one.text for one in value.issues] == ["谈思想少。", "批评不深。"]
    assert [one.text for one in value.measures] == ["半个月内报台账。", "春节前走访残疾人。"]
    assert [one.heading for one in value.sections] == ["成效", "不足", head]


def test_elsewhere_such_a_heading_asks_for_nothing() -> None:
    text = "某局党组2025年度民主生活会整改方案\n一、主要问题\n1.学习不深。\n2.调研不够。\n二、整改措施\n1.每月学习。\n2.每季下乡。\n三、几点要求\n1.加强领导。\n2.压实责任。\n"
    assert [one.text for one in mz.open(text.encode()).read().value.__dict__["measures"]] == [
        "每月学习。",
        "每季下乡。",
    ]
