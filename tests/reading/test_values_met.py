"""Values as other hands tell them: the day of a meeting behind a notice, limits without 前, fields without colons, bare themes."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.model.documents import MeetingReport, SelfExamination
from mzsh_model.reading.told_facts import due_of
from tests.laws.test_laws import assert_texts_stand_at_their_anchors, assert_total


def _report(said: str) -> MeetingReport:
    doc = mz.open(
        f"某局党组2024年度民主生活会情况报告\n县委组织部：\n{said}\n一、班子问题\n1.补签多，15座有4座补签。".encode()
    )
    assert_total(doc)
    assert_texts_stand_at_their_anchors(doc)
    value = doc.read().value
    assert isinstance(value, MeetingReport)
    return value


def _paper(head: str, measure: str) -> SelfExamination:
    text = f"{head}\n一、存在的问题\n1.采购不严，2个品规超目录。\n二、原因\n1.责任心不强。\n三、整改措施\n1.{measure}"
    doc = mz.open(text.encode())
    assert_total(doc)
    assert_texts_stand_at_their_anchors(doc)
    value = doc.read().value
    assert isinstance(value, SelfExamination)
    return value


@pytest.mark.parametrize(
    "said",
    [
        "根据《关于召开2024年度民主生活会的通知》，某局党组于2025年1月21日召开2024年度民主生活会。",
        "按照《关于2025年1月底前召开民主生活会的通知》要求，2025年1月21日，某局党组召开2024年度民主生活会。",
        "某局党组于2025年1月21日召开会议，应到党委委员7人，实到6人。",
        "2025年1月10日召开动员会，1月15日召开座谈会，2025年1月21日召开2024年度民主生活会。",
    ],
)
def test_the_day_stands_before_the_meeting_itself(said: str) -> None:
    assert _report(said).meeting.held_on == "2025-01-21"


@pytest.mark.parametrize("said", ["某局党组于2025年1月10日召开动员部署会议。", "2025年1月8日召开会议，研究筹备工作。"])
def test_a_meeting_that_makes_ready_is_another(said: str) -> None:
    assert _report(said).meeting.held_on is None


@pytest.mark.parametrize(
    ("said", "theme"),
    [
        (
            "会议以强化理论武装，树牢“四个意识”，以求真务实作风抓落实为主题。",
            "强化理论武装，树牢“四个意识”，以求真务实作风抓落实",
        ),
        ("某局党组**2025年1月25日**召开会议，**以求真务实**为主题。", "求真务实"),
        ("2025年1月25日，以严守纪律、以案为鉴、担当作为为主题，召开民主生活会。", "严守纪律、以案为鉴、担当作为"),
        ("会议以“严守纪律”为主题。", "严守纪律"),
    ],
)
def test_a_theme_is_told_whole(said: str, theme: str) -> None:
    assert _report(said).meeting.theme == theme


@pytest.mark.parametrize(
    ("measure", "due"),
    [
        ("修订办法，责任人罗成，时限2025年3月15日。", "2025年3月15日"),
        ("修订办法，办公室负责，完成时限2025年第三季度。", "2025年第三季度"),
        ("修订办法，办公室负责，2025年6月完成。", "2025年6月"),
        ("修订办法，办公室负责，于2025年5月20日完成。", "2025年5月20日"),
        ("对2024年6月底前未办结的12件积案逐件过堂，2025年6月底前清零。", "2025年6月底前"),
        ("对去年年底前没有兑现的3项承诺逐项兑现，2025年3月底前完成。", "2025年3月底前"),
        ("巩固2024年12月底前已出台的3项制度，长期坚持。", "长期坚持"),
        ("已于2024年6月完成自查，2025年9月底前再查一次。", "2025年9月底前"),
    ],
)
def test_a_limit_is_what_is_still_to_come(measure: str, due: str) -> None:
    assert _paper("某局党组2024年度民主生活会对照检查材料", measure).measures[0].due == due


@pytest.mark.parametrize(
    "measure", ["2024年5月完成了清理，办公室再查一次。", "把2024年6月完成的清单公开，办公室负责。"]
)
def test_what_was_done_then_is_no_limit(measure: str) -> None:
    assert _paper("某局党组2024年度民主生活会对照检查材料", measure).measures[0].due is None


@pytest.mark.parametrize(
    ("measure", "owner", "department"),
    [
        ("牵头领导张三，责任单位办公室，2025年6月底前修订办法。", "张三", "办公室"),
        ("修订办法，牵头领导李建国副局长，责任科室审批科，2025年6月底前。", "李建国副局长", "审批科"),
        ("修订办法（责任领导张建国，责任科室办公室、财务科，2025年6月底前）。", "张建国", "办公室、财务科"),
        ("修订办法，责任单位办公室，2025年6月底前完成。", "办公室", None),
        ("责任领导：张三，责任科室：办公室，2025年6月底前完成。", "张三", "办公室"),
    ],
)
def test_a_field_may_have_no_colon(measure: str, owner: str, department: str | None) -> None:
    told = _paper("某局党组2024年度民主生活会对照检查材料", measure).measures[0]
    assert (told.owner, told.department) == (owner, department)


ASPECTS = "\n一、检视问题\n{}\n1.学习不系统，主讲1次。\n{}\n1.推进慢，拖4个月。"
ANNUAL = "（一）带头固本培元、增强党性方面", "（二）带头干事创业、担当作为方面"


@pytest.mark.parametrize(
    ("date", "year"),
    [
        ("（2019年8月）", 2019),
        ("2023年11月20日", 2023),
        ("（2026年1月10日）", 2025),
        ("（2025年12月）", 2025),
        ("2026年9月5日", 2026),
    ],
)
def test_the_date_below_the_title_goes_before_the_catalogue(date: str, year: int) -> None:
    text = f"某局党组专题民主生活会对照检查材料\n{date}{ASPECTS.format(*ANNUAL)}"
    value = mz.read_text(text).value
    assert isinstance(value, SelfExamination)
    assert value.year == year


PRAISED = (
    "能够勇于担当，全年盘活资产3处，受到县委肯定。",
    "1.担当作为较好，盘活资产3处，取得明显成效。",
    "一是敢于碰硬，圆满完成改制任务。",
)


@pytest.mark.parametrize("said", PRAISED)
def test_an_aspect_of_praise_only_is_told(said: str) -> None:
    text = (
        f"某局党组2025年度民主生活会对照检查材料\n一、存在的问题\n{ANNUAL[0]}\n1.学习不系统，主讲1次。\n2.下基层少，只有9天。\n"
        f"{ANNUAL[1]}\n{said}\n二、原因剖析\n1.担当精神不足，怕得罪人。\n三、整改措施\n1.每季度主讲1次，办公室负责，2026年12月底前完成。"
    )
    found = [one for one in mz.check(mz.open(text.encode())).findings if one.code == "ISS011"]
    assert [one.quote for one in found] == [ANNUAL[1][3:]]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("金岭县供销社党组学习贯彻习近平新时代中国特色社会主义思想主题教育专题民主生活会情况报告", "金岭县供销社党组"),
        ("区民政局党组“不忘初心、牢记使命”专题民主生活会班子对照检查材料", "区民政局党组"),
        ("城关镇党委党史学习教育专题民主生活会情况报告", "城关镇党委"),
        ("县档案馆2025年度民主生活会对照检查材料", "县档案馆"),
        ("市委党校校委2024年度民主生活会情况报告", "市委党校校委"),
        ("某县委宣传部2025年度民主生活会对照检查材料", "某县委宣传部"),
        ("县委办2024年度民主生活会情况报告", "县委办"),
        ("区人大常委会党组2025年度民主生活会情况报告", "区人大常委会党组"),
        ("学习贯彻习近平新时代中国特色社会主义思想主题教育专题民主生活会情况报告", None),
        ("部2024年度民主生活会情况报告", None),
    ],
)
def test_a_title_names_its_unit_before_the_campaign(title: str, name: str | None) -> None:
    value = mz.read_text(f"{title}\n一、存在的问题\n1.学习不系统，主讲1次。\n2.下基层少，只有9天。").value
    assert isinstance(value, MeetingReport | SelfExamination)
    assert (value.organisation and value.organisation.name) == name


@pytest.mark.parametrize(
    ("said", "issues", "done"),
    [
        ("上年度我查摆了4个问题，其中“巡查频次低”“谈话少”“报销慢”3个已完成整改，“共享率不高”还在推进。", 4, 3),
        ("上年度查摆的6个问题，5个已整改到位，1个正在推进。", 6, 5),
        ("去年查摆问题7个，其中6个已经销号，1个仍在整改。", 7, 6),
        ("上年度查摆的9个问题，已整改7个，2个正在推进。", 9, 7),
    ],
)
def test_how_many_of_last_year_are_done(said: str, issues: int, done: int) -> None:
    prior = _paper(f"某局党组2024年度民主生活会对照检查材料\n{said}", "修订办法，办公室负责，2025年6月底前完成。").prior
    assert prior is not None
    assert (prior.issues, prior.done) == (issues, done)


@pytest.mark.parametrize(
    "said",
    [
        "我对照2024年度民主生活会“四个带头”的要求检视自己，查出问题5个。",
        "围绕2024年度民主生活会主题，班子查摆问题12个。",
        "按照2024年度民主生活会安排，梳理8个问题。",
    ],
)
def test_what_this_years_meeting_found_is_not_last_years(said: str) -> None:
    assert _paper(f"某局党组2024年度民主生活会对照检查材料\n{said}", "修订办法，办公室负责，长期坚持。").prior is None


@pytest.mark.parametrize(
    "text",
    [
        "2026年12月底前就停工的工地写出5篇体会",
        "2026年9月底前就积压的职称材料开2次协调会",
        "2026年6月底前就缺页的记录本逐册补齐",
    ],
)
def test_what_a_measure_is_about_does_not_take_its_time_limit_away(text: str) -> None:
    assert due_of(text) is not None


@pytest.mark.parametrize(
    ("measure", "due"),
    [
        ("灌溉渠清淤，2026年春耕前完工。", "2026年春耕前"),
        ("宿舍浴室翻修，2026年暑假结束前启用。", "2026年暑假结束前"),
        ("烘干房检修，2026年6月夏收前完成。", "2026年6月夏收前"),
        ("路灯正月十五前修好。", "正月十五前"),
        ("督查台账上墙，时限：2026年3月底前建立台账。", "2026年3月底前"),
        ("议事清单重列，完成时限：2026年4月15日前印发清单。", "2026年4月15日前"),
        ("每月一次病例讨论，时限：2026年起长期坚持。", "长期坚持"),
        ("夜学不欠账，今年内补齐。", "今年内"),
    ],
)
def test_a_limit_is_the_words_of_time_alone(measure: str, due: str) -> None:
    found = due_of(measure)
    assert found is not None
    assert (found.text, measure[found.start : found.end]) == (due, due)


@pytest.mark.parametrize("measure", ["春耕用水协调到村。", "暑假结束后补课。", "秋收现场会不再布置。"])
def test_a_season_alone_is_no_limit(measure: str) -> None:
    assert due_of(measure) is None
