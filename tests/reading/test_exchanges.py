"""Criticisms and members' problems in the ways that reports tell them of one person after the other."""

from __future__ import annotations

import io
from typing import cast

import pytest
from docx import Document as new_word

import mzsh_model as mz
from mzsh_model.model.documents import MeetingReport


def read(said: str) -> MeetingReport:
    body = "\n".join(said.split(" / "))
    return cast(
        MeetingReport,
        mz.read_text(
            f"""某局党组关于2025年度民主生活会情况的报告
县委组织部：
某局党组于2026年1月15日召开2025年度民主生活会，党组书记丰登主持，党组成员稼穑、仓廪、张三、李四参加会议。
一、会前准备
学习3次。
二、会议情况
{body}
三、整改措施
1.加强学习。
"""
        ).value,
    )


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("张三同志对李四同志提出：下乡少，对稼穑同志提出：办法旧。", ["张三→李四：下乡少", "张三→稼穑：办法旧"]),
        ("张三、稼穑批评丰登调研浅；李四批评仓廪标准低。", ["张三→丰登：调研浅", "李四→仓廪：标准低"]),
        ("丰登批评张三、李四创新少。", ["丰登→张三：创新少"]),
        ("如：稼穑说丰登“遇事急”；仓廪说张三“不敢管”。", ["稼穑→丰登：“遇事急”", "仓廪→张三：“不敢管”"]),
        ("对张三同志的批评意见：稼穑提出，脾气急；仓廪提出，下乡少。", ["稼穑→张三：脾气急", "仓廪→张三：下乡少"]),
        ("（一）对张三同志：稼穑：脾气急；仓廪：下乡少。 / （二）对李四同志：张三：会多。", ["稼穑→张三：脾气急", "仓廪→张三：下乡少", "张三→李四：会多"]),
        ("1.稼穑对丰登的意见：会多。 / 2.仓廪对稼穑的意见：话少。", ["稼穑→丰登：会多", "仓廪→稼穑：话少"]),
        ("工会主席张三对副局长李四提出：下乡少。", ["张三→李四：下乡少"]),
        ("对张三同志，大家指出其方法旧，不留余地；对副局长李四同志，同志们认为其调度慢。", ["→张三：方法旧，不留余地", "→李四：调度慢"]),
        ("大家对张三同志提出：下乡少，担子轻。给副局长李四同志提出的意见有：绕着走，催才动。", ["→张三：下乡少，担子轻", "→李四：绕着走，催才动"]),
        ("共提出批评意见9条。其中，对党组书记、局长丰登同志提出：魄力小；对李四同志提出：联系少。", ["→丰登：魄力小", "→李四：联系少"]),
        ("委员们给张三提的意见是：会多。对李四的批评是：胆小。", ["→张三：会多", "→李四：胆小"]),
        ("对张三同志的意见主要集中在：一是会多；二是话少。对李四同志的意见主要集中在：把关松。", ["→张三：会多", "→张三：话少", "→李四：把关松"]),
        ("针对张三同志，班子成员提出“三多”的问题：会多。针对李四同志，提出了魄力不够的问题。", ["→张三：“三多”的问题：会多", "→李四：魄力不够的问题"]),
        ("对张三：会多（稼穑提）；话少（仓廪提）。 / 对李四：下乡少（张三提）。", ["稼穑→张三：会多", "仓廪→张三：话少", "张三→李四：下乡少"]),
        ("关于张三同志：其他成员提出，会开得长；关于李四同志：其他成员提出，宣传少。两位同志均表示接受。", ["→张三：会开得长", "→李四：宣传少"]),
        ("向李四同志提出了抓安全不够严的意见。", ["→李四：抓安全不够严的意见"]),
        ("会多话长，这是张三对李四的批评。办法旧、不下乡，这是稼穑给仓廪提的意见。", ["张三→李四：会多话长", "稼穑→仓廪：办法旧、不下乡"]),
        ("1.会多话长（张三批评李四）；2.下乡少（稼穑对仓廪）。", ["张三→李四：会多话长", "稼穑→仓廪：下乡少"]),
        ("“会多话长。”这是张三对李四的批评。", ["张三→李四：“会多话长。”"]),
        ("张三→李四 会多话长. / 稼穑→仓廪 下乡少.", ["张三→李四：会多话长", "稼穑→仓廪：下乡少"]),
        ("张三对李四说：“你会多话长。”稼穑对仓廪说：“你下乡少。”", ["张三→李四：“你会多话长。”", "稼穑→仓廪：“你下乡少。”"]),
        ("互提意见9条.张三对李四:会多话长;稼穑对仓廪:下乡少.", ["张三→李四：会多话长", "稼穑→仓廪：下乡少"]),
        ("对张三同志，大家提出：会多；话长；对李四同志，提出：下乡少。", ["→张三：会多", "→张三：话长", "→李四：下乡少"]),
        ("对李四同志的批评意见已由丰登同志会后转达：下乡少。", ["→李四：下乡少"]),
        ("这是张三对李四的关心。", []),
        ("张三对李四提出：会多；话长。稼穑对仓廪提出：下乡少；办法旧。", ["张三→李四：会多", "张三→李四：话长", "稼穑→仓廪：下乡少", "稼穑→仓廪：办法旧"]),
        ("张三对李四提出：会多；大家表示接受。稼穑对仓廪提出：下乡少；石满说仓廪话长。", ["张三→李四：会多", "稼穑→仓廪：下乡少", "石满→仓廪：话长"]),
        ("张三副局长批评李四主任：会多；李四主任批评张三副局长：下乡少。", ["张三→李四：会多", "李四→张三：下乡少"]),
        ("张三 → 李四：会多 / 萨仁 → 仓廪：下乡少", ["张三→李四：会多", "萨仁→仓廪：下乡少"]),
        ("张三同志在批评李四同志时说：“会多。”稼穑同志批评仓廪同志：“下乡少。”", ["张三→李四：“会多。”", "稼穑→仓廪：“下乡少。”"]),
        ("老丰批评仓局长会多，稼穑批评老丰下乡少。", ["稼穑→老丰：下乡少"]),
        ("每个成员发言后，其他成员对他提批评意见，共提批评意见20条。", []),
        ("对群众反映的问题，大家提出要逐条答复。对下步工作，同志们提出：多下基层。", []),
        ("对张三同志提出表扬：下乡多。", []),
        ("张三同志对全局工作提出要求：下乡要多。", []),
        ("李四对群众提出的意见：逐条答复。", []),
    ],
)  # fmt: skip
def test_criticisms(said: str, wanted: list[str]) -> None:
    got = read(f"会上开展了相互批评。 / {said}").criticisms
    assert [f"{one.critic or ''}→{one.target}：{one.text.rstrip('。')}" for one in got] == wanted


def test_what_one_says_behind_the_name_of_another_is_said_to_him() -> None:
    value = read(
        "（二）批评和自我批评情况 / 每个成员发言后，其他成员提批评意见。 / 张三:李四提出,会多话长. / 李四:稼穑提出,下乡少."
    )
    assert not value.member_issues
    assert [(one.critic, one.target, one.text.rstrip(".")) for one in value.criticisms] == [
        ("李四", "张三", "会多话长"),
        ("稼穑", "李四", "下乡少"),
    ]


def test_criticisms_of_a_report_without_headings() -> None:
    value = mz.read_text(
        """某局党组2025年度民主生活会情况报告
县委组织部：
某局党组于2026年1月15日召开2025年度民主生活会，党组书记丰登主持，副局长稼穑、仓廪参加会议。
会前学习3次，征求意见20条。
接下来，成员一个人说完，其余的人接着批评。稼穑说丰登“会多”；丰登说仓廪“下乡少”。
会后制定措施：一是加强学习，由稼穑负责，2026年3月底前完成；二是少开会，由仓廪负责，长期坚持。
"""
    ).value
    assert isinstance(value, MeetingReport)
    assert [(one.critic, one.target) for one in value.criticisms] == [("稼穑", "丰登"), ("丰登", "仓廪")]


@pytest.mark.parametrize(
    "said",
    [
        "班子成员查摆的问题：张三：抓队伍偏软。李四：下基层偏少。",
        "张三检查出：抓队伍偏软，李四检查出：下基层偏少。",
        "副局长张三：抓队伍偏软。 / 总师李四：下基层偏少。",
        "张三同志查摆的问题：1.抓队伍偏软。 / 李四同志查摆的问题：1.下基层偏少。",
    ],
)
def test_members_one_after_the_other(said: str) -> None:
    got = read(f"班子成员逐一检查了个人存在的问题。 / {said}").member_issues
    assert [(one.member, one.text.rstrip("。")) for one in got] == [("张三", "抓队伍偏软"), ("李四", "下基层偏少")]


def test_what_the_others_say_behind_a_members_problems_is_criticism() -> None:
    said = "张三同志查摆的问题：1.抓队伍软；2.下基层少。批评意见：李四：爱开会。稼穑：话太多。"
    value = read(f"班子成员查摆的问题和接受的批评 / {said}")
    assert [(one.member, one.text) for one in value.member_issues] == [("张三", "抓队伍软"), ("张三", "下基层少。")]
    assert [(one.critic, one.target, one.text) for one in value.criticisms] == [
        ("李四", "张三", "爱开会"),
        ("稼穑", "张三", "话太多"),
    ]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("在政治建设方面，学得不深；在作风建设方面，下乡不多。", ["学得不深", "下乡不多。"]),
        ("政治建设方面，学得不深；请示不及时。作风建设方面，下乡不多。", ["学得不深", "请示不及时。", "下乡不多。"]),
        ("政治建设方面：学得不深。 / 作风建设方面：下乡不多。", ["学得不深。", "下乡不多。"]),
        ("围绕政治建设，查摆出：学得不深。 / 围绕作风建设，查摆出：下乡不多。", ["学得不深。", "下乡不多。"]),
        ("（一）政治建设方面的问题。学得不深。 / （二）作风建设方面的问题。下乡不多。", ["学得不深。", "下乡不多。"]),
        ("1.政治建设方面：①学得不深；②请示不及时。 / 2.作风建设方面：③下乡不多。", ["学得不深；", "请示不及时。", "下乡不多。"]),
        ("政治建设方面，一是学得不深，二是请示不及时；作风建设方面，三是下乡不多，四是会多。", ["学得不深", "请示不及时", "下乡不多", "会多。"]),
        ("1.政治建设方面 / （1）党委会上“沉默者”多。全年研究议题191个，反对意见3条。", ["党委会上“沉默者”多。全年研究议题191个，反对意见3条。"]),
    ],
)  # fmt: skip
def test_problems_by_aspect(said: str, wanted: list[str]) -> None:
    value = read(f"丰登代表班子检查，存在以下问题： / {said}")
    assert [one.text.rstrip("；。") for one in value.team_issues] == [one.rstrip("；。") for one in wanted]
    names = {aspect.id: aspect.name for aspect in value.aspects}
    assert all("建设" in aspect.name for aspect in value.aspects), names
    assert len(value.aspects) == len({part for part in ("政治建设", "作风建设") if part in said})


def test_a_chapter_for_each_aspect_holds_its_causes_and_measures() -> None:
    part = "存在问题：1.学得不深。2.会多。\n原因：站位不高。\n整改措施：1.每周学习，由张三负责。2.少开会。"
    value = cast(
        MeetingReport,
        mz.read_text(
            "某局党组2024年度民主生活会情况报告\n市委组织部：\n某局党组于2025年2月12日召开2024年度民主生活会，书记张三主持。情况是：\n"
            + "\n".join(
                f"{number}、带头{name}方面\n{part}"
                for number, name in zip("一二三", ("严守政治纪律", "增强党性", "敢于担当"), strict=True)
            )
        ).value,
    )
    assert (len(value.team_issues), len(value.causes), len(value.measures), len(value.aspects)) == (6, 3, 6, 3)


def test_the_last_of_a_list_goes_on_where_nothing_else_is_spoken_of() -> None:
    value = read("班子查摆问题2个：一是会议偏多；二是学习轻消化。“双减”文件传到了每所学校，六名校长有六种答案。")
    assert value.team_issues[-1].text.rstrip("。") == "学习轻消化。“双减”文件传到了每所学校，六名校长有六种答案"
    value = read("班子查摆问题2个：一是会议偏多；二是学习轻消化。班子成员相互提出批评意见12条。")
    assert value.team_issues[-1].text.rstrip("。") == "学习轻消化"


@pytest.mark.parametrize(
    ("corner", "wanted"),
    [
        ("批评人\\被批评人", [("张三", "李四", "会多"), ("李四", "张三", "下乡少")]),
        ("被批评人\\批评人", [("李四", "张三", "会多"), ("张三", "李四", "下乡少")]),
        ("", [("张三", "李四", "会多"), ("李四", "张三", "下乡少")]),
    ],
)
def test_a_table_with_the_members_on_both_sides(corner: str, wanted: list[tuple[str, str, str]]) -> None:
    word = new_word()
    for line in (
        "某局党组2025年度民主生活会情况报告",
        "某局党组于2026年1月15日召开2025年度民主生活会，书记张三主持。",
        "一、会议情况",
        "相互批评意见如下：",
    ):
        word.add_paragraph(line)
    rows = [[corner, "张三", "副局长李四"], ["张三", "—", "会多"], ["副局长李四", "下乡少", "/"]]
    cells = word.add_table(3, 3)
    for down, row in enumerate(rows):
        for across, text in enumerate(row):
            cells.cell(down, across).text = text
    out = io.BytesIO()
    word.save(out)
    got = cast(MeetingReport, mz.open(out.getvalue()).read().value).criticisms
    assert [(one.critic, one.target, one.text) for one in got] == wanted


def test_clauses_behind_words_that_announce_some_points_are_problems() -> None:
    value = read("班子自我检查主要有这么几条：药房下班太早；档案不实；医生留不住。")
    assert [one.text.rstrip("。") for one in value.team_issues] == ["药房下班太早", "档案不实", "医生留不住"]


def test_what_the_chair_says_shall_be_done_is_measures_in_a_report_like_news() -> None:
    value = cast(
        MeetingReport,
        mz.read_text(
            "某校党委召开2024年度民主生活会情况报告\n2月28日，某校党委召开2024年度民主生活会，书记张三主持会议。\n"
            "会上，班子查摆出2个问题：一是学习不深；二是调研不实。\n李四在点评时提出三点要求：一要提高站位；二要抓好学习；三要转变作风。\n"
            "张三强调，要从两个方面抓好整改：一是健全学习制度，由办公室负责；二是每月下基层一次。"
        ).value,
    )
    assert [one.text.rstrip("。") for one in value.measures] == ["健全学习制度，由办公室负责", "每月下基层一次"]


def test_problems_before_the_criticisms_of_one_paragraph_stay_problems() -> None:
    said = "班子查摆了2个问题：一是学习浅；二是下乡少。大家对张三同志提出：会多。对李四同志，有同志指出其胆小。"
    value = read(said)
    assert [one.text.rstrip("。") for one in value.team_issues] == ["学习浅", "下乡少"]
    assert [(one.critic, one.target, one.text.rstrip("。")) for one in value.criticisms] == [
        (None, "张三", "会多"),
        (None, "李四", "胆小"),
    ]
