"""Numbers that reports state of opinions, talks, criticisms and last year's account, as other hands tell them."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.model.documents import MeetingReport
from tests.laws.test_laws import assert_total
from tests.reading.word import word


def _read(doc: mz.Document) -> MeetingReport:
    assert_total(doc)
    value = doc.read().value
    assert isinstance(value, MeetingReport)
    return value


def _report(before: str, meeting: str = "班子查摆出2个问题：一是学习不系统；二是作风不扎实。") -> MeetingReport:
    text = f"""某局党组2024年度民主生活会情况报告
县委组织部：
2025年1月21日，某局党组召开2024年度民主生活会，党组书记张三主持会议。
一、会前准备情况
{before}
二、会议情况
{meeting}
三、整改措施
1.完善制度，由办公室负责，2025年6月底前完成。
"""
    return _read(mz.open(text.encode()))


@pytest.mark.parametrize(
    ("said", "total"),
    [
        ("向二级单位发函征求意见，共收集到52条。", 52),
        ("通过座谈、走访听取意见建议，收到41条，其中无意见的不计。", 41),
        ("问到的意见有17条。", 17),
        ("背靠背提了23条意见。", 23),
        ("1.开座谈会，收集意见31条；2.发问卷，收集意见12条；3.设意见箱，收集意见5条。以上共征求意见48条。", 48),
        ("发放征求意见表60份，征求到意见建议44条，归纳为9条。", 44),
    ],
)
def test_how_many_opinions(said: str, total: int) -> None:
    opinions = _report(said).opinions
    assert opinions is not None
    assert opinions.total == total


@pytest.mark.parametrize(
    "said", ["发放征求意见表60份。", "班子成员互相提意见9条，都接受了。", "会前大家互相提了12条意见。"]
)
def test_what_is_no_number_of_opinions(said: str) -> None:
    opinions = _report(said).opinions
    assert opinions is None or opinions.total is None


@pytest.mark.parametrize(
    ("said", "team", "members"),
    [
        ("征求意见建议40条，其中对党委班子25条，对党委成员15条。", 25, 15),
        ("征求意见建议40条，其中对常委会班子25条，对常委个人15条。", 25, 15),
        ("征求意见建议40条，其中：班子25条，个人15条。", 25, 15),
        ("征求意见建议40条，其中涉及党组集体的意见25条，涉及班子成员个人的意见15条。", 25, 15),
    ],
)
def test_whose_opinions(said: str, team: int, members: int) -> None:
    opinions = _report(said).opinions
    assert opinions is not None
    assert (opinions.for_team, opinions.for_members) == (team, members)


@pytest.mark.parametrize(
    "said",
    [
        "（一）谈心。66人次。",
        "1.学习方面。学习5次。2.谈心谈话方面。66人次。",
        "谈心谈话：66人次。",
        "三是谈。书记与委员逐个谈，委员之间互相谈，委员与分管单位负责人谈，累计66人次。",
        "会前谈心交心66人次。",
    ],
)
def test_how_many_talks(said: str) -> None:
    assert _report(said).talks == 66


@pytest.mark.parametrize("said", ["召开座谈会4场，参加人员累计66人次。", "洽谈项目，接待客商，累计66人次。"])
def test_what_is_no_number_of_talks(said: str) -> None:
    assert _report(said).talks is None


@pytest.mark.parametrize(
    "said",
    [
        "会议通报了主题教育专题民主生活会8个问题的整改情况。",
        "会议通报党组2023年度民主生活会整改落实情况。8个问题中，已完成6个，正在推进2个。",
        "会议通报了上年度整改情况。查摆的8个问题均已整改。",
    ],
)
def test_how_many_problems_last_year(said: str) -> None:
    prior = _report("学习3次。", f"{said}班子查摆出2个问题：一是学习不系统；二是作风不扎实。").prior
    assert prior is not None
    assert prior.issues == 8


@pytest.mark.parametrize(
    ("said", "done"),
    [
        ("会议通报了上年度8个问题的整改情况，已全部整改完成。", 8),
        ("上年度查摆的8个问题，均已整改到位。", 8),
        ("会议通报上年度8个问题整改情况，全部完成。", 8),
        ("上年度8个问题，已完成6个，其余长期坚持。", 6),
        ("会议通报了上年度8个问题的整改情况，正在推进。", None),
    ],
)
def test_all_of_last_years_problems_are_done_where_the_words_say_so(said: str, done: int | None) -> None:
    prior = _report("学习3次。", f"{said}\n班子查摆出2个问题：一是学习不系统；二是作风不扎实。").prior
    assert prior is not None
    assert (prior.issues, prior.done) == (8, done)


@pytest.mark.parametrize(
    "said",
    [
        "会上大家互相提意见19条。",
        "成员之间互相提了19条意见，都表示接受。",
        "委员们相互坦诚提出批评意见19条。",
    ],
)
def test_how_many_criticisms(said: str) -> None:
    assert _report("学习3次。", f"班子查摆出2个问题：一是学习不系统；二是作风不扎实。\n{said}").stated_criticisms == 19


def test_a_heading_says_what_is_counted_below_it() -> None:
    meeting = "（一）查摆问题。班子查摆出2个问题：一是学习不系统；二是作风不扎实。\n（二）相互批评。共19条。"
    assert _report("学习3次。", meeting).stated_criticisms == 19


def test_a_table_of_facts_at_the_head_tells_numbers_and_no_causes() -> None:
    rows = [
        "某局党组2024年度民主生活会情况报告",
        "|会议时间|2025年1月21日|主持人|张三",
        "|应到人数|5|实到人数|4",
        "|缺席人员及原因|李四（住院）|列席人员|王五",
        "|征求意见条数|37|谈心谈话人次|29",
        "|相互批评意见|18条|学习次数|6次",
        "一、查摆问题情况",
        "班子查摆出2个问题：一是学习不系统；二是作风不扎实。",
        "二、整改措施",
        "1.完善制度，由办公室负责，2025年6月底前完成。",
    ]
    value = _read(mz.open(word(rows)))
    assert value.opinions is not None
    assert (value.opinions.total, value.talks, value.stated_criticisms) == (37, 29, 18)
    assert value.causes == ()


def test_a_line_with_an_indent_may_be_full_though_it_is_shorter() -> None:
    text = """清河水库管理处党委关于2024年度领导班
子民主生活会情况的报告
市水利局党组：
    根据局党组通知要求，我处党委于2025年1
月16日召开了2024年度民主生活会。党委书记、
处长张三主持会议，党委副书记李四，党委委
员、副处长王五、赵六参加，局党组成员、副
局长钱七到会指导。应到4人，实到4人。现
将有关情况报告如下。
一、会议情况
    会议通报了上年度7个问题的整改落实情
况，其中6个已经完成。班子共查摆问题2个：
    1.对水库安全鉴定结论执行打折扣，溢洪道
裂缝处理由“立即”变成了“择期”。
    2.防汛物资账上有冲锋舟8条，库里能开
动的3条。
二、整改措施
    1.溢洪道裂缝处理2025年4月底前完工，由
工管科负责。
"""
    value = _read(mz.open(text.encode()))
    assert [one.text for one in value.team_issues][1:] == ["防汛物资账上有冲锋舟8条，库里能开动的3条。"]
    assert value.prior is not None
    assert value.prior.done == 6
