"""Problems of the team that a member owns up to (认领): no problems of his own, but kept with the one before."""

from __future__ import annotations

from typing import cast

import pytest

import mzsh_model as mz
from mzsh_model.model.documents import SelfExamination
from tests.fresh.test_laws import assert_new_get

OWNED = "对班子查摆的“请示报告不够及时规范”“学习方式比较单一”问题，我作为副主任负有责任，主动认领。"
BOTH = ("请示报告不够及时规范", "学习方式比较单一")


def read(said: str) -> SelfExamination:
    text = f"个人对照检查材料\n一、存在的问题\n（一）带头固本培元、增强党性方面\n{said}\n二、原因分析\n一是信念不坚定。\n三、整改措施\n一是加强学习。"
    return cast(SelfExamination, mz.read_text(text).value)


@pytest.mark.parametrize(
    ("said", "claims"),
    [
        (f"1.学习不够系统。\n2.调研不深入。\n{OWNED}", [(), BOTH]),
        (f"学习不够系统，4本书只读了2本。\n{OWNED}", [BOTH]),
        (f"一是学习不够系统。二是调研不深入。{OWNED}", [(), BOTH]),
        (f"1.学习不够系统。{OWNED}\n2.调研不深入。", [BOTH, ()]),
        (f"1.学习不够系统\n全年只学2次。\n2.调研不深入\n听汇报多。\n{OWNED}", [(), BOTH]),
        ("1.学习不够系统。\n2.对班子检视出的学习不深入问题，本人主动认领。", [("学习不深入",)]),
        ("1.学习不够系统。\n对党组查摆的“会议偏多”问题，我主动认领。", [("会议偏多",)]),
        (OWNED, []),
        ("1.学习不够系统。\n2.认领任务不主动。", [(), ()]),
    ],
)
def test_claims_stay_with_the_problem_before(said: str, claims: list[tuple[str, ...]]) -> None:
    value = read(said)
    assert [issue.claims for issue in value.issues] == claims
    assert "认领" in value.model_dump_json()
    assert_new_get(value)


def test_a_claim_is_edited_in_the_text() -> None:
    value = read(f"1.学习不够系统。{OWNED}\n2.调研不深入。")
    text = value.issues[0].text.replace("学习方式比较单一", "会议偏多")
    assert mz.replace(value, "/issues/0/text", text).issues[0].claims == ("请示报告不够及时规范", "会议偏多")
    with pytest.raises(mz.BadEdit):
        mz.replace(value, "/issues/0/claims/0", "别的")
