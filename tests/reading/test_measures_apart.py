"""Measures that one sentence sets apart, each with who answers for it or by when."""

from __future__ import annotations

from typing import cast

import pytest

import mzsh_model as mz
from mzsh_model.model.documents import MeetingReport


def measures(said: str) -> list[str]:
    text = f"""某局党组关于2024年度民主生活会情况的报告
县委组织部：
某局党组于2025年1月15日召开2024年度民主生活会，党组书记张三主持会议。
一、会议情况
班子查摆出2个问题：一是学习不系统；二是作风不扎实。
二、整改措施
{said}
"""
    return [one.text.rstrip("。") for one in cast(MeetingReport, mz.read_text(text).value).measures]


@pytest.mark.parametrize(
    "said",
    [
        "把整改作为硬任务：修订办法，办公室牵头，3月底前；建成平台，信息科牵头，年底前。",
        "逐条制定措施，共计21条。其中，修订办法，由办公室负责；建成平台，由信息科负责。",
        "重点：3月底前，修订办法；6月底前，建成平台。",
    ],
)
def test_each_clause_with_its_own_person_or_time_limit_is_a_measure(said: str) -> None:
    first, second = measures(said)
    assert "修订办法" in first
    assert "建成平台" in second


@pytest.mark.parametrize(
    "said",
    [
        "修订办法，完善制度；建成平台，由信息科负责，6月底前完成。",
        "由办公室负责，6月底前修订办法，完善制度。",
    ],
)
def test_clauses_that_share_their_person_are_one_measure(said: str) -> None:
    assert measures(said) == [said.rstrip("。")]
