"""Who answers for a measure in people's own words: one who was there does it, a unit does it by then; what is built answers for nothing."""

from __future__ import annotations

import pytest

from mzsh_model.reading.answering import owner_of
from mzsh_model.reading.draft import paragraphs
from mzsh_model.reading.items.measures_apart import each_with_its_own
from mzsh_model.reading.told_facts import due_of

THERE = frozenset({"钮世昌", "岩温", "玉罕", "丁紫", "潘璟", "谷雨声", "麻老七", "黄连生", "万历", "锻坚", "方钢"})


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("小区由钮世昌带队上门，2026年2月底前走完。", "钮世昌"),
        ("产业路雨季前通车，岩温挂牌。", "岩温"),
        ("低保重新评议，玉罕领着搞，3月底前评完。", "玉罕"),
        ("公开栏每月一换，丁紫。", "丁紫"),
        ("招收学员15名，潘璟跑手续，6月底前。", "潘璟"),
        ("住房雨季前修好，麻老七找钱。", "麻老七"),
        ("违建一处一专班，万历任专班长，2026年10月底前拆完。", "万历"),
        ("两座高炉收尾，锻坚、方钢牵头，2026年1月底前。", "锻坚、方钢"),
        ("账贴到组里，老周管。", "老周"),
        ("食堂账目按周贴，行政部管。", "行政部"),
        ("夜班轮着来，人力部排表，下月起。", "人力部"),
        ("推行清单，法制科拿出清单，2026年3月底前公布。", "法制科"),
        ("小微权力由纪委负责。", "纪委"),
        ("比价两家以上，采购中心执行、纪委盯着。", "采购中心"),
        ("这事归谷雨声。", "谷雨声"),
    ],
)
def test_who_answers_in_own_words(text: str, owner: str) -> None:
    fact = owner_of(text, THERE)
    assert fact is not None
    assert fact.text == owner


@pytest.mark.parametrize(
    "text",
    [
        "科普馆2026年12月底前封顶。",
        "修订党委理论学习中心组学习制度，2026年3月底前印发。",
        "修订干部考核办法，经党委审议，2026年3月底前印发。",
        "公开栏每月一换，丁紫同意。",
        "给岩温的批评意见逐条改。",
    ],
)
def test_who_does_nothing_of_it_answers_for_nothing(text: str) -> None:
    assert owner_of(text, THERE) is None


def test_seasons_are_limits() -> None:
    fact = due_of("管网2026年供热季前换完。")
    assert fact is not None
    assert fact.text == "2026年供热季前"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (
            "末讲整改。午间不关门，聂云负责，2月5日前排出。施工许可先改，鄂小川牵头，6月底前见效。食堂重新招标，时敏负责，8月底前交接。",
            3,
        ),
        ("建立台账，办公室负责，3月底前完成。每季度检查一次，长期坚持。", 1),
    ],
)
def test_sentences_that_each_say_by_when_are_a_measure_each(text: str, count: int) -> None:
    _, (span,) = paragraphs(text)
    _, told = each_with_its_own(span)
    assert len(told) == count
