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


@pytest.mark.parametrize("marks", ["（{}）——", "【{}】", "（{}）："])
def test_aspects_in_brackets(marks: str) -> None:
    value = read(
        "“不忘初心、牢记使命”专题民主生活会对照检查材料",
        "一、检视的问题",
        f"{marks.format('对照党章党规')}微信群里议论过人事安排，没有制止。",
        f"{marks.format('对照先进典型')}调来两年，登轮五次，三次是陪同参观。",
        "二、整改措施",
        "1.每月登轮两次。",
    )
    assert [one.aspect for one in value.issues] == ["对照党章党规", "对照先进典型"]
    assert [one.text[:3] for one in value.issues] == ["微信群", "调来两"]


def test_a_paper_whose_chapters_are_a_paragraph_each() -> None:
    value = read(
        "张三个人对照检查材料（2025年度民主生活会）",
        "一、对照检查出的突出问题。（一）带头强化政治忠诚、提高政治能力方面。1.文件抄了标题，没有下文。2.上级反馈的问题只说难。"
        "（二）带头固本培元、增强党性方面。1.把“铁算盘”当成了“铁面孔”，单位来对账，头也不抬。",
        "二、原因剖析。（一）理论功底浅。（二）群众感情淡。",
        "三、整改措施。（一）每月学一次。（二）见面先问好。",
    )
    assert [(one.aspect, one.text[:4]) for one in value.issues] == [
        ("带头强化政治忠诚、提高政治能力方面", "文件抄了"),
        ("带头强化政治忠诚、提高政治能力方面", "上级反馈"),
        ("带头固本培元、增强党性方面", "把“铁算"),
    ]
    assert [len(value.causes), len(value.measures)] == [2, 2]


def test_problems_numbered_in_words_with_their_aspect_in_brackets() -> None:
    value = read(
        "个人发言材料",
        "张三  县供电公司党委委员、副经理",
        "（主题教育专题民主生活会，2023年12月）",
        "问题一（理论学习）：专题摘编发下来八个月，做的标记都在序言里。",
        "根子：觉得理论是别人的专业。",
        "办法：2024年1月底前读完。",
        "问题二（廉洁自律）：退过大的，收过两箱橘子。",
        "根子：侥幸心理。",
        "办法：折价上交，本周内完成。",
    )
    assert [one.aspect for one in value.issues] == ["理论学习", "廉洁自律"]
    assert [one.due for one in value.measures] == ["2024年1月底前", "本周内"]
    assert len(value.causes) == 2


def test_a_title_before_the_aspect_in_its_own_heading() -> None:
    value = read(
        "某县人民法院党组2025年度民主生活会对照检查材料",
        "一、擦亮镜子照一照",
        "（一）照信仰。带头强化政治忠诚、提高政治能力方面：1.学习重故事、轻道理。2.执行一案拖两年，没有排上日程。",
        "（二）照作风。带头干事创业、担当作为方面：1.巡回审判从64次降到15次。",
        "二、整改措施",
        "1.每季度讨论一次。",
    )
    assert [one.aspect for one in value.issues] == [
        *["带头强化政治忠诚、提高政治能力方面"] * 2,
        "带头干事创业、担当作为方面",
    ]


def test_a_paper_of_paragraphs_alone_that_name_an_aspect_each() -> None:
    value = read(
        "张三同志2022年度民主生活会发言提纲",
        "各位领导、同志们：根据要求，现将本人对照检查情况作个汇报。",
        "在带头坚持和加强党的全面领导方面，前置研究做成了“后补手续”，合同签了半个月才补纪要。",
        "在带头发扬斗争精神防范化解风险挑战方面，别人往里刨，我往外推，主动报告的问题只有一条。",
        "细究起来，一是初心被日子磨薄了；二是学风飘；三是纪律观念松。",
        "今后，我要做到以下几点。第一，坏一斤粮也要开一次会，长期坚持。第二，没有纪要不得用印，立行立改。",
        "以上发言，不当之处请批评指正。",
    )
    assert [one.text[:4] for one in value.issues] == ["前置研究", "别人往里"]
    assert [one.aspect_id for one in value.issues] == ["2022-3", "2022-5"]
    assert [len(value.causes), len(value.measures)] == [3, 2]


def test_few_words_alone_are_headings_where_others_like_them_name_parts() -> None:
    value = read(
        "某学院党委领导班子2021年度民主生活会对照检查材料",
        "现将检视情况汇报如下，请批评指正。",
        "亮短揭丑",
        "中心组学习变成“读报会”，12次研讨有8次没有成果。",
        "实训设备买回来先拍照后上锁，一年没有人用过。",
        "根源剖析",
        "学而不思、思而不行。",
        "抓落实虎头蛇尾。",
        "整改措施",
        "实训中心全天开放预约，由教务处负责。",
    )
    assert [len(value.issues), len(value.causes), len(value.measures)] == [2, 2, 1]


def test_a_numbered_run_of_aspects_is_a_list_of_problems_each_with_its_aspect() -> None:
    text = (
        "某局党组2025年度民主生活会情况报告\n县委组织部：\n2026年1月20日，我局召开2025年度民主生活会。\n"
        "班子对照检查，主要问题是三个方面：（一）政治忠诚方面，思想引导停在微信群里发链接。（二）党性修养方面，机关支部三年没有发展对象。"
        "（三）担当作为方面，两家商会扯皮，只当和事佬。\n"
    )
    value = mz.open(text.encode()).read().value
    assert isinstance(value, mz.MeetingReport)
    assert [one.aspect for one in value.team_issues] == ["政治忠诚方面", "党性修养方面", "担当作为方面"]
    assert value.team_issues[0].text.startswith("思想引导")
