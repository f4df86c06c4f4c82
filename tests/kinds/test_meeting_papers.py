"""What the papers around a meeting hold beside their headings: problems and measures, agenda, criticisms and answers."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from tests.laws.test_laws import assert_total


def _read(text: str) -> mz.DocumentValue:
    return mz.read_text(text).value


PLANS = {
    "四行一条": """某局党组2025年度民主生活会整改方案
为抓好查摆问题的整改，制定本方案。
一、指导思想
坚持问题导向，从严从实抓好整改。
二、整改任务与措施
（一）聚焦理论武装不够深入
1．问题：学习不够系统，全年集中学习只有6次。
整改措施：制定年度学习计划，每月集中学习不少于1次。
责任领导：张三
完成时限：2026年6月底前
（二）聚焦作风建设有差距
1．问题：文风会风不实，全年发文比上年多11件。
整改措施：严控发文数量，精简会议。
责任领导：李四
完成时限：立行立改
三、组织保障
（一）加强组织领导。成立整改工作专班。
（二）强化督促检查。每月调度一次。""",
    "一段一条": """某局党组2025年度民主生活会整改落实方案
各科室：
现就民主生活会查摆出的问题制定如下方案。
一、总体要求
坚持标本兼治、举一反三。
二、主要问题及整改措施
1.学习不够系统，全年集中学习只有6次。一是制定年度学习计划；二是班子成员每季度领学1次。（责任人：张三；完成时限：2026年6月底前）
2.文风会风不实，全年发文比上年多11件。严控发文数量，精简会议。（责任人：李四；完成时限：立行立改）
三、工作要求
（一）提高认识。各责任人要高度重视。
（二）压实责任。逐项落实。""",
    "分开两章": """2025年度民主生活会整改方案
一、整改问题
1.学习不够系统，全年集中学习只有6次。
2.文风会风不实，全年发文比上年多11件。
二、整改措施
1.制定年度学习计划，由张三负责，2026年6月底前完成。
2.严控发文数量，由李四负责，立行立改。
三、保障措施
一是加强领导。二是严格督查。""",
}


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_tells_what_is_put_right_how_by_whom_and_until_when(name: str) -> None:
    plan = _read(PLANS[name])
    assert isinstance(plan, mz.RectificationPlan)
    assert [issue.text.removeprefix("问题：") for issue in plan.issues] == [
        "学习不够系统，全年集中学习只有6次。",
        "文风会风不实，全年发文比上年多11件。",
    ]
    told = {(measure.owner, measure.due) for measure in plan.measures}
    assert told == {("张三", "2026年6月底前"), ("李四", "立行立改")}
    assert {link.issue for link in plan.links} == {"i1", "i2"}
    assert not any("专班" in one.text or "督查" in one.text or "认识" in one.text for one in plan.measures)


def test_supervisors_name_what_fell_short_and_what_they_ask_for() -> None:
    remarks = _read(
        "对某局党组2025年度民主生活会的点评意见\n同志们：\n刚才大家作了对照检查，我代表督导组谈几点意见。\n一、总体评价\n一是准备充分。"
        "会前认真学习。\n二是查摆深刻。班子查摆问题12个。\n二、存在的不足\n一是有的同志查摆问题不够具体。\n二是批评还有顾虑。\n"
        "三、几点建议\n（一）抓好整改落实。逐条销号。\n（二）巩固学习成果。"
    )
    assert isinstance(remarks, mz.SupervisorRemarks)
    assert [one.text for one in remarks.issues] == ["有的同志查摆问题不够具体。", "批评还有顾虑。"]
    assert [one.title or one.text for one in remarks.measures] == ["抓好整改落实", "巩固学习成果。"]


AGENDAS = {
    "下级标题": "四、会议程序\n1.通报整改情况。\n2.班子对照检查。\n3.会议总结。",
    "一段几句": "四、会议议程\n一是通报整改情况；二是班子对照检查；三是会议总结。",
    "一行分号": "会议议程：一、通报整改情况；二、班子对照检查；三、会议总结。",
    "话里引出": "这次会议共有三项议程：一是通报整改情况；二是班子对照检查；三是会议总结。",
}


@pytest.mark.parametrize("name", AGENDAS)
@pytest.mark.parametrize("kind", ["实施方案", "主持词", "会议记录"])
def test_what_is_done_at_the_meeting_is_its_agenda(kind: str, name: str) -> None:
    value = _read(f"某局党组2025年度民主生活会{kind}\n现就有关事项说明如下。\n{AGENDAS[name]}")
    assert isinstance(value, mz.MeetingPlan | mz.HostScript | mz.Minutes)
    assert [item.text for item in value.meeting.agenda] == ["通报整改情况", "班子对照检查", "会议总结"]


MINUTES = """某局党组2025年度民主生活会会议记录
时间：2026年1月12日上午9:00
地点：三楼会议室
主持人：张三（党组书记、局长）
出席人员：李四、王五
记录人：赵六
一、个人对照检查和相互批评
（一）李四同志作个人对照检查
张三对李四：抓落实的韧劲不足，督办的几件事拖到了年底。
王五：希望李四同志对年轻干部多压担子，平时谈心偏少。
李四表态：大家的批评很中肯，会后逐条整改。
（二）对王五同志的批评意见
1.张三：预算绩效工作推进不快。
2.李四同志：开会发言讲得多，听得少。
王五：接受大家的批评，马上就改。
二、会议总结
会后要抓好整改。"""


def test_minutes_tell_who_said_what_to_whom_and_what_he_answered() -> None:
    minutes = _read(MINUTES)
    assert isinstance(minutes, mz.Minutes)
    assert [(one.critic, one.target, one.text[:5]) for one in minutes.criticisms] == [
        ("张三", "李四", "抓落实的韧"),
        ("王五", "李四", "希望李四同"),
        ("张三", "王五", "预算绩效工"),
        ("李四", "王五", "开会发言讲"),
    ]
    assert [(one.member, one.text[:4]) for one in minutes.responses] == [("李四", "大家的批"), ("王五", "接受大家")]
    assert minutes.meeting.held_on == "2026-01-12"


def test_a_criticism_in_minutes_is_edited_where_it_is_told() -> None:
    doc = mz.open(MINUTES.encode())
    after = mz.replace(doc.read().value, "/criticisms/0/text", "督办不够")
    assert isinstance(after, mz.Minutes)
    assert after.sections[1].remarks[0] == "张三对李四：督办不够。"
    assert doc.write(after).read().value == after


def test_the_theme_under_a_heading_of_its_own_is_the_theme() -> None:
    plan = _read(
        "某局党组2025年度民主生活会方案\n定于2026年1月15日召开民主生活会。\n一、会议主题\n锲而不舍落实中央八项规定精神。\n二、要求\n认真准备。"
    )
    assert isinstance(plan, mz.MeetingPlan)
    assert plan.meeting.theme == "锲而不舍落实中央八项规定精神"


def test_a_fact_that_other_words_tell_now_changes_none_of_those_that_told_it() -> None:
    text = (
        "某局党组2025年度民主生活会主持词\n各位同志：\n一、有关要求\n认真准备。\n二、会议主题\n组织集中学习4次，学深悟透。\n"
        "三、其他\n围绕“加强党性修养”主题，深入查摆问题。"
    )
    doc = mz.open(text.encode())
    value = doc.read().value
    without = mz.replace(value, "/sections/2/remarks/0", "有关事宜另行通知。")
    assert isinstance(value, mz.HostScript)
    assert isinstance(without, mz.HostScript)
    assert (value.meeting.theme, without.meeting.theme) == ("加强党性修养", "组织集中学习4次，学深悟透")
    assert doc.write(without).write(value).read().value == value


def test_what_remarks_have_no_list_for_is_noticed_and_not_lost() -> None:
    doc = mz.open(
        "对某局党组2025年度民主生活会的点评意见\n同志们：\n我代表督导组谈几点意见。\n一、存在的不足\n一是有的同志查摆问题不够具体。原因：思想上不重视。\n"
        "二是批评还有顾虑。\n二、几点建议\n（一）抓好整改落实。\n（二）巩固学习成果。".encode()
    )
    outcome = doc.read()
    assert_total(doc)
    assert [notice.code for notice in outcome.notices] == ["unplaced-text"]
    assert not [path for path in outcome.anchors if path.startswith("/causes")]


def test_an_item_of_the_agenda_is_edited_in_its_heading() -> None:
    doc = mz.open(f"某局党组2025年度民主生活会方案\n现就有关事项说明如下。\n{AGENDAS['下级标题']}".encode())
    value = doc.read().value
    after = mz.replace(value, "/sections/2/heading", "班子和成员对照检查")
    assert isinstance(after, mz.MeetingPlan)
    assert [item.text for item in after.meeting.agenda] == ["通报整改情况", "班子和成员对照检查", "会议总结"]
    assert doc.write(after).read().value == after
    renumbered = mz.replace(after, "/sections/1/label", "1、")
    assert isinstance(renumbered, mz.MeetingPlan)
    assert renumbered.meeting.agenda[0].label == "1、"


def test_a_chapter_that_nothing_tells_to_list_problems_lists_none() -> None:
    plan = _read(
        "某局党组2025年度民主生活会整改方案\n一、时间步骤\n1.第一段\n由办公室牵头，各科室配合。\n2.第二段\n各支部一并通知。\n"
        "二、主要问题\n1.学习不够系统。\n2.调研不深。\n三、整改措施\n1.每月学习1次。\n2.每季度下乡1次。"
    )
    assert isinstance(plan, mz.RectificationPlan)
    assert [one.text for one in plan.issues] == ["学习不够系统。", "调研不深。"]
    assert [section.remarks for section in plan.sections[1:3]] == [
        ("由办公室牵头，各科室配合。",),
        ("各支部一并通知。",),
    ]


def test_a_turn_may_say_itself_whom_its_criticisms_are_of() -> None:
    minutes = _read(
        "某局党组2025年度民主生活会会议记录\n一、相互批评\n李四：我给张三同志提两条意见：一是调研少；二是性子急。\n"
        "王五：我对张三同志的意见是，对干部培养不够。\n二、会议总结\n会后要抓好整改。"
    )
    assert isinstance(minutes, mz.Minutes)
    assert [(one.critic, one.target, one.text) for one in minutes.criticisms] == [
        ("李四", "张三", "调研少"),
        ("李四", "张三", "性子急"),
        ("王五", "张三", "对干部培养不够"),
    ]
