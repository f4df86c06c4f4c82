"""Page numbers and running headers are named for what they are, and once."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from tests.reading.word import word

ROWS = ("个人对照检查材料", "一、存在的问题", "一是学习不够。二是调研不深。")


@pytest.mark.parametrize("number", ["— 1 —", "－1－", "第1页 共3页", "第 1 页，共 3 页", "1", "1/3", "Page 1 of 3"])
def test_a_footer_that_numbers_pages_is_a_page_number(number: str) -> None:
    notices = mz.open(word(ROWS, footer=number)).read().notices
    assert [(n.code, n.text) for n in notices] == [("page-number", number)]


def test_a_running_header_is_named_once() -> None:
    notices = mz.open(word(ROWS, header="某局党组", footer="内部资料")).read().notices
    assert [(n.code, n.text) for n in notices] == [("unread-header", "某局党组"), ("unread-footer", "内部资料")]
