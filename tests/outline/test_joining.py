"""Which paragraphs are cut where a list begins inside them."""

import mzsh_model as mz
from mzsh_model.outline.joining import joined_lists
from mzsh_model.outline.paragraphs import make_blocks


def _cut(*paragraphs: str) -> list[str]:
    blocks = make_blocks(mz.open("\n".join(paragraphs).encode()).lines).blocks
    return [block.text for block in joined_lists(blocks)]


def test_a_first_member_in_the_lead_is_cut_off() -> None:
    assert _cut("下一步从两个方面改进。一是加强学习。", "二是加强督办。") == [
        "下一步从两个方面改进。",
        "一是加强学习。",
        "二是加强督办。",
    ]


def test_a_heading_goes_on_from_the_heading_before() -> None:
    given = [
        "（一）班子检查",
        "查摆出问题：（一）学习不够。（二）调研不深。",
        "（二）个人检查",
        "问题是：（一）甲不够。（二）乙不深。",
        "（三）批评",
    ]
    assert _cut(*given) == given


def test_two_lists_that_count_on_stay_two_paragraphs() -> None:
    given = ["根子在上面。首先，武装不扎实。其次，责任不实。", "再次，担当不够。最后，制度有短板。"]
    assert _cut(*given) == given


def test_what_is_attached_stays_in_its_line() -> None:
    given = ["附件：1.整改清单", "2.会议记录"]
    assert _cut(*given) == given
