"""Who answers for a measure, known by what stands round him and not by one phrase."""

from __future__ import annotations

import pytest

from mzsh_model.reading.answering import owner_of


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("补贴申请一窗受理。（服务处，2026年3月底前）", "服务处"),
        ("补贴申请一窗受理（张三、李四，2026年3月底前）。", "张三、李四"),
        ("宿舍2026年5月底前翻修。责任人张三。", "张三"),
        ("招标全部公开，主责部门财务科，2026年3月底前完成。", "财务科"),
        ("开通专线，医务科牵头抓落实，2026年5月底前完成。", "医务科"),
        ("新增贷款三百户，交由普惠金融部办理，2026年12月底前办结。", "普惠金融部"),
        ("上线预约系统，生产业务部于2026年8月底前完成。", "生产业务部"),
        ("上线预约系统，2026年8月底前，党委办公室。", "党委办公室"),
        ("推行夜间窗口，张三负总责，2026年6月底前。", "张三"),
        ("增开夜间检查（牵头：医技科；时限：2026年4月底前）。", "医技科"),
        ("校服采购重新公示，明确后勤办为责任部门，2026年3月底前完成。", "后勤办"),
        ("“三公”账目每季度张榜，机关纪委抽查，立行立改。", "机关纪委"),
        ("中层干部轮流下车间，人事部登记，长期坚持。", "人事部"),
        ("超期未答复的来信，信访办每周通报，2026年9月底前清零。", "信访办"),
        ("理论学习笔记交叉看，责任人总会计师，2026年3月底前。", "总会计师"),
        ("会费半年一公布，副主席负责，2026年4月底前。", "副主席"),
        ("汛前排查涵闸。牵头：望舒。时限：2026年4月底前。", "望舒"),
    ],
)
def test_who_answers(text: str, owner: str) -> None:
    found = owner_of(text)
    assert found is not None
    assert (found.text, text[found.start : found.end]) == (owner, owner)


@pytest.mark.parametrize(
    "text",
    [
        "每季度走访一次业务科室，2026年6月底前完成。",
        "完善议事规则，2026年3月底前施行。",
        "加强理论学习，每月读书一次，2026年底前读完12本。",
        "建好职工服务中心，2026年6月底前开放。",
        "责任科室、相关人员，2026年6月底前。",
        "把意见交给群众评议，2026年3月底前。",
        "例会请假一律书面报告。",
        "修订干部考核办法，经党委审议，2026年3月底前印发。",
        "未完成的列入年度督办台账，2026年12月底前清零。",
        "问题纳入校长通报，2026年3月底前。",
    ],
)
def test_nobody_answers(text: str) -> None:
    assert owner_of(text) is None


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("药房延时两小时，黄连负责，2026年6月底前。", "黄连"),
        ("职称指标去县里争取，霍香去跑，年内有说法。", "霍香"),
        ("账目每月上墙，路漫盯着。", "路漫"),
        ("两座高炉收尾，锻坚、方钢牵头，2026年1月底前。", "锻坚、方钢"),
    ],
)
def test_a_name_is_known_that_no_surname_tells(text: str, owner: str) -> None:
    found = owner_of(text, frozenset({"黄连", "霍香", "路漫", "锻坚", "方钢"}))
    assert found is not None
    assert found.text == owner
    assert owner_of(text) is None or owner_of(text) == found
