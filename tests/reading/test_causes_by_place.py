"""A chapter that stands behind the problems and names only the act of looking at oneself: by what it says it is one of causes."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.model.documents import SelfExamination

HEAD = "某局党组成员张三2025年度民主生活会个人对照检查材料\n一、存在的问题\n1.学习不够系统，4本书只读了2本。\n2.调研不深，全年下乡3次。\n"
TAIL = "三、整改措施\n1.加强学习，每月研讨。\n2.深入基层，每月走访4次。"
HEADINGS = ("自我检视", "对照检视", "深刻检视", "党性检视", "自我检查", "对照检查", "自我批评", "触及灵魂深检视")
BODIES = (
    "1.理想信念不够坚定。\n2.宗旨意识有所淡化。\n3.担当精神不足。\n",
    "以上问题的产生，有客观因素，更主要的是主观上的。一是党性修养不够，把自己混同于一般群众。二是宗旨意识淡薄。\n",
    "之所以出现这些毛病，说到底是自己松了劲。\n为民服务的观念树得不牢。\n怕字当头，不敢碰硬。\n",
)


def read(text: str) -> tuple[SelfExamination, dict[str, str]]:
    doc = mz.open(text.encode())
    value = doc.read().value
    assert isinstance(value, SelfExamination)
    return value, {found.code: found.level.value for found in mz.check(value, doc).findings}


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("body", BODIES)
def test_what_says_where_problems_come_from_is_causes(heading: str, body: str) -> None:
    value, found = read(f"{HEAD}二、{heading}\n{body}{TAIL}")
    assert len(value.issues) == 2
    assert len(value.causes) >= 2
    assert "CAU001" not in found


@pytest.mark.parametrize("heading", ["自我检视", "对照检视", "对照检查"])
def test_the_same_heading_over_problems_is_one_of_problems(heading: str) -> None:
    first = "某局党组成员张三2025年度民主生活会个人对照检查材料\n"
    value, _ = read(
        f"{first}一、{heading}\n1.学习不够系统，4本书只读了2本。\n2.调研不深，全年下乡3次。\n二、原因剖析\n1.理想信念不够坚定。\n{TAIL}"
    )
    assert (len(value.issues), len(value.causes), len(value.measures)) == (2, 1, 2)


@pytest.mark.parametrize("heading", ["自我检视", "对照检视", "深刻检视"])
def test_more_problems_behind_the_first_stay_problems(heading: str) -> None:
    value, _ = read(f"{HEAD}二、{heading}\n1.会议多，全年开会60次。\n2.接待超标2次，补交费用380元。\n{TAIL}")
    assert len(value.issues) == 4
