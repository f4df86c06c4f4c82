"""Reports told in a few paragraphs, or in one sentence: problems, causes and measures with nothing to head them."""

from __future__ import annotations

import pytest

import mzsh_model as mz


def read(body: str) -> mz.MeetingReport:
    text = f"某镇党委2024年度民主生活会情况报告\n县委组织部：\n{body}\n中共某镇委员会\n2025年1月20日\n"
    value = mz.read_text(text).value
    assert isinstance(value, mz.MeetingReport)
    return value


HELD = "2025年1月15日，某镇党委召开2024年度民主生活会，党委书记张三同志主持，应到9人，实到9人。"
WANTED = ["读书班读得热闹、议得浅", "方案连县名都没有改", "入户集中在月底赶任务"]


def _stems(texts: list[str]) -> list[str]:
    return [text.rstrip("。；") for text in texts]


@pytest.mark.parametrize(
    ("said", "aspects"),
    [
        (
            "会上，张三同志代表班子检视剖析，查出三个方面三个问题，理论学习方面是读书班读得热闹、议得浅；政治素质方面是方案连县名都没有改；工作作风方面是入户集中在月底赶任务。随后，班子成员互相批评，共提意见72条。",
            ["理论学习方面", "政治素质方面", "工作作风方面"],
        ),
        (
            "会上，张三同志代表班子作检视。谈到理论学习，他说，读书班读得热闹、议得浅。谈到政治素质，他说，方案连县名都没有改。谈到工作作风，他停了一下：入户集中在月底赶任务。",
            ["理论学习", "政治素质", "工作作风"],
        ),
        (
            "会上，张三同志代表班子作检视剖析。班子检视出的问题有：\n对照理论学习要求，读书班读得热闹、议得浅。\n对照政治素质要求，方案连县名都没有改。\n对照作风建设要求，入户集中在月底赶任务。",
            ["对照理论学习要求", "对照政治素质要求", "对照作风建设要求"],
        ),
        (
            "会上张三代表班子检查了三个方面的毛病：一是读书班读得热闹、议得浅，二是方案连县名都没有改，三是入户集中在月底赶任务；接着各人都讲了自己的不足，互相提了12条意见；下一步打算这样改：学习挪到周一上午，张三负责；方案重印，3月底前完成。",
            [None, None, None],
        ),
    ],
)  # fmt: skip
def test_problems_that_nothing_heads(said: str, aspects: list[str | None]) -> None:
    value = read(f"{HELD}\n{said}")
    assert _stems([one.text for one in value.team_issues]) == WANTED
    assert [one.aspect for one in value.team_issues] == aspects


@pytest.mark.parametrize(
    "said",
    [
        "镇党委决定抓好两件事：每次研讨形成一条当月能办的事，党建办负责，马上执行；方案由镇长把关，2025年2月底前重印。",
        "怎么改，会后第二天就开会定了。每次研讨形成一条当月能办的事，党建办负责，马上执行。方案由镇长把关，2025年2月底前重印。查到的3户逐户回访，副书记牵头，年内办完。",
        "会后，镇党委第一时间召开党委会，研究制定班子整改方案，主要措施是：每次研讨形成一条当月能办的事，党建办负责，马上执行；方案由镇长把关，2025年2月底前重印。",
    ],
)
def test_measures_that_nothing_numbers(said: str) -> None:
    value = read(f"{HELD}\n会上，张三代表班子查摆的问题：一是学习不够；二是调研不深。\n{said}")
    told = [(one.text[:4], one.owner, one.due) for one in value.measures]
    assert told[:2] == [("每次研讨", "党建办", "马上执行"), ("方案由镇", "镇长", "2025年2月底前")]
    assert len(value.team_issues) == 2


@pytest.mark.parametrize(
    "said",
    [
        "为啥会这样？想来想去两条：一是学得浅；二是离群众远了。",
        "产生这些问题的原因，会议分析认为，一些同志学得浅；离群众远了。",
        "从思想根源上剖析，主要原因：一是学得浅；二是离群众远了。",
    ],
)
def test_causes_that_nothing_heads(said: str) -> None:
    value = read(f"{HELD}\n会上，张三代表班子查摆的问题：一是学习不够；二是调研不深。\n{said}\n会后，党委研究了整改。")
    assert [one.text[-4:].rstrip("。；") for one in value.causes][-1] == "众远了"
    assert len(value.causes) == 2
    assert len(value.team_issues) == 2


def test_causes_behind_the_list_of_an_aspect_are_no_problems_of_it() -> None:
    value = read(
        f"一、会前准备\n学习3次。\n二、会议情况\n{HELD}张三代表班子查摆问题：\n"
        "1.带头固本培元、增强党性方面\n（1）上门走访少。\n2.带头干事创业、担当作为方面\n（1）创业园建而不活。\n"
        "从思想根源上剖析，主要原因：一是宗旨意识弱化；二是担当精神不足。\n三、整改措施\n1.每月走访1次，张三负责，2025年3月底前见效。"
    )
    assert [one.text for one in value.team_issues] == ["上门走访少。", "创业园建而不活。"]
    assert len(value.causes) == 2


def test_what_comes_before_the_meeting_in_one_sentence_is_kept() -> None:
    value = read(
        "2025年2月18日，某校支部召开2024年度民主生活会，校长张三主持，谈心20人次，会上张三代表班子检查了两个毛病：一是学习不够，二是调研不深；下一步打算这样改：学习挪到周一，张三负责；下村每月2次，长期坚持。"
    )
    assert value.preamble[0].startswith("2025年2月18日")
    assert value.preamble[0].endswith("谈心20人次")
    assert [one.owner or one.due for one in value.measures] == ["张三", "长期坚持"]
    assert value.talks == 20


def test_each_paragraph_that_asks_for_the_same_goes_on() -> None:
    value = read(
        f"{HELD}\n会上，张三代表班子查摆的问题：一是学习不够；二是调研不深。\n整改定下两件事。第一件，每周学习，张三负责，立行立改；第二件，每月下村，李四负责，2025年3月底前。\n整改的每一件事，督查室每月调度，结果与考核挂钩。"
    )
    assert [one.owner for one in value.measures] == ["张三", "李四"]


def test_a_year_is_no_limit_where_it_is_how_often() -> None:
    value = read(
        f"{HELD}\n整改措施：\n1.两年内建成新食堂，常务副镇长负责。\n2.每周下村，常年坚持，组织委员负责。\n3.每两年轮岗一次，党建办负责。"
    )
    assert [(one.owner, one.due) for one in value.measures] == [
        ("常务副镇长", "两年内"),
        ("组织委员", "常年坚持"),
        ("党建办", None),
    ]


def test_what_follows_a_list_makes_no_heading_of_its_last() -> None:
    value = read(
        f"一、会前准备\n学习3次。\n二、会议情况\n{HELD}班子查摆出3个问题。\n1、排水改造一年换三家施工队\n2、节水宣传一阵锣鼓\n3、资金拨付“挤牙膏”\n会上提出批评意见18条。\n三、整改措施\n1.总承包，张三负责，2025年3月底前见效。"
    )
    assert len(value.team_issues) == 3
