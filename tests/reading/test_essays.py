"""Papers without headings: parts that a question or a few words open, aspects named where their problems are told."""

from __future__ import annotations

import pytest

import mzsh_model as mz

SPOKEN = """\
2023年度主题教育专题民主生活会个人发言提纲
同志们，我先说，说得不对大家批。
理论学习方面，我的毛病是学得杂、学得浅。原著摆在床头，翻到第九页就睡着了。
政治素质方面，对网上的怪话，我听见了装没听见。
工作作风方面，下乡收档案，我是坐在办公室里收的。
问题的根子在哪里？往深里挖，一是学风不正，把读书当门面；二是怕得罪人，和气压过了原则。
往后怎么做？第一，每天读书一小时，年底前写三篇笔记。第二，饭桌上的怪话当场顶回去，马上就改。
我的发言完了，请批评。"""
NUMBERED = """\
某局党组班子2021年度民主生活会对照检查材料
会前，党组征求意见42条。
首先，关于带头深刻感悟“两个确立”的决定性意义。第一议题学得勤，落到河长制上就断了线。
其次，关于带头践行以人民为中心的发展思想，尊重群众意愿，为群众办实事解难题。夏天停水的村有九个。
最后，关于带头深刻汲取党史中正反两方面经验，履行全面从严治党责任。招标前三名年年是同样的三家。
原因何在？说到底，主要是站位不高，习惯于就水说水；作风不实，图纸上看得多。
下步打算：（1）第一议题一事一清单，2022年3月底前建立。（2）停水村逐村过堂，2022年5月底前通水。"""
PLAIN = """\
在2024年度民主生活会上的对照检查
今年的问题，我一条一条说。
纪律规矩方面。开会我爱坐后排，接电话比谁都勤。
党性修养方面。党费是会计替我交的，一年交了十二回。
担当作为方面。三户不签字的，我绕着走，绕到年底还是那三户。
为啥会有这些毛病？我琢磨，头一条，心里没有纪律这根弦。第二条，在基层待久了，疲了。
怎么改？党费自己交，每月五号。三户的事，2025年3月底前我上门谈出结果。请销假带头，即日起执行。
完了。"""


@pytest.mark.parametrize(
    ("text", "issues", "causes", "measures"),
    [
        (SPOKEN, 3, ["学风不正，把读书当门面", "怕得罪人，和气压过了原则。"], ["年底前", "马上就改"]),
        (NUMBERED, 3, ["站位不高，习惯于就水说水", "作风不实，图纸上看得多。"], ["2022年3月底前", "2022年5月底前"]),
        (PLAIN, 3, ["心里没有纪律这根弦。", "在基层待久了，疲了。"], [None, "2025年3月底前", "即日起执行"]),
    ],
)
def test_parts_that_their_first_words_open(
    text: str, issues: int, causes: list[str], measures: list[str | None]
) -> None:
    value = mz.read_text(text).value
    assert isinstance(value, mz.SelfExamination)
    assert [one.aspect is not None for one in value.issues] == [True] * issues
    assert [one.text for one in value.causes] == causes
    assert [one.due for one in value.measures] == measures


@pytest.mark.parametrize("text", [SPOKEN, NUMBERED, PLAIN])
def test_nothing_must_be_mended_that_the_paper_has(text: str) -> None:
    outcome = mz.read_text(text)
    assert [one.code for one in mz.check(outcome.value).findings if one.level is mz.Level.MUST] == []


def test_a_paragraph_of_unknown_use_is_told() -> None:
    text = SPOKEN.replace(
        "问题的根子在哪里？往深里挖，一是学风不正，把读书当门面；二是怕得罪人，和气压过了原则。",
        "夜里翻来覆去，想的都是从前的老馆长。",
    )
    outcome = mz.read_text(text)
    assert isinstance(outcome.value, mz.SelfExamination)
    assert outcome.value.causes == ()
    assert [one.code for one in outcome.notices if one.code == "reading-unsure"] == ["reading-unsure"]


LOOSE = """\
某城投公司班子2025年度民主生活会对照检查材料
按照要求，班子从三个方面对照检查。
一是强化政治忠诚、提高政治能力方面。具体表现在：①落实部署“上下一般粗”，转发文件27份。②对意识形态工作重视不够。
二是固本培元、增强党性方面。具体表现在：①自我批评避重就轻。②学习时间被应酬挤占。
三是干事创业、担当作为方面。具体表现在：化债工作畏难，化解率低于全市平均。
{causes}
整改措施：
一要提高站位，2026年2月底前建立台账。
二要锤炼党性，每周学习半天，长期坚持。"""


@pytest.mark.parametrize(
    "causes",
    [
        "产生上述问题的原因：（1）站位有差距；（2）宗旨意识树得不牢。",
        "为什么会有这些问题？一是站位有差距；二是宗旨意识树得不牢。",
        "究其根源，主要是站位有差距；宗旨意识树得不牢。",
    ],
)
def test_lists_of_problems_and_measures_below_no_heading(causes: str) -> None:
    value = mz.read_text(LOOSE.format(causes=causes)).value
    assert isinstance(value, mz.SelfExamination)
    assert [one.aspect for one in value.issues] == [
        "强化政治忠诚、提高政治能力方面",
        "强化政治忠诚、提高政治能力方面",
        "固本培元、增强党性方面",
        "固本培元、增强党性方面",
        "干事创业、担当作为方面",
    ]
    assert [one.text.rstrip("。") for one in value.causes] == ["站位有差距", "宗旨意识树得不牢"]
    assert [one.label for one in value.measures] == ["一要", "二要"]


@pytest.mark.parametrize("heading", ["政治功能方面存在的问题", "政治功能方面的不足：", "政治功能方面"])
def test_unnumbered_headings_of_aspects(heading: str) -> None:
    other = heading.replace("政治功能", "组织建设")
    lines = ("一、存在问题", heading, "1、支部会和业务会混着开", "2、总结停在业务上", other, "1、发展党员三年只有1名")
    value = mz.read_text("\n".join(("党支部班子2024年度民主生活会对照检查材料", *lines))).value
    assert isinstance(value, mz.SelfExamination)
    assert [one.aspect for one in value.issues] == ["政治功能方面", "政治功能方面", "组织建设方面"]
    assert [one.text for one in value.issues] == ["支部会和业务会混着开", "总结停在业务上", "发展党员三年只有1名"]
