"""Whatever is merged with whatever, under whatever title: a table is read or named, and never ends the reading.

Names of columns and labels, kinds, persons, items and counts are drawn at random, so that headers stand in the middle, forms
look like ledgers, cells are merged over rows and columns that have nothing in common.
"""

from __future__ import annotations

import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.chinese.fields import field_names
from mzsh_model.kinds.registry import kinds
from tests.laws.test_laws import assert_texts_stand_at_their_anchors
from tests.marked_drafts.draft import Draft
from tests.marked_drafts.paper import CELL, paper

NAMES = sorted(name for field in field_names().values() for name in (*field.names, *field.maybe))
LABELS = [
    "单位",
    "会议时间",
    "会议地点",
    "主持人",
    "参加人员",
    "缺席人员及原因",
    "班子查摆的主要问题",
    "整改措施",
    "会前准备",
    "批评意见",
]
LABELS += [
    "被批评人",
    "批评人",
    "谈话人",
    "谈话对象",
    "意见建议",
    "来源",
    "完成情况",
    "方面",
    "备注",
    "张三",
    "李四",
    "合计",
]
WORDS = [
    "张三",
    "李四、王五",
    "学习不够系统。",
    "1.调研不深。⏎2.服务不优。",
    "（一）每月走访一次，张三负责，2026年6月底前。⏎（二）每季研讨。",
]
WORDS += [
    "2026年1月14日",
    "6人",
    "征求意见38条",
    "已完成",
    "同上",
    "—",
    "",
    "1",
    "一、",
    "党委办公室",
    "对张三：发言不多。",
    "带头强化政治忠诚方面",
]
TITLES = [*(f"某局2025年度民主生活会{one.zh}" for one in kinds()), "某局2025年度民主生活会情况报告表", "附件2", ""]
ASIDE = [
    "",
    "一、存在的问题",
    "一是学习不够。二是调研不深。",
    "三、整改措施",
    "（一）加强学习。",
    "某局党组",
    "2026年1月20日",
]


def table(columns: int, merged: str) -> st.SearchStrategy[list[str]]:
    """Rows of a table in which cells are merged with the one above (^) or the one before (<)."""
    word = st.sampled_from(NAMES) | st.sampled_from(LABELS) | st.sampled_from(WORDS) | st.just(merged)
    rows = st.lists(st.lists(word, min_size=columns, max_size=columns), min_size=1, max_size=7)
    return rows.map(
        lambda told: [
            CELL
            + CELL.join(
                "" if cell == merged and not (down if merged == "^" else across) else cell
                for across, cell in enumerate(row)
            )
            for down, row in enumerate(told)
        ]
    )


tables = st.tuples(st.integers(1, 6), st.sampled_from("^<")).flatmap(lambda shape: table(*shape))
papers = st.tuples(
    st.sampled_from(TITLES), st.sampled_from(ASIDE), tables, st.sampled_from(ASIDE), st.just([]) | tables
).map(lambda told: "\n".join([told[0], told[1], *told[2], told[3], *told[4]]))


@pytest.mark.parametrize("form", ["docx", "csv", "md"])
@given(text=papers)
@example(
    text="\n".join(
        ["某局2025年度民主生活会督导点评", "‖预期目标‖参加人员‖缺席人员及原因", "‖党委办公室‖一、‖学习不够系统。"]
    )
)
@example(text="\n".join(["某局2025年度民主生活会通报", "‖（一）加强学习。⏎（二）每季研讨。"]))
@example(text="‖问题不足‖查摆出的问题‖推进情况‖整改进展\n‖方面‖职务职级‖带头‖批准销号时间\n‖完成时限‖‖征求意见38条‖^")
@example(
    text="‖单位‖某校党委‖会议时间‖1月14日\n‖班子查摆的主要问题‖1.学习不够系统。⏎2.调研不深。‖<‖<\n"
    "‖整改措施‖1.每季研讨，张三负责。⏎2.每月走访，李四负责。‖<‖<\n‖填报单位‖某校党委‖填报日期‖1月20日"
)
def test_any_table_is_read_or_named(form: str, text: str) -> None:
    told = io.BytesIO(paper(Draft("any", {"kind": "other", "form": form}, text, ())))
    told.name = f"表.{form}"
    doc = mz.open(told)
    outcome = doc.read()
    assert_texts_stand_at_their_anchors(doc)
    mz.check(outcome.value, doc)
