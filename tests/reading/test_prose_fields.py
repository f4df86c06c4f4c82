"""Who answers for a measure and by when, as running text says it."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.chinese.fields import field_names
from mzsh_model.reading.answering import owner_of
from mzsh_model.reading.told_facts import due_of


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("办公室牵头，每月调度一次。", "办公室"), ("执法科负责，全年开展4次。", "执法科"), ("责任单位为宣传科，全年4次。", "宣传科"),
        ("开展走访，张三、李四同志牵头负责。", "张三、李四同志"), ("主要负责同志亲自抓，办公室具体落实。", "主要负责同志"), ("每月通报一次，机关党委牵头落实。", "机关党委"),
        ("责任人为张三，六月前完成。", "张三"), ("党组书记亲自抓，每季度研究一次。", "党组书记"), ("办公室、财务科负责，年内完成。", "办公室、财务科"),
        ("健全制度（负责人：张三；期限：6月底）", "张三"), ("健全制度（责任者：张三）", "张三"), ("健全制度（落实单位：办公室）", "办公室"),
        ("健全制度（责任机构：办公室）", "办公室"), ("健全制度。整改单位：办公室。", "办公室"), ("健全制度。承办科室：办公室。", "办公室"), ("主要负责人：张三。", "张三"),
        ("责任人:常二.完成时限:2026年6月底.", "常二"), ("由办公室牵头，每月一次。", "办公室"),
    ],
)  # fmt: skip
def test_who_answers_for_it(text: str, owner: str) -> None:
    fact = owner_of(text)
    assert fact is not None
    assert fact.text == owner
    assert text[fact.start : fact.end] == owner


@pytest.mark.parametrize(
    "text",
    [
        "来信由专人登记，当日转办。", "由业务骨干一对一辅导，每月考核。", "各科室负责，按月上报。", "层层负责，一级抓一级。", "建立分工负责、齐抓共管的机制。",
        "由老同志带教，每周一次。", "相关部门牵头，抓好落实。", "完善首问负责、限时办结。",
    ],
)  # fmt: skip
def test_nobody_answers_for_it(text: str) -> None:
    assert owner_of(text) is None


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("２０２６年３月底前完成整改。", "２０２６年３月底前"), ("年内完成全部修订。", "年内"), ("上半年完成清理。", "上半年"), ("一季度组织一次研讨。", "一季度"),
        ("两个月内建立台账。", "两个月内"), ("责任人:常二.完成时限:2026年6月底.", "2026年6月底"), ("健全制度（完成期限：2026年6月）", "2026年6月"),
        ("健全制度（期限：6月底）", "6月底"), ("办结时间：2026年6月30日。", "2026年6月30日"), ("时间节点：上半年；", "上半年"), ("时间要求：立行立改。", "立行立改"),
        ("力争下半年见到成效。", "下半年"), ("在3个月内完成。", "3个月内"), ("完成时限为2026年6月底。", "2026年6月底"),
    ],
)  # fmt: skip
def test_by_when(text: str, due: str) -> None:
    fact = due_of(text)
    assert fact is not None
    assert fact.text == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("每月参加支部活动，从即日起执行。", "从即日起执行"), ("会议材料一律双面打印，自即日起。", "自即日起"), ("出差一律提前报备，从现在起执行", "从现在起执行"),
        ("每季度谈话一次，2026年全年坚持。", "2026年全年坚持"), ("轮流主讲，今年全年推进；", "今年全年推进"), ("每次不少于半天，贯穿全年。", "贯穿全年"), ("带头查摆（贯穿始终）", "贯穿始终"),
        ("外出提前三天报告，从现在做起。", "从现在做起"), ("发现苗头当天提醒，常态化开展。", "常态化开展"), ("退还多占办公用房，立行立改，并长期坚持。", "立行立改，并长期坚持"),
        ("3个工作日内答复，贯穿全年。", "贯穿全年"), ("公文限时办结，即 知 即 改。", "即 知 即 改"),
    ],
)  # fmt: skip
def test_by_when_in_words(text: str, due: str) -> None:
    fact = due_of(text)
    assert fact is not None
    assert fact.text == due


@pytest.mark.parametrize(
    "text",
    [
        "从即日起算满三个月的一并清退。",
        "全年坚持学习12次。",
        "把学习贯穿始终。",
        "2026年3月起每月研讨1次。",
        "推动常态化开展谈心谈话。",
        "抓全年推进计划。",
        "即日起算工龄。",
    ],
)
def test_words_that_are_no_clause_of_their_own_are_no_time_limit(text: str) -> None:
    assert due_of(text) is None


@pytest.mark.parametrize(
    "text",
    ["压缩来信办理时限：简单事项五个工作日答复。", "上半年、下半年各开展一次。", "每季度开展一次。", "近年内退人员的走访每月一次。", "缩短审批期限：一般事项三天。"],
)  # fmt: skip
def test_no_time_limit(text: str) -> None:
    assert due_of(text) is None


@pytest.mark.parametrize("name", sorted({*field_names()["owner"].prose, *field_names()["department"].prose}))
def test_every_name_of_a_column_is_a_field_in_prose(name: str) -> None:
    fact = owner_of(f"健全制度（{name}：张三；完成时限：6月底前）。")
    assert fact is not None
    assert fact.text == "张三"


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("重订安全奖惩办法，安环部，2025年3月底前", "安环部"), ("考核结果强制排序，2025年6月底前，人力部。", "人力部"), ("招标全程参加，纪检室，长期坚持", "纪检室"),
        ("每季度研讨一次（张三，2026年3月底前）", "张三"), ("建立台账，张三，立行立改。", "张三"),
    ],
)  # fmt: skip
def test_a_clause_that_is_nothing_but_a_name_beside_the_time_limit_says_who(text: str, owner: str) -> None:
    fact = owner_of(text)
    assert fact is not None
    assert fact.text == owner


@pytest.mark.parametrize(
    "text",
    ["走访企业，建立专班小组，2026年3月底前完成", "理顺职能，成立办公室，2026年3月底前", "走进车间科室，长期坚持", "多到一线，办公室，常走动", "精简会议，各科室，2026年3月底前"],
)  # fmt: skip
def test_a_clause_that_does_something_is_nobody(text: str) -> None:
    assert owner_of(text) is None


@pytest.mark.parametrize(
    "lines",
    [
        ["责任领导：张三", "责任部门：办公室", "完成时限：2026年6月底前"],
        ["责任部门：办公室", "责任领导：张三", "完成时限：2026年6月底前"],
        ["责任人：张三；完成时限：2026年6月底前", "责任单位：办公室"],
        ["牵头领导：张三", "责任科室：办公室；完成时限：2026年6月底前"],
    ],
)
def test_person_and_department_in_lines_of_their_own(lines: list[str]) -> None:
    text = "\n".join(
        [
            "某局领导班子2025年度民主生活会对照检查材料",
            "一、存在的问题",
            "1.学习不够。",
            "2.调研不深。",
            "二、整改措施",
            "1.每月研讨。",
            *lines,
            "2.每月走访。",
            *lines,
        ]
    )
    value = mz.read_text(text).value
    assert isinstance(value, mz.SelfExamination)
    assert [(one.owner, one.department, one.due) for one in value.measures] == [("张三", "办公室", "2026年6月底前")] * 2


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("每家每户本月内走到。", "本月内"),
        ("公开信这个月之内发出，落款写真名。", "这个月之内"),
        ("每周记一篇，今年内不欠账。", "今年内"),
        ("调解的事两个星期之内坐下来谈一次。", "两个星期之内"),
        ("质疑件七个工作日内清零，以后逐件答复。", "七个工作日内"),
        ("村里宣讲不少于20场，年底见数。", "年底"),
        ("坐班制度，立即实行。", "立即实行"),
        ("台账双签字，2026年1月起长期坚持。", "长期坚持"),
        ("每月住村三天, 长期 坚持 .", "长期 坚持"),
    ],
)
def test_by_when_in_other_words(text: str, due: str) -> None:
    found = due_of(text)
    assert found is not None
    assert (found.text, text[found.start : found.end]) == (due, due)


@pytest.mark.parametrize(
    "text",
    [
        "收到来信一个月内答复。",
        "今后诉求七个工作日内办结率提到九成。",
        "年底考核末位约谈。",
        "近两年内限额以下的项目全面复核。",
        "每季度内至少走访两户。",
        "坐班制度2026年1月起执行。",
    ],
)
def test_how_fast_and_from_when_is_no_limit(text: str) -> None:
    assert due_of(text) is None
