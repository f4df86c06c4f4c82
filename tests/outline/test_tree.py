"""Lists whose numbers are as high as their heading's: what a person would read."""

from __future__ import annotations

import pytest

from mzsh_model.outline.paragraphs import make_blocks
from mzsh_model.outline.text import outline_of_text
from mzsh_model.outline.tree import Node, build_tree

Shape = list[tuple[str, "Shape"]]


def shape(text: str) -> Shape:
    """The headings of a text with what stands below them."""

    def below(node: Node) -> Shape:
        return [(child.heading, below(child)) for child in node.children]

    return below(build_tree(make_blocks(outline_of_text(text).lines).blocks, lambda block, above: None))


@pytest.mark.parametrize("form", ["{}、", "（{}）"])
def test_a_list_may_begin_anew_below_a_heading_of_its_form(form: str) -> None:
    one, two, three = (form.format(n) for n in "一二三")
    text = f"{one}问题\n{one}学习不够。\n{two}调研不深。\n{three}担当不足。\n{two}原因\n{one}放松。\n{two}懒惰。\n{three}措施"
    expected = [("问题", [("学习不够", []), ("调研不深", []), ("担当不足", [])]), ("原因", [("放松", []), ("懒惰", [])]), ("措施", [])]  # fmt: skip
    assert shape(text) == expected


def test_what_could_be_either_is_a_heading_where_it_is_bare() -> None:
    assert shape("一、问题\n一、学习不够。\n二、原因") == [("问题", [("学习不够", [])]), ("原因", [])]
    assert shape("一、问题\n一、学习不够。\n二、调研不深。\n二、原因") == [("问题", [("学习不够", []), ("调研不深", [])]), ("原因", [])]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["一、甲\n二、乙\n二、丙\n四、丁", "一、甲\n说明。\n一、乙\n二、丙", "（一）甲。\n（一）乙。\n（二）丙。"]
)
def test_numbers_that_slip_make_no_list(text: str) -> None:
    assert all(not below for _, below in shape(text))
