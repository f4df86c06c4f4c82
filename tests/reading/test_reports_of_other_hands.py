"""Lists in one sentence, causes at the end of problems, facts behind their problem: as reports of other hands tell them."""

from __future__ import annotations

from typing import cast

import pytest

import mzsh_model as mz
from mzsh_model.model.documents import MeetingReport


def read(said: str) -> MeetingReport:
    body = "\n".join(said.split(" / "))
    text = f"""某局党组关于2024年度民主生活会情况的报告
县委组织部：
某局党组于2025年1月15日召开2024年度民主生活会，党组书记张三主持会议。
一、会前准备
学习3次。
二、会议情况
{body}
三、整改措施
1.加强学习。
"""
    return cast(MeetingReport, mz.read_text(text).value)


def team(value: MeetingReport) -> list[str]:
    assert not value.member_issues
    return [one.text.rstrip("。") for one in value.team_issues]


@pytest.mark.parametrize(
    ("said", "wanted", "stated"),
    [
        ("主要问题有：读书浮在面上、建设进度偏慢、服务基层不主动。", "读书浮在面上、建设进度偏慢、服务基层不主动", None),
        ("班子查找出突出问题3个，分别是：学干结合不紧，管护责任没有压到底，监管失之于宽。", "学干结合不紧、管护责任没有压到底、监管失之于宽", 3),
        ("班子查摆了2个问题：理论联系实际不紧、执法监督失之于宽。", "理论联系实际不紧、执法监督失之于宽", 2),
        ("党组查摆了3个问题，即制度坚持得不好，文件流转慢，窗口冷硬。", "制度坚持得不好、文件流转慢、窗口冷硬", 3),
        ("领导班子查摆出主要问题3条（学习不深入、调研不经常、执法不规范）。", "学习不深入、调研不经常、执法不规范", 3),
        ("存在的主要问题：学用脱节现象突出、调查研究走马观花、督促检查流于形式。", "学用脱节现象突出、调查研究走马观花、督促检查流于形式", None),
        ("班子存在的问题主要有两个：一是读书少；二是公开不及时。", "读书少、公开不及时", 2),
    ],
)  # fmt: skip
def test_one_sentence_lists_problems(said: str, wanted: str, stated: int | None) -> None:
    value = read(f"班子作了对照检查。 / {said}")
    assert (team(value), value.stated_team_issues) == (wanted.split("、"), stated)


@pytest.mark.parametrize(
    "said",
    [
        "主要问题是：学习不深入、不系统。",
        "班子查摆出4个问题：学习不深入，调研不经常。",
        "班子查摆了3个方面的问题，会上作了说明，明确了责任。",
    ],
)
def test_what_no_number_bears_out_is_no_list(said: str) -> None:
    assert len(team(read(f"班子作了对照检查。 / {said}"))) < 2


@pytest.mark.parametrize(
    ("said", "causes"),
    [
        ("以上问题的根源在于，信念的根基扎得不深，宗旨意识有所淡化。", 1),
        ("以上问题的产生，主要是党性锤炼有所放松、担当精神有所弱化。", 1),
        ("上述问题，究其根源，是政治站位不够高、服务意识不够强。", 1),
        ("产生这些问题，归根结底是：理想信念不够牢；群众观念不够强；担当精神不够足。", 3),
        ("根子在于思想建设放松了，自我要求降低了。", 1),
        ("问题出在：老好人思想作怪，怕得罪人；缺少服务群众的本事。", 2),
        ("剖析根源，主要是世界观改造放松、群众立场不稳。", 1),
        ("反思以上问题，根本在于：党性锻炼不够。", 1),
    ],
)
@pytest.mark.parametrize(
    "problems",
    [
        "班子查摆出的问题是：1.学习不系统。2.作风不扎实。 / {}",
        "班子查摆出2个问题：一是学习不系统；二是作风不扎实。{}",
        "班子查摆的问题： / 1.学习不系统。 / 2.作风不扎实。 / {}",
        "（一）学习不系统。 / （二）作风不扎实。 / {}",
    ],
)
def test_what_the_problems_spring_from_is_no_problem(problems: str, said: str, causes: int) -> None:
    value = read(problems.format(said))
    assert team(value) == ["学习不系统", "作风不扎实"]
    assert len(value.causes) == causes


@pytest.mark.parametrize(
    "said",
    [
        "班子查摆的问题： / 1.监督干部不严。案卷评查发现有6件不充分。 / 2.学习跟进不够及时。全年缺席3次。",
        "班子查摆出以下2个问题。 / 监督干部不严。案卷评查发现有6件不充分。 / 学习跟进不够及时。全年缺席3次。",
        "（一）在守纪方面 / 监督干部不严。案卷评查发现有6件不充分。 / （二）在学习方面 / 学习跟进不够及时。全年缺席3次。",
        "班子查摆的问题：在守纪方面，监督干部不严。案卷评查发现有6件不充分。在学习方面，学习跟进不够及时。全年缺席3次。",
    ],
)
def test_a_fact_behind_a_problem_is_of_it(said: str) -> None:
    got = [one.split("方面，")[-1] for one in team(read(said))]
    assert got == ["监督干部不严。案卷评查发现有6件不充分", "学习跟进不够及时。全年缺席3次"]


BRIEF = """工作简报
第4期（总第87期）
区某局办公室　　　2025年2月18日
区某局党组高质量召开2024年度民主生活会
2月14日，区某局党组召开2024年度民主生活会，党组书记张三主持会议。
突出“深”字抓学习。会前组织专题学习3次。
突出“准”字查问题。{problems}
突出“辣”字真批评。{criticisms}
突出“实”字改到位。针对查摆出的问题，制定整改措施19条。
"""


def brief(problems: str, criticisms: str = "会议气氛热烈。") -> MeetingReport:
    text = BRIEF.format(problems=problems, criticisms=criticisms)
    return cast(MeetingReport, mz.read_text(text).value)


@pytest.mark.parametrize(
    "problems",
    [
        "班子查摆问题2个，主要是：督办闭环不够；登记执行不严。",
        "班子存在的问题主要有两个：一是督办闭环不够；二是登记执行不严。",
        "班子问题集中体现在：在严守政治纪律方面，督办闭环不够；在增强党性方面，登记执行不严。",
        "主要问题有：督办闭环不够、登记执行不严。",
    ],
)
def test_paragraphs_that_begin_as_they_like_are_told_by_what_they_list(problems: str) -> None:
    value = brief(problems)
    assert [one.split("方面，")[-1] for one in team(value)] == ["督办闭环不够", "登记执行不严"]


@pytest.mark.parametrize(
    "criticisms",
    [
        "李四给张三提出，抓积案有畏难情绪；王五给李四提出，监督宽松软。",
        "李四向张三同志提出了“抓积案有畏难情绪”的意见，王五向李四同志提出了“监督宽松软”的意见。",
        "对张三同志，大家指出其抓积案有畏难情绪；对李四同志，大家指出其监督宽松软。",
    ],
)
def test_criticisms_of_a_bulletin(criticisms: str) -> None:
    assert [one.target for one in brief("班子查摆问题2个。", criticisms).criticisms] == ["张三", "李四"]


def test_the_head_of_a_bulletin_is_no_title() -> None:
    outcome = mz.read_text(BRIEF.format(problems="班子查摆问题2个。", criticisms="会议气氛热烈。"))
    value = cast(MeetingReport, outcome.value)
    assert (value.title, value.year) == ("区某局党组高质量召开2024年度民主生活会", 2024)
    assert value.organisation is not None
    assert value.organisation.name == "区某局党组"
    assert [one.line for one in outcome.notices if one.code == "letterhead"] == [1, 2, 3]


@pytest.mark.parametrize(
    ("said", "team", "members"),
    [
        ("班子查摆问题8个，班子成员查摆问题37个。", 8, 37),
        ("班子成员共查摆问题37个，班子查摆出8个问题。", 8, 37),
        ("党组查摆8个方面的问题，个人查摆了37个问题。", 8, 37),
        ("班子查摆问题8个。", 8, None),
    ],
)
def test_one_sentence_counts_those_of_the_team_and_of_its_members(said: str, team: int, members: int | None) -> None:
    value = brief(said)
    assert (value.stated_team_issues, value.stated_member_issues) == (team, members)


@pytest.mark.parametrize(
    "line", ["2024-01-19 17:20　来源：某局办公室　作者：张三", "发布时间：2024-01-19　浏览次数：12"]
)
def test_what_the_web_writes_below_a_title_is_none_of_it(line: str) -> None:
    said = (
        f"某局党组召开2023年度民主生活会\n{line}\n1月18日，某局党组召开民主生活会，党组书记张三主持会议，李四到会指导。"
    )
    value = cast(MeetingReport, mz.read_text(said).value)
    assert value.title == "某局党组召开2023年度民主生活会"
    assert value.organisation is not None
    assert value.organisation.name == "某局党组"


def test_a_report_may_say_last_that_its_meeting_was_held() -> None:
    text = "情况报告\n某局党组2024年度民主生活会于2025年1月15日召开，由党组书记张三主持。\n班子查摆了2个问题：一是学习浅；二是会多。"
    value = cast(MeetingReport, mz.read_text(text).value)
    assert (value.kind, value.meeting.held_on) == ("MeetingReport", "2025-01-15")


def chapters(*lines: str) -> MeetingReport:
    head = "某局党组关于2021年度民主生活会情况的报告\n县委组织部：\n根据《关于召开2021年度民主生活会的通知》，某局党组于2022年2月11日召开民主生活会，党组书记张三主持。\n"
    return cast(MeetingReport, mz.read_text(head + "\n".join(lines)).value)


@pytest.mark.parametrize(
    "lines",
    [
        ("一、班子查摆问题", "（一）带头讲政治方面", "存在问题：学用“两张皮”，读书会只开了1次。", "（二）带头守初心方面", "存在问题：信贷投放“垒大户”，占比达46%。"),
        ("一、对照检查情况", "班子查摆了2个方面2个问题。具体为：", "政治建设方面。1.学用“两张皮”，读书会只开了1次。", "为民服务方面。2.信贷投放“垒大户”，占比达46%。"),
        ("一、自我检查", "（一）学习方面", "学用“两张皮”，读书会只开了1次，效果不好。", "（二）服务方面", "信贷投放“垒大户”，占比达46%，作风不实。"),
    ],
)  # fmt: skip
def test_a_first_chapter_that_prepares_nothing_is_no_preparation(lines: tuple[str, ...]) -> None:
    value = chapters(
        *lines, "二、相互批评", "提出批评意见9条。", "三、下步打算", "一是3月底前出台办法；二是6月底前完成改造。"
    )
    assert [one[:4] for one in team(value)] == ["学用“两", "信贷投放"]
    assert not value.preparation
    assert value.meeting.held_on == "2022-02-11"


def test_numbers_that_go_on_from_aspect_to_aspect_set_problems_apart() -> None:
    lines = (
        "政治建设方面。1.读书浅。2.下乡少。",
        "作风建设方面。3.会太多。4.文太长。",
        "廉洁自律方面。5.提醒少。6.监督软。",
    )
    value = chapters("一、对照检查情况", "党组查摆了3个方面6个问题。", *lines, "二、整改措施", "1.少开会。")
    assert team(value) == ["读书浅", "下乡少", "会太多", "文太长", "提醒少", "监督软"]
    assert [one.name for one in value.aspects] == ["政治建设方面", "作风建设方面", "廉洁自律方面"]


@pytest.mark.parametrize(
    "said",
    [
        "共制定整改措施36条，明确责任领导、责任部门和完成时限。",
        "会后，党组制定整改措施24条。",
        "针对查摆出的问题，确定整改措施19项。",
    ],
)
def test_how_many_measures_there_are_is_none_of_them(said: str) -> None:
    assert not chapters("一、会议情况", "班子的问题：一是读书少；二是会多。", "二、整改措施", said).measures


def test_parts_told_by_their_names_in_prose() -> None:
    value = chapters(
        "会议准备方面：学习3次；征求意见19条；谈心谈话16人次。",
        "会议召开方面：张三代表班子作检查，查摆问题2个：①读书有应付现象；②维权品牌不响。\n李四指出张三遇事求稳，全小曼指出李四协调弱，张三指出全小曼业务不熟。",
        "原因分析方面：主观上放松了世界观改造；对改革的认识不深。",
        "整改措施方面：①每月学习1次（张三，立即）；②打造品牌（李四，6月底）。",
    )
    assert team(value) == ["读书有应付现象", "维权品牌不响"]
    assert (len(value.causes), len(value.measures), value.talks) == (2, 2, 16)
    assert [one.target for one in value.criticisms] == ["张三", "李四", "全小曼"]


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("张三查摆问题6个，接受批评意见4条。李四查摆问题7个，接受批评意见5条。", None),
        ("党组成员互提意见42条。", 42),
        ("每人均收到批评意见5条以上，共提出批评意见61条。", 61),
    ],
)
def test_what_one_member_was_told_is_not_what_all_were(said: str, count: int | None) -> None:
    assert chapters("一、会议情况", f"开展了相互批评。{said}", "二、整改措施", "1.少开会。").stated_criticisms == count


def test_an_arrow_points_from_the_critic_to_his_target() -> None:
    value = chapters("一、相互批评", "李四→张三：急于求成。", "张三→李四：点子不多。", "二、整改措施", "1.少开会。")
    assert [(one.critic, one.target) for one in value.criticisms] == [("李四", "张三"), ("张三", "李四")]


ASPECTS = "学习方面。1.读书浅；2.下乡少。 / 作风方面。3.会太多。"


@pytest.mark.parametrize(
    ("lead", "codes"),
    [
        ("从两个方面查找了存在的不足。", []),
        ("班子查摆了2个方面的问题。", []),
        ("班子查摆出2方面突出问题。", []),
        ("班子查摆了2个问题。", ["RPT002"]),
        ("班子查摆了4个方面的问题。", ["RPT002"]),
    ],
)
def test_a_number_of_aspects_is_held_against_the_aspects(lead: str, codes: list[str]) -> None:
    body = "\n".join(f"党组班子作对照检查。{lead} / {ASPECTS}".split(" / "))
    text = f"某局党组关于2024年度民主生活会情况的报告\n县委组织部：\n某局党组于2025年1月15日召开2024年度民主生活会，党组书记张三主持会议。\n一、会前准备\n学习3次。\n二、会议情况\n{body}\n三、整改措施\n1.加强学习。\n"
    assert [one.code for one in mz.check(mz.open(text.encode())).findings if one.code == "RPT002"] == codes


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("四、原因剖析 / 信念不够坚定，宗旨意识淡薄，政绩观有偏差，斗争的劲头小了。", "信念不够坚定、宗旨意识淡薄、政绩观有偏差、斗争的劲头小了"),
        ("四、产生问题的根源 / 政治学习与业务结合不紧；以群众为中心的理念不牢；责任制没有真正兑现。", "政治学习与业务结合不紧、以群众为中心的理念不牢、责任制没有真正兑现"),
        ("四、原因分析 / 班子存在问题的主要原因是：理论学习有差距，服务的理念不够牢固，破题的锐气有所减弱。", "理论学习有差距、服务的理念不够牢固、破题的锐气有所减弱"),
        ("大家查摆的问题主要有：学得浅、下得少。原因归结起来，主要是融会贯通不够，宗旨意识不牢，斗争精神减退。县委第二督导组组长王五到会指导并点评。", "融会贯通不够、宗旨意识不牢、斗争精神减退"),
        ("会议从主观上剖析了原因。一是政治淬炼不够；二是宗旨意识不牢。", "政治淬炼不够、宗旨意识不牢"),
        ("会上还深挖问题产生的根源。（1）党性修养不足；（2）担当精神不够。", "党性修养不足、担当精神不够"),
        # one cause told in several clauses stays one
        ("四、原因剖析 / 主观上放松了学习，导致认识不深，工作也就不主动。", "主观上放松了学习，导致认识不深，工作也就不主动"),
        ("四、原因剖析 / （一）学习不够，认识不深，行动不实。 / （二）担当不足，怕得罪人，怕出事。", "学习不够，认识不深，行动不实、担当不足，怕得罪人，怕出事"),
    ],
)  # fmt: skip
def test_causes_in_one_sentence(said: str, wanted: str) -> None:
    value = read(f"班子查摆了2个问题：一是学习不够；二是调研不深。 / {said}")
    assert [one.text.rstrip("。") for one in value.causes] == wanted.split("、")
    assert len(value.team_issues) == 2


def test_problems_and_causes_said_before_a_list_of_problems() -> None:
    value = read("会上班子查摆了突出问题，剖析了原因。一是学习不够深；二是调研不够实。")
    assert not value.causes
