"""Aspects told by what siblings begin with, whatever the year's catalogue calls them."""

from __future__ import annotations

from typing import cast

import pytest

import mzsh_model as mz
from mzsh_model.model.documents import SelfExamination
from mzsh_model.reading.openings import aspects_opened, opening_of


def read(*lines: str) -> SelfExamination:
    return cast(SelfExamination, mz.read_text("\n".join(lines)).value)


def opened(*texts: str, year: int | None = 2025) -> list[str | None]:
    found = aspects_opened([(text, 0, len(text)) for text in texts], year)
    return [None if one is None else text[one.start : one.end] for text, one in zip(texts, found, strict=True)]


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (("政治上，想得浅。", "思想上，读得少。", "作风上，走得快。"), ["政治上", "思想上", "作风上"]),
        (("对照“忠诚”要求，念文件。", "对照“担当”要求，绕着走。"), ["对照“忠诚”要求", "对照“担当”要求"]),
        (("忠诚：念得多。", "党性：说得少。", "敬畏：签得快。"), ["忠诚", "党性", "敬畏"]),
        (("护林防火方面。物资库的钥匙在外出的人手里。", "去年的事没有办完。"), ["护林防火方面", None]),
        (
            ("担当作为有落差", "管党治党有温差", "政治忠诚有差距"),
            ["担当作为有落差", "管党治党有温差", "政治忠诚有差距"],
        ),
    ],
)
def test_siblings_that_begin_alike_name_their_aspects(texts: tuple[str, ...], names: list[str | None]) -> None:
    assert opened(*texts) == names


@pytest.mark.parametrize(
    "texts",
    [
        ("会议上，低头喝茶。", "谈话时谈业务两小时。", "下乡当天来回。", "电话打不通。"),  # one alone is an adverb
        ("文山会海：一年发文三百。", "检查频繁：一月迎检九次。"),  # names of problems, not of aspects
        ("学习不够：读得少。", "担当不足：绕着走。"),
        ("原因分析：怕得罪人。", "整改措施：每月走访。"),
        ("校园食堂陪餐制写在墙上，抽查九所。", "家访停在群发通知上，信访占四成。"),
    ],
)
def test_what_is_no_name_of_an_aspect(texts: tuple[str, ...]) -> None:
    assert opened(*texts) == [None] * len(texts)


def test_an_opening_is_what_stands_before_its_mark() -> None:
    found = opening_of("1.在政治能力上，看不远。", 2, 12)
    assert found is not None
    assert (found.form, found.start, found.end, found.name) == ("on", 2, 8, "政治能力")


def test_paragraphs_and_lists_under_aspects_of_their_own() -> None:
    value = read(
        "某镇党委领导班子2025年度民主生活会对照检查材料",
        "一、我们的问题",
        "政治上，文件圈阅了，问到底提了几条，答不上来。",
        "作风上，一年下乡31次，当天来回29次。",
        "廉洁上，家属开的店，嘴上说过，纸上没有报告过。",
        "二、整改措施",
        "1.每月住村两晚。",
        "2.每季度报告一次。",
    )
    assert [one.aspect for one in value.issues] == ["政治上", "作风上", "廉洁上"]
    assert len(value.measures) == 2


def test_numbers_that_belong_to_prose_before_an_aspect() -> None:
    value = read(
        "个人对照检查材料",
        "2023年度民主生活会",
        "一、问题与不足",
        "第一，理论学习方面。一年听了20场报告，没有写过一篇心得。",
        "第二，担当作为方面。总分馆喊了四年，分馆还是两个。",
        "二、整改措施",
        "1.每季度写一篇。",
    )
    assert [(one.aspect, one.text[:4]) for one in value.issues] == [
        ("理论学习方面", "一年听了"),
        ("担当作为方面", "总分馆喊"),
    ]


def test_chapters_of_problems_name_their_aspects() -> None:
    value = read(
        "张三2025年度民主生活会对照检查发言",
        "一、先说学习",
        "学习笔记去年记了半本，今年没有记。",
        "二、再说工作",
        "城中村改造签约率卡在六成七，我拿不出新招，天天催乡镇。",
        "三、为什么会这样",
        "一是把经验当本事，不肯学。",
        "二是把客气当服气，听不进。",
        "四、打算怎么改",
        "一是每天读书半小时。",
        "二是蹲点一个月。",
    )
    assert [one.aspect for one in value.issues] == ["先说学习", "再说工作"]


def test_measures_under_aspects_do_not_begin_with_their_names() -> None:
    value = read(
        "某县林业局党组2025年度民主生活会对照检查材料",
        "一、查摆出来的问题",
        "护林防火方面。物资库钥匙在外出的保管员身上，没有备用。",
        "为民服务方面。采伐证实际平均19天，没有一件按期。",
        "二、整改打算",
        "护林防火方面。物资库双人双钥匙，由防火办落实，2026年1月底前。",
        "为民服务方面。采伐证五天办结，由资源股落实，2026年6月底前。",
    )
    assert [one.text[:5] for one in value.measures] == ["物资库双人", "采伐证五天"]
    assert [one.owner for one in value.measures] == ["防火办", "资源股"]
    assert [one.aspect for one in value.measures] == ["护林防火方面", "为民服务方面"]


def test_no_heading_below_an_aspect_names_another() -> None:
    value = read(
        "某局党组2025年度民主生活会对照检查材料",
        "一、存在的问题",
        "（一）带头干事创业、担当作为方面",
        "1.老门面一租了之",
        "①十二间门面的租金十年没有动过。",
        "②库房账实不符。",
        "2.一口水喝了三年",
        "饮水管网2023年立项，2025年还在挖沟。",
        "二、整改措施",
        "1.门面重新招租。",
    )
    assert {one.aspect for one in value.issues} == {"带头干事创业、担当作为方面"}
    assert [one.text for one in value.issues][-1] == "一口水喝了三年\n饮水管网2023年立项，2025年还在挖沟。"


def test_paragraphs_below_an_aspect_are_problems_whatever_their_words() -> None:
    value = read(
        "个人对照检查材料",
        "2025年度民主生活会",
        "一、存在的问题",
        "（一）带头干事创业、担当作为方面",
        "公益诉讼挑软柿子捏。41份检察建议，38份发给镇街，发给国企的没有。",
        "数字检察喊了两年，模型还在图纸里。",
        "二、整改措施",
        "1.每季度督办一次。",
    )
    assert [one.text[:4] for one in value.issues] == ["公益诉讼", "数字检察"]
