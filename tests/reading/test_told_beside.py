"""Which problem a cause or a measure answers: the one it is told with, the one whose words it names."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.model.documents import SelfExamination
from tests.reading.word import word

HEAD = "某局党组领导班子2025年度民主生活会对照检查材料\n"
ASPECT = "（一）带头固本培元、增强党性方面\n"
Told = list[tuple[str, str | None, str]]


def examination(text: str) -> SelfExamination:
    value = mz.read_text(HEAD + text).value
    assert isinstance(value, SelfExamination)
    return value


def measures(value: SelfExamination) -> Told:
    return [(link.issue, link.measure, link.basis.value) for link in value.links if link.measure]


BESIDE = [
    "1.学习不够深入。原因：认识不高。整改措施：建立学习台账。\n2.调研走过场。原因：作风不实。整改措施：每月下沉一次。\n",
    "1.学习不够深入。\n原因：认识不高。\n整改措施：建立学习台账。\n2.调研走过场。\n原因：作风不实。\n整改措施：每月下沉一次。\n",
    "①学习不够深入。整改措施：建立学习台账。\n②调研走过场。整改措施：每月下沉一次。\n",
]


@pytest.mark.parametrize("text", BESIDE)
def test_a_measure_answers_the_problem_that_it_is_told_with_alone(text: str) -> None:
    value = examination("一、查摆的问题及整改措施\n" + ASPECT + text)
    assert measures(value) == [("i1", "m1", "label"), ("i2", "m2", "label")]


def test_a_measure_below_the_last_of_several_problems_is_for_all_of_them() -> None:
    value = examination("一、查摆的问题\n" + ASPECT + "1.学习不够深入。\n2.调研走过场。\n整改措施：每月下沉一次。\n")
    assert measures(value) == [("i1", "m1", "aspect"), ("i2", "m1", "aspect")]


def test_a_problem_without_a_measure_beside_it_keeps_that_of_its_aspect() -> None:
    told = "1.学习不够深入。整改措施：建立学习台账。\n2.调研走过场。\n"
    value = examination("一、查摆的问题及整改措施\n" + ASPECT + told)
    assert measures(value) == [("i1", "m1", "label"), ("i2", "m1", "aspect")]


def test_the_first_chapter_of_measures_answers_more_than_the_last_problem() -> None:
    value = examination(
        "一、查摆的问题\n1.学习不够深入。原因：认识不高。\n2.调研走过场。原因：作风不实。\n二、整改措施\n1.建立学习台账，抓好学习。\n"
    )
    assert all(basis != "label" for _, _, basis in measures(value))


POINTED = [
    "1.针对学习不够深入的问题，建立台账。\n2.针对调研走过场问题，每月下沉一次。\n",
    "1.针对“学习不够深入”的问题，建立台账。\n2.围绕解决“调研走过场”问题，每月下沉一次。\n",
    "1.着力解决存在的学习不够深入等突出问题，建立台账。\n2.聚焦调研走过场的现象，每月下沉一次。\n",
    "1.针对问题一，建立台账。\n2.针对第二个问题，每月下沉一次。\n",
]


@pytest.mark.parametrize("text", POINTED)
def test_words_of_one_problem_point_at_it(text: str) -> None:
    problems = "一、查摆的问题\n" + ASPECT + "1.学习不够深入，读书不多。\n2.调研走过场，听汇报多。\n"
    value = examination(problems + "二、整改措施\n" + ASPECT + text)
    assert measures(value) == [("i1", "m1", "label"), ("i2", "m2", "label")]


def test_words_of_two_problems_point_at_both() -> None:
    problems = "一、查摆的问题\n1.学习不够深入，读书不多。\n2.调研走过场，听汇报多。\n3.财务审批不严。\n"
    told = "二、整改措施\n1.针对学习不够深入、调研走过场的问题，每月下沉一次。\n2.针对财务审批不严的问题，补齐手续。\n"
    assert measures(examination(problems + told)) == [
        ("i1", "m1", "label"),
        ("i2", "m1", "label"),
        ("i3", "m2", "label"),
    ]


def test_words_that_stand_in_several_problems_point_at_none() -> None:
    problems = "一、查摆的问题\n1.学习不够深入，读书不多。\n2.学习不够深入，调研也少。\n"
    told = "二、整改措施\n1.针对学习不够深入的问题，建立台账。\n"
    assert all(basis != "label" for _, _, basis in measures(examination(problems + told)))


FORM = (
    "|对照方面|带头强化政治忠诚、提高政治能力|", "|存在问题|学习不够深入|", "|原因剖析|认识不高|", "|改进措施|建立台账，2026年3月底前完成|",
    "|对照方面|带头固本培元、增强党性|", "|存在问题|调研走过场|", "|原因剖析|作风不实|", "|改进措施|每月下沉一次，由办公室负责|",
)  # fmt: skip


def test_a_form_told_aspect_by_aspect_is_read_row_by_row() -> None:
    value = mz.open(word(("某局张三2025年度民主生活会个人对照检查材料", *FORM))).read().value
    assert isinstance(value, SelfExamination)
    assert [(i.aspect, i.text) for i in value.issues] == [
        (FORM[0][6:-1], "学习不够深入"),
        (FORM[4][6:-1], "调研走过场"),
    ]
    assert [(m.text, m.owner, m.due) for m in value.measures] == [
        ("建立台账，2026年3月底前完成", None, "2026年3月底前"), ("每月下沉一次，由办公室负责", "办公室", None),
    ]  # fmt: skip
    assert measures(value) == [("i1", "m1", "row"), ("i2", "m2", "row")]


def test_an_edit_of_a_time_limit_told_in_a_cell_is_read_back() -> None:
    doc = mz.open(word(("某局张三2025年度民主生活会个人对照检查材料", *FORM)))
    got = doc.write(mz.replace(doc.read().value, "/measures/0/due", "2026年6月底前")).read().value
    assert isinstance(got, SelfExamination)
    assert got.measures[0].text == "建立台账，2026年6月底前完成"


def test_numbered_causes_of_a_cell_are_each_one() -> None:
    rows = (
        "|存在问题|1.学习不够深入。2.调研走过场。|",
        "|原因剖析|1.认识不高。2.作风不实。|",
        "|整改措施|1.建立台账。2.每月下沉一次。|",
    )
    value = mz.open(word(("某局张三2025年度民主生活会个人对照检查表", *rows))).read().value
    assert isinstance(value, SelfExamination)
    assert [(c.label, c.text) for c in value.causes] == [("1.", "认识不高。"), ("2.", "作风不实。")]
