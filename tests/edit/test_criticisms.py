"""A criticism is edited where it is quoted: the paragraph that tells it says it as it is now."""

from __future__ import annotations

import pytest

import mzsh_model as mz

REPORT = (
    "某局党组关于2025年度民主生活会情况的报告\n市委组织部：\n2026年1月12日，局党组召开2025年度民主生活会，局党组书记张三同志主持会议。\n"
    "一、查摆的主要问题\n一是理论学习不够系统。二是调查研究不够深入。\n会上，王五对李四提出：抓落实不够。\n"
    "二、下一步整改措施\n（一）加强学习。每月集中学习一次。\n（二）深入调研。每季度下基层一次。"
)


@pytest.mark.parametrize(("field", "new"), [("text", "督办偏少"), ("critic", "赵六"), ("target", "赵六")])
def test_the_paragraph_that_quotes_a_criticism_follows_it(field: str, new: str) -> None:
    doc = mz.open(REPORT.encode())
    value = doc.read().value
    after = mz.replace(value, f"/criticisms/0/{field}", new)
    assert isinstance(after, mz.MeetingReport)
    assert any(new in remark for section in after.sections for remark in section.remarks)
    assert doc.write(after).read().value == after


def test_a_criticism_that_stands_by_itself_is_edited_by_itself() -> None:
    doc = mz.open(
        REPORT.replace("王五对李四提出：抓落实不够", "王五对李四提出：抓落实不够；赵六对李四提出：抓落实不够").encode()
    )
    value = doc.read().value
    assert isinstance(value, mz.MeetingReport)
    after = mz.replace(value, "/criticisms/0/text", "督办偏少")
    assert isinstance(after, mz.MeetingReport)
    assert after.criticisms[0].text == "督办偏少"
    assert after.sections == value.sections  # which of the two is meant is not told by the words alone
