"""Paragraphs that tell a problem, go on to its cause and to what shall be done; and evidence right behind a problem's name."""

from __future__ import annotations

import pytest

import mzsh_model as mz

HEAD = "某县财政局党组2024年度民主生活会对照检查材料\n"
ASPECTS = (
    "带头严守政治纪律和政治规矩，维护党的团结统一方面",
    "带头增强党性、严守纪律、砥砺作风方面",
)
PROBLEMS = ("请示报告不及时，1项变更拖了11天。", "下基层少，全年仅9天。")


def _read(heading: str, tails: tuple[str, str], rest: str = "") -> mz.SelfExamination:
    told = "\n".join(
        f"（{n}）{aspect}\n{problem}{tail}"
        for n, aspect, problem, tail in zip("一二", ASPECTS, PROBLEMS, tails, strict=True)
    )
    value = mz.open(f"{HEAD}一、{heading}\n{told}\n{rest}".encode()).read().value
    assert isinstance(value, mz.SelfExamination)
    return value


@pytest.mark.parametrize(
    ("tails", "causes"),
    [
        (
            ("之所以这样，是因为政治敏锐性不强。", "主要是重业务轻党建的思想作怪。"),
            ("政治敏锐性不强。", "重业务轻党建的思想作怪。"),
        ),
        (("其原因是政治敏锐性不强。", "根子是群众观念不牢。"), ("政治敏锐性不强。", "群众观念不牢。")),
        (("说到底是政治敏锐性不强。", "究其原因，是群众观念不牢。"), ("政治敏锐性不强。", "群众观念不牢。")),
    ],
)
def test_a_paragraph_ends_with_the_cause_of_its_problem(tails: tuple[str, str], causes: tuple[str, str]) -> None:
    value = _read("存在的问题及原因", tails)
    assert [issue.text for issue in value.issues] == list(PROBLEMS)
    assert [(cause.text, cause.aspect) for cause in value.causes] == list(zip(causes, ASPECTS, strict=True))


@pytest.mark.parametrize("turn", ["下一步，", "下步", "今后，要", "接下来，将"])
def test_a_paragraph_goes_on_to_what_shall_be_done(turn: str) -> None:
    plans = ("修订请示报告清单，办公室2025年3月底前完成。", "每人每月下基层3天，办公室年底检查。")
    tails = (f"究其原因，是政治敏锐性不强。{turn}{plans[0]}", f"究其原因，是群众观念不牢。{turn}{plans[1]}")
    value = _read("对照检查情况", tails)
    assert [issue.text for issue in value.issues] == list(PROBLEMS)
    assert [cause.text for cause in value.causes] == ["政治敏锐性不强。", "群众观念不牢。"]
    assert [measure.text for measure in value.measures] == list(plans)


def test_what_a_problem_says_of_its_reason_amid_its_telling_stays_in_it() -> None:
    tail = "说到底还是怕翻旧账。对其中18件可以先办的，也没有果断处置。"
    value = _read("存在的问题", (tail, ""))
    assert value.issues[0].text == PROBLEMS[0] + tail
    assert not value.causes


@pytest.mark.parametrize(
    ("name", "evidence"),
    [
        ("对招标环节盯得不紧。", "3个项目抽取专家不规范。"),
        ("学习跟进不够及时。", "全年缺席3次。"),
        ("监督不够有力。", "对采购廉政风险只发过1次提醒函。"),
        ("党性锻炼不够严。", "我去年缺席主题党日2次。"),
        ("干部执法不严。", "去年案卷评查发现6件裁量不当。"),
        ("学习的系统性不够。", "中心组8次学习中，围绕党建的只有1次。"),
    ],
)
def test_figures_right_behind_a_problem_show_it(name: str, evidence: str) -> None:
    text = f"{HEAD}一、存在的问题\n（一）{ASPECTS[0]}\n{name}{evidence}\n二、原因\n1.认识不深。"
    value = mz.open(text.encode()).read().value
    assert isinstance(value, mz.SelfExamination)
    assert [issue.text for issue in value.issues] == [name + evidence]


def test_problems_side_by_side_are_still_several() -> None:
    text = f"{HEAD}一、存在的问题\n（一）{ASPECTS[0]}\n学习不够系统。调研不够深入。\n二、原因\n1.认识不深。"
    value = mz.open(text.encode()).read().value
    assert isinstance(value, mz.SelfExamination)
    assert [issue.text for issue in value.issues] == ["学习不够系统。", "调研不够深入。"]


@pytest.mark.parametrize("second", ["落实部署有折扣。集团9月才报出初稿。", "抓队伍有偏松的时候。3件小事没有及时提醒。"])
def test_paragraphs_of_one_shape_are_problems_where_one_is(second: str) -> None:
    text = f"{HEAD}一、存在问题\n学习的系统性不够。党委理论学习中心组8次学习中，围绕党建的只有1次。\n{second}\n二、原因\n1.认识不深。"
    value = mz.open(text.encode()).read().value
    assert isinstance(value, mz.SelfExamination)
    assert [issue.text for issue in value.issues] == [
        "学习的系统性不够。党委理论学习中心组8次学习中，围绕党建的只有1次。",
        second,
    ]


@pytest.mark.parametrize("names", [("主要表现", "整改措施"), ("问题表现", "原因分析"), ("存在问题", "整改举措")])
def test_a_chapter_whose_paragraphs_name_problem_and_answer_is_of_problems(names: tuple[str, str]) -> None:
    problem, answer = names
    text = f"某局党组民主生活会整改方案\n一、学习不深入\n{problem}：4本书只读了2本。\n{answer}：1.制定学习计划，每月研讨。\n"
    value = mz.open(text.encode()).read().value
    assert isinstance(value, mz.RectificationPlan)
    assert [issue.text for issue in value.issues] == ["4本书只读了2本。"]
    answers = value.measures if answer != "原因分析" else value.causes
    assert [(one.label, one.text) for one in answers] == [("1.", "制定学习计划，每月研讨。")]


def test_who_speaks_below_the_list_of_those_present_is_not_of_it() -> None:
    text = "某局党组2024年度民主生活会会议记录\n时间：2025年1月10日\n主持人：李卫国\n出席：李卫国、张明\n"
    for line in ("张明：给李局长提一条，开会多、拍板慢。", "张明提出意见；王强、赵六补充。"):
        value = mz.open((text + line).encode()).read().value
        assert isinstance(value, mz.Minutes)
        assert value.meeting is not None
        assert [one.name for one in value.meeting.attendees] == ["张明"]


@pytest.mark.parametrize(
    ("said", "owners"),
    [
        (
            "严格请示报告，办公室负责，2025年3月底前完成。盘活资产5处，由国资股负责，2025年9月底前完成。",
            ["办公室", "国资股"],
        ),
        (
            "修订清单（责任人：张三；时限：2025年3月底前）。逐月自查（责任人：李四；时限：2025年9月底前）。",
            ["张三", "李四"],
        ),
        ("严格请示报告，2025年3月底前制定清单。全面推开，2025年9月底前完成。", [None]),
    ],
)
def test_sentences_that_each_say_who_and_when_are_measures_each(said: str, owners: list[str | None]) -> None:
    text = f"{HEAD}一、存在的问题\n1.请示不及时，拖了11天。\n二、原因\n1.认识不深。\n三、整改措施\n{said}"
    value = mz.open(text.encode()).read().value
    assert isinstance(value, mz.SelfExamination)
    assert [measure.owner for measure in value.measures] == owners


def test_the_names_of_aspects_say_nothing_of_what_their_chapter_tells() -> None:
    value = _read("对照检查情况", ("", ""))
    assert [section.role.value for section in value.sections] == ["issues"] * 3
    assert "reading-unsure" not in {notice.code for notice in mz.open(_text("对照检查情况")).read().notices}


def _text(heading: str) -> bytes:
    told = "\n".join(f"（{n}）{a}\n{p}" for n, a, p in zip("一二", ASPECTS, PROBLEMS, strict=True))
    return f"{HEAD}一、{heading}\n{told}\n".encode()


@pytest.mark.parametrize("tail", ["下一步，抓落实的思路不清、办法不多。", "今后，怎么干心里没底，打算不够具体。"])
def test_what_is_lacking_for_the_time_to_come_is_no_plan(tail: str) -> None:
    value = _read("存在的问题", (tail, ""))
    assert value.measures == ()
    assert value.issues[0].text.startswith(PROBLEMS[0][:-1])


@pytest.mark.parametrize("lead", ["对照初心使命，主要有：", "与先进典型相比，还有：", "对照群众期待，差距是："])
def test_what_leads_in_the_next_problems_is_no_part_of_the_last(lead: str) -> None:
    text = f"{HEAD}一、检视出的问题\n①民主集中制执行不严。去年有3次临时动议。\n{lead}\n②对困难群众感情不深。入户率不到30%。\n二、原因\n①认识不深。"
    value = mz.open(text.encode()).read().value
    assert isinstance(value, mz.SelfExamination)
    assert [issue.text for issue in value.issues] == [
        "民主集中制执行不严。去年有3次临时动议。",
        "对困难群众感情不深。入户率不到30%。",
    ]
