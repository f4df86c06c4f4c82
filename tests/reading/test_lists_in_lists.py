"""What is numbered in the form of the item that it tells in detail, or behind the name of a part, and lines cut at one width."""

from __future__ import annotations

import pytest

import mzsh_model as mz

HEAD = "某县财政局党组2024年度民主生活会对照检查材料\n一、存在的问题\n"


def _examination(text: str) -> mz.SelfExamination:
    value = mz.open(text.encode()).read().value
    assert isinstance(value, mz.SelfExamination)
    return value


@pytest.mark.parametrize(
    ("first", "others"),
    [
        (
            "一是学习不够。主要是：一是坐不住，全年只读2本书；二是学不进。",
            ["二是下基层少，全年仅9天。", "三是担当不足，3个项目没有开工。"],
        ),
        ("1.学习不够。表现在：1.坐不住。2.学不进。", ["2.下基层少，全年仅9天。"]),
        ("第一，学习不够。具体看，第一，坐不住。第二，学不进。", ["第二，下基层少，全年仅9天。"]),
        ("（1）学习不够。其中：（1）坐不住；（2）学不进。", ["（2）下基层少，全年仅9天。"]),
    ],
)
def test_a_list_in_the_form_of_its_own_item_stays_inside_it(first: str, others: list[str]) -> None:
    doc = mz.open((HEAD + "\n".join([first, *others]) + "\n二、原因剖析\n一是党性修养不够。\n").encode())
    value = doc.read().value
    assert isinstance(value, mz.SelfExamination)
    told = [line.replace("第一，学", "第一学").replace("第二，下", "第二下") for line in (first, *others)]
    assert [f"{issue.label}{issue.text}" for issue in value.issues] == told
    assert not [one for one in mz.check(doc).findings if one.code == "NUM002"]


@pytest.mark.parametrize("name", ["问题：", "存在问题：", "主要表现："])
def test_numbers_of_chapters_behind_the_name_of_a_part_count_what_it_holds(name: str) -> None:
    value = _examination(
        "2018年度民主生活会对照检查发言提纲\n思想政治方面\n"
        f"{name}一、学习不够自觉。规定的书目只翻了一遍。\n二、对部署理解有偏差。夜市反弹没有纠正。\n原因：放松了改造。\n"
        f"精神状态方面\n{name}一、闯劲不足。推广晚了4个月。\n二、有歇脚的念头。遇到难事往外推。\n原因：进取心减退。\n"
    )
    assert [(issue.label, issue.aspect) for issue in value.issues] == [
        ("一、", "思想政治方面"),
        ("二、", "思想政治方面"),
        ("一、", "精神状态方面"),
        ("二、", "精神状态方面"),
    ]
    assert len(value.causes) == 2


WRAPPED = [
    "一、存在的问题",
    "(一)学习贯彻方面。集体学习次数够了但研讨不深，全年10次中心组学习中有",
    "6次没有安排交流发言，宣讲没有到过林场。",
    "",
    "(二)攻坚克难方面。南山矿区植被恢复欠账1200亩，两年只完成300亩，班子",
    "有畏难情绪。",
    "二、整改措施",
    "1、集体学习每次安排两名同志交流，2018年3月底前宣讲一遍，由党组书记杜",
    "海涛负责。",
    "2、矿区植被2018年底前恢复500亩，由分管副局长肖平牵头，造林股承办落实。",
    "",
    "县林业局党组",
]


def test_a_few_lines_cut_at_one_width_amid_a_sentence_are_paragraphs() -> None:
    value = _examination("县林业局党组2017年度民主生活会对照检查材料\n" + "\n".join(WRAPPED))
    assert [issue.text[-8:] for issue in value.issues] == ["讲没有到过林场。", "班子有畏难情绪。"]
    assert [measure.owner for measure in value.measures] == ["党组书记杜海涛", "分管副局长肖平"]
    assert value.measures[-1].text.endswith("承办落实。")


def test_headings_of_one_length_are_no_lines_cut_at_one_width() -> None:
    names = [
        "带头严守政治纪律和政治规矩，维护党的团结统一方面",
        "带头增强党性、严守纪律、砥砺作风，改进工作作法方面",
        "带头在遵规守纪、清正廉洁前提下，勇于担责创新方面",
    ]
    body = "\n".join(f"（{n}）{name}\n下乡少。" for n, name in zip("一二三", names, strict=True))
    value = _examination("2024年度对照检查材料\n一、存在的问题\n" + body + "\n二、原因\n1.宗旨意识不强。")
    assert [issue.text for issue in value.issues] == ["下乡少。"] * 3


@pytest.mark.parametrize("marks", [("###", "###"), ("####", "####"), ("##", "##")])
@pytest.mark.parametrize("above", ["", "## 一、会议情况\n"])
def test_numbers_below_headings_by_style_alone_stand_below_them(marks: tuple[str, str], above: str) -> None:
    first, second = marks
    value = (
        mz.open(
            (
                f"# 镇党委班子2024年度民主生活会情况报告\n{above}{first} 班子存在的问题\n1. 学习不深。\n2. 落实不力。\n"
                f"{second} 问题产生的原因\n1. 武装不够。\n2. 宗旨不强。\n"
            ).encode()
        )
        .read()
        .value
    )
    assert isinstance(value, mz.MeetingReport)
    assert [issue.text for issue in value.team_issues] == ["学习不深。", "落实不力。"]
    assert [cause.text for cause in value.causes] == ["武装不够。", "宗旨不强。"]
