"""Whose paper it is, and of which year, from title blocks as people type them."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.model.documents import SelfExamination

BODY = (
    "\n按照要求,现将对照检查情况汇报如下.\n一、存在的问题\n一是学习不够。二是调研不深。\n二、整改措施\n一是学。二是干。"
)


def examination(text: str) -> SelfExamination:
    outcome = mz.read_text(text)
    assert isinstance(outcome.value, SelfExamination)
    assert [n for n in outcome.notices if n.code == "front-line"] == []
    return outcome.value


@pytest.mark.parametrize(
    ("byline", "name", "post"),
    [
        ("某局党组成员、副局长　张三", "张三", "某局党组成员、副局长"),
        ("某局党组成员、副局长张三", "张三", "某局党组成员、副局长"),
        ("张三  某局副局长", "张三", "某局副局长"),
        ("某县教育局　张三", "张三", None),
        ("某单位 张三", "张三", None),
        ("（张三）", "张三", None),
        ("张 三", "张 三", None),
        ("汇报人：张三", "张三", None),
        ("发言人: 欧阳三", "欧阳三", None),
        ("党委书记、董事长 ×××", {"raw": "×××", "of": "person"}, "党委书记、董事长"),
    ],
)
def test_bylines(byline: str, name: object, post: str | None) -> None:
    value = examination("2025年度民主生活会对照检查材料\n" + byline + BODY)
    assert value.scope == "member"
    assert value.subject is not None
    assert value.subject.model_dump() == {"name": name, "post": post}
    assert value.preamble == ("按照要求,现将对照检查情况汇报如下.",)


@pytest.mark.parametrize(
    ("title", "scope", "name"),
    [
        ("某局党组领导班子2025年度民主生活会对照检查材料", "team", "某局党组领导班子"),
        ("某市某局党组2025年度民主生活会对照检查材料", "team", "某市某局党组"),
        ("某县水利局党组巡察整改专题民主生活会对照检查材料", "team", "某县水利局党组"),
        ("中共某镇委员会2025年度民主生活会对照检查材料", "team", "中共某镇委员会"),
        ("某县县委常委、统战部部长张三同志2025年度民主生活会对照检查材料", "member", "张三"),
        ("张某同志2025年度民主生活会发言提纲", "member", "张某"),
        ("某局党委委员2025年度民主生活会对照检查材料", "member", None),
        ("某局党组班子成员2025年度民主生活会对照检查材料", "member", None),
        ("某镇党委书记对照检查材料", "member", None),
    ],
)
def test_titles(title: str, scope: str, name: str | None) -> None:
    value = examination(title + BODY)
    assert value.scope == scope
    assert (None if value.subject is None else value.subject.name) == name


@pytest.mark.parametrize(
    ("front", "heads", "year"),
    [
        ("个人对照检查材料", ("带头严守政治纪律和政治规矩，维护党的团结统一方面。", "带头增强党性、严守纪律、砥砺作风方面。"), 2024),
        ("个人对照检查材料\n（2023年12月）", ("理论学习方面", "政治素质方面"), 2023),
        ("个人对照检查材料\n张三\n2025年度民主生活会", ("学习方面", "作风方面"), 2025),
        ("个人对照检查材料\n2024年度民主生活会查摆的问题已整改。", ("带头固本培元、增强党性方面。一是松。", "带头干事创业、担当作为方面"), 2025),
        ("对照检查材料\n上级要求开好2022年度民主生活会。", ("学习方面", "作风方面"), 2022),
        ("对照检查材料", ("学习方面", "作风方面"), None),
    ],
)  # fmt: skip
def test_the_year_of_the_meeting(front: str, heads: tuple[str, str], year: int | None) -> None:
    text = f"{front}\n一、存在的问题\n（一）{heads[0]}\n1.学习不够。\n（二）{heads[1]}\n1.调研不深。"
    assert examination(text).year == year


@pytest.mark.parametrize(
    ("heading", "ident"),
    [
        ("带头固本培元、增强党性方面", "2025-2"),
        ("固本培元方面", "2025-2"),
        ("带头固本培源、增强党性方面", "2025-2"),
        ("对照“管党治党责任”方面", "2025-5"),
        ("在干事创业、担当作为方面", "2025-4"),
        ("敬畏方面", None),
    ],
)
def test_headings_name_the_aspects_of_the_year(heading: str, ident: str | None) -> None:
    text = f"2025年度民主生活会对照检查材料\n一、存在的问题\n（一）{heading}\n1.学习不够。\n2.调研不深。"
    assert [aspect.id for aspect in examination(text).aspects] == [ident]
