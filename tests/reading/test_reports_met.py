"""Reports as other hands write them: members told by their siblings, aspects run in, matrices, annexes, people away."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.model.documents import MeetingReport
from tests.fresh.test_laws import assert_new_get
from tests.laws.test_laws import assert_total
from tests.reading.word import word

HELD = "2025年1月21日，某局党组召开2024年度民主生活会，党组书记张三主持，党组成员李四、王五参加。"


def _read(data: bytes) -> MeetingReport:
    doc = mz.open(data)
    assert_total(doc)
    value = doc.read().value
    assert isinstance(value, MeetingReport)
    return value


def _report(
    meeting: str, *, held: str = HELD, behind: str = "1.完善制度，由办公室负责，2025年6月底前完成。"
) -> MeetingReport:
    lines = [
        "某局党组2024年度民主生活会情况报告",
        "县委组织部：",
        held,
        "一、会议情况",
        meeting,
        "二、整改措施",
        behind,
    ]
    return _read("\n".join(lines).encode())


def test_members_are_told_by_the_roll_and_by_their_siblings() -> None:
    meeting = "（一）班子成员查摆的问题\n张三：学习不系统。\n望舒：值班人在心不在。\n李四：财务审核看章不看事。\n王五：下乡少。"
    told = [(one.member, one.text) for one in _report(meeting).member_issues]
    assert told[1] == ("望舒", "值班人在心不在。")
    assert [member for member, _ in told] == ["张三", "望舒", "李四", "王五"]


def test_lines_of_other_things_are_no_members() -> None:
    meeting = "班子查摆的问题\n学风：读原著有头无尾。\n文风：简报空话多。\n会风：开会时间长。"
    assert not _report(meeting).member_issues


@pytest.mark.parametrize("mark", ["——", "：", "。"])
def test_an_aspect_is_told_apart_from_what_is_said_of_it(mark: str) -> None:
    meeting = f"李四代表班子对照检查：\n政治能力方面{mark}请示报过程少；\n党性修养方面{mark}主题党日拍照了事；\n担当作为方面{mark}烂尾市场没有接手。"
    told = [(one.aspect, one.text.rstrip("；。")) for one in _report(meeting).team_issues]
    assert told == [
        ("政治能力方面", "请示报过程少"),
        ("党性修养方面", "主题党日拍照了事"),
        ("担当作为方面", "烂尾市场没有接手"),
    ]


@pytest.mark.parametrize(
    ("said", "stated"),
    [
        ("张三同志通报上年度8个问题已整改完成8个，并代表班子作对照检查，归纳问题2个：①学习不系统；②下乡少。", 2),
        ("会议通报了上年度5个问题的整改情况，均已整改。班子检视问题2个：一是学习不系统；二是下乡少。", 2),
        ("会上找出班子毛病2条：学习不系统；下乡少。", 2),
        ("班子查摆了问题：一是学习不系统；二是下乡少。党组每月议一个问题。", None),
        ("班子对照四个方面查摆问题：一是学习不系统；二是下乡少。", None),
        ("班子查摆的问题：一是学习不系统；二是下乡少。\n会议从学习、党性、担当三个方面剖析了原因。", None),
    ],
)
def test_how_many_problems_of_the_team_are_stated(said: str, stated: int | None) -> None:
    value = _report(said)
    assert value.stated_team_issues == stated
    assert value.stated_member_issues is None
    assert len(value.team_issues) == 2


@pytest.mark.parametrize("corner", ["批评人＼被批评人", "被批评人＼批评人"])
def test_a_matrix_of_criticisms_holds_no_problems_and_no_measures(corner: str) -> None:
    rows = [
        "某局党组2024年度民主生活会情况报告",
        "县委组织部：",
        HELD,
        "一、会议情况",
        "会议通报了上年度整改情况。班子查摆的问题：一是学习不系统；二是下乡少。",
        "相互批评意见如下表：",
        f"|{corner}|张三|李四|王五",
        "|张三|—|带队伍放羊，考核不严|报销催得急，票据看得粗",
        "|李四|下乡少，听汇报多|—|对津贴落实不上心",
        "|王五|开会先定调|固执己见，听不进意见|—",
        "二、整改措施",
        "1.完善制度，由办公室负责，2025年6月底前完成。",
    ]
    value = _read(word(rows))
    assert (len(value.criticisms), len(value.team_issues), len(value.measures)) == (6, 2, 1)


@pytest.mark.parametrize(
    "behind",
    [
        "会后，党委制定了整改清单（附后）。\n某银行党委\n2025年1月23日\n附件\n整改清单",
        "整改任务分工见附件。\n附件1\n班子整改任务清单",
        "具体任务见下表。\n附表：整改台账（2025年）",
    ],
)
def test_titles_of_annexes_and_names_of_units_are_no_measures(behind: str) -> None:
    assert _report("班子查摆的问题：一是学习不系统；二是下乡少。", behind=behind).measures == ()


def test_a_short_measure_about_a_list_is_one() -> None:
    value = _report("班子查摆的问题：一是学习不系统；二是下乡少。", behind="1.制定权力清单。\n2.公开办事清单。")
    assert len(value.measures) == 2


@pytest.mark.parametrize(
    "held",
    [
        "应到6人，实到3人。请假的3人中，升合同志因病住院，石满同志在外押运，钟鼎同志参加省局培训，均提交了书面发言。",
        "应到6人，实到3人。未到会的有：升合同志住院，石满同志赴外地押运，钟鼎同志脱产培训。",
        "应到6人，实到3人。缺席的3名同志是：升合（住院）、石满（押运）、钟鼎（培训）。",
    ],
)
def test_who_was_away_is_told_one_after_the_other(held: str) -> None:
    meeting = _report("班子查摆的问题：一是学习不系统；二是下乡少。", held=HELD + held).meeting
    assert [one.name for one in meeting.absentees] == ["升合", "石满", "钟鼎"]
    assert [one.name for one in meeting.attendees] == ["李四", "王五"]


def test_who_led_may_be_named_before_his_post() -> None:
    meeting = _report(
        "班子查摆的问题：一是学习不系统；二是下乡少。", held=HELD.replace("党组书记张三", "张三书记")
    ).meeting
    assert meeting.chair is not None
    assert meeting.chair.name == "张三"


@pytest.mark.parametrize(
    ("day", "held_on"), [("12月28日", "2024-12-28"), ("1月17日", "2025-01-17"), ("6月17日", "XXXX-06-17")]
)
def test_a_day_has_its_year_from_the_paper_where_that_is_sure(day: str, held_on: str) -> None:
    assert (
        _report("班子查摆的问题：一是学习不系统。", held=HELD.replace("2025年1月21日", day)).meeting.held_on == held_on
    )


@pytest.mark.parametrize(
    ("lead", "measure"),
    [("长期坚持的1项：", "每月读一部原著，张三负责，长期坚持"), ("当年完成的一项：", "修好浴室，李四负责，年底前")],
)
def test_a_lone_measure_behind_words_that_count_it_is_told_without_them(lead: str, measure: str) -> None:
    value = _report("班子查摆的问题：一是学习不系统；二是下乡少。", behind=f"{lead}{measure}。")
    assert [one.text for one in value.measures] == [f"{measure}。"]


@pytest.mark.parametrize("who", ["会议分析认为，", "大家认为：", "与会同志一致认为，"])
def test_the_meetings_thought_leads_in_causes(who: str) -> None:
    value = _report(
        f"班子查摆的问题：一是学习不系统；二是下乡少。\n产生这些问题的原因，{who}理想信念松了；群众观念淡了。"
    )
    assert [one.text for one in value.causes] == ["理想信念松了", "群众观念淡了。"]


def test_a_number_stands_before_a_count() -> None:
    behind = "1、培训预报员。\n2、12个炮站改造完成，李四负责，2025年4月底前。\n3、签约两家公司。"
    value = _report("班子查摆的问题：一是学习不系统；二是下乡少。", behind=behind)
    assert [one.label for one in value.measures] == ["1、", "2、", "3、"]


def test_a_paper_that_supervisors_approved_names_no_group() -> None:
    supervision = _report(
        "班子材料经三次修改，报厅督导组审阅。班子查摆的问题：一是学习不系统；二是下乡少。"
    ).meeting.supervision
    assert supervision is None or supervision.group != "报厅督导组"


@pytest.mark.parametrize("mark", ["：", "——"])
def test_numbered_aspects_that_set_problems_side_by_side(mark: str) -> None:
    meeting = (
        f"班子从三个方面查摆出4个问题：\n一是学习方面{mark}读原著有头无尾；笔记代抄。\n"
        f"二是作风方面{mark}下乡只看点上。\n三是廉政方面{mark}接待超标准。"
    )
    value = _report(meeting)
    assert [(one.aspect, one.text.rstrip("；。")) for one in value.team_issues] == [
        ("学习方面", "读原著有头无尾"),
        ("学习方面", "笔记代抄"),
        ("作风方面", "下乡只看点上"),
        ("廉政方面", "接待超标准"),
    ]
    assert value.stated_team_issues == 4


@pytest.mark.parametrize(
    "said", ["会后，局党组将及时通报情况，接受监督。", "下一步，我们将把整改抓到底。", "局党组将以钉钉子精神抓好落实。"]
)
def test_a_closing_line_below_the_last_measure_is_not_of_it(said: str) -> None:
    behind = f"1.修订办法。\n2.财务集中核算，由计财股负责，2025年7月底前到位。\n{said}"
    value = _report("班子查摆的问题：一是学习不系统；二是下乡少。", behind=behind)
    assert value.measures[-1].text == "财务集中核算，由计财股负责，2025年7月底前到位。"
    assert len(value.measures) == 2


def test_members_one_after_the_other_in_one_paragraph() -> None:
    meeting = (
        "班子成员查摆的问题\n张三同志查摆问题3个：一是学理论浅；二是下乡少；三是提醒少。李四同志查摆问题2个：抓安全靠开会；分管工作没有起色。"
        "望舒同志查摆出督导报告“报喜多报忧少”等2个问题。王五同志主要是作风不够细，答复慢。"
    )
    value = _report(meeting)
    assert [(one.member, one.text.rstrip("。")) for one in value.member_issues] == [
        ("张三", "学理论浅"),
        ("张三", "下乡少"),
        ("张三", "提醒少"),
        ("李四", "抓安全靠开会"),
        ("李四", "分管工作没有起色"),
        ("望舒", "督导报告“报喜多报忧少”"),
        ("王五", "作风不够细，答复慢"),
    ]
    assert value.stated_member_issues is None


@pytest.mark.parametrize("bullet", ["- ", "● ", "1."])
def test_items_that_begin_with_names_are_of_these_members(bullet: str) -> None:
    names = ("张三", "李四", "王五")
    meeting = "班子成员查摆出的问题如下：\n" + "\n".join(f"{bullet}{name}：下基层少，情况不明" for name in names)
    told = [(one.member, one.text) for one in _report(meeting).member_issues]
    assert told == [(name, "下基层少，情况不明") for name in names]


@pytest.mark.parametrize(
    "said",
    [
        "应到4人，4人全部到会，即：张三、李四、王五、钱江。",
        "班子成员全部到会，分别是张三、李四、王五、钱江。",
        "党组书记张三，党组成员、总督学李四，党组成员、副局长王五，党组成员、工会主席钱江参加会议。",
    ],
)
def test_who_came_is_listed_whole(said: str) -> None:
    held = f"2025年1月21日，某局党组召开2024年度民主生活会，党组书记张三主持。{said}"
    meeting = _report("班子查摆的问题：一是学习不系统；二是下乡少。", held=held).meeting
    assert [one.name for one in meeting.attendees] == ["李四", "王五", "钱江"]


def test_a_member_of_the_group_that_supervises_does_not_lead_it() -> None:
    held = HELD + "列席：市委第三督导组成员 余静。"
    supervision = _report("班子查摆的问题：一是学习不系统；二是下乡少。", held=held).meeting.supervision
    assert supervision is None or supervision.leader is None


@pytest.mark.parametrize(
    "said",
    [
        "主要是学习不深入、宗旨意识淡化、斗争精神不足。",
        "从理论、宗旨、担当三个方面剖析了原因，主要是学习不深入、宗旨意识淡化、斗争精神不足。",
    ],
)
def test_causes_in_a_row(said: str) -> None:
    text = f"某局党组2024年度民主生活会情况报告\n县委组织部：\n{HELD}\n一、会议情况\n班子查摆的问题：一是学习不系统；二是下乡少。\n二、原因剖析\n{said}\n三、整改措施\n1.修订办法。"
    causes = [one.text for one in _read(text.encode()).causes]
    assert causes == ["学习不深入", "宗旨意识淡化", "斗争精神不足。"]


def test_one_cause_in_two_words_is_one() -> None:
    text = f"某局党组2024年度民主生活会情况报告\n县委组织部：\n{HELD}\n一、会议情况\n班子查摆的问题：一是学习不系统；二是下乡少。\n二、原因剖析\n主要是理论学得不深、悟得不透。\n三、整改措施\n1.修订办法。"
    assert len(_read(text.encode()).causes) == 1


@pytest.mark.parametrize(
    ("measure", "due"),
    [
        ("基层站所一年一轮巡查，2025年12月。", "2025年12月"),
        ("修好泵站（办公室，2025年6月底）。", "2025年6月底"),
        ("会商制度从2025年3月起执行。", None),
        ("清退占用的2024年12月经费。", None),
    ],
)
def test_a_month_may_be_the_last_clause(measure: str, due: str | None) -> None:
    value = _report("班子查摆的问题：一是学习不系统；二是下乡少。", behind=f"1.{measure}\n2.修订办法。")
    assert value.measures[0].due == due


@pytest.mark.parametrize(
    ("said", "between"),
    [
        ("书记与班子成员谈4人次，班子成员之间谈12人次。", ["书记与班子成员", "班子成员之间"]),
        ("班子成员之间、班子成员与分管科室谈心72人次。", ["班子成员之间、班子成员与分管科室"]),
    ],
)
def test_who_talked_with_whom_is_told_whole(said: str, between: list[str]) -> None:
    value = _report(f"会前谈心谈话：{said}\n班子查摆的问题：一是学习不系统；二是下乡少。")
    assert [one.between for one in value.talk_counts] == between


@pytest.mark.parametrize(
    "said",
    [
        "一是在学习方面，读原著有头无尾；二是在作风方面，下乡只看点上；三是在廉政方面，接待超标准。",
        "在学习方面，读原著有头无尾；在作风方面，下乡只看点上；在廉政方面，接待超标准。",
        "1.在学习方面，读原著有头无尾。\n2.在作风方面，下乡只看点上。\n3.在廉政方面，接待超标准。",
    ],
)
def test_a_problem_is_told_without_the_aspect_that_leads_it_in(said: str) -> None:
    value = _report(f"张三同志代表班子查摆了以下问题：{said}" if said[0] != "1" else f"班子查摆了以下问题：\n{said}")
    assert [(one.aspect, one.text.rstrip("；。")) for one in value.team_issues] == [
        ("在学习方面", "读原著有头无尾"),
        ("在作风方面", "下乡只看点上"),
        ("在廉政方面", "接待超标准"),
    ]
    assert_new_get(value)


def test_a_sentence_that_goes_on_with_its_aspect_is_told_whole() -> None:
    said = "一是在学习方面，还存在读原著有头无尾的问题；二是在作风方面，存在下乡少的问题。"
    texts = [one.text for one in _report(f"班子查摆了以下问题：{said}").team_issues]
    assert texts == ["在学习方面，还存在读原著有头无尾的问题", "在作风方面，存在下乡少的问题。"]


def test_what_follows_the_last_aspect_is_not_of_it() -> None:
    said = (
        "李四同志代表班子作对照检查，查摆了2条问题：政治纪律方面，落实部署打折扣；管党治党方面，廉政教育走过场。随后，班子成员逐一发言。"
        "张三同志检查了抓班子不够、下乡少2个问题；望舒同志检查了监督缺位、原则性不强2个问题。大家开展了批评，共提出批评意见12条。"
    )
    value = _report(said)
    assert [one.text.rstrip("；。") for one in value.team_issues] == ["落实部署打折扣", "廉政教育走过场"]
    assert [(one.member, one.text) for one in value.member_issues] == [
        ("张三", "抓班子不够"),
        ("张三", "下乡少"),
        ("望舒", "监督缺位"),
        ("望舒", "原则性不强"),
    ]
    assert (value.stated_team_issues, value.stated_criticisms) == (2, 12)


@pytest.mark.parametrize("said", ["各科室、各单位要抓好落实。", "各支部务必要对照措施逐条整改。"])
def test_what_is_asked_of_others_is_no_measure(said: str) -> None:
    value = _report("班子查摆的问题：一是学习不系统；二是下乡少。", behind=f"1.修订办法。\n三、有关要求\n{said}")
    assert [one.text for one in value.measures] == ["修订办法。"]


def test_who_answers_was_there_and_is_not_the_unit_before_a_date() -> None:
    value = _report(
        "班子查摆的问题：一是学习不系统；二是下乡少。", behind="1.托养中心2025年8月前启用，李四负责。\n2.修订办法。"
    )
    assert value.measures[0].owner == "李四"


def test_the_meetings_thought_may_sum_up() -> None:
    value = _report(
        "班子查摆的问题：一是学习不系统；二是下乡少。\n会议认为，存在上述问题，根子在于理论武装不够、宗旨意识不强、担当精神不足。"
    )
    assert [one.text for one in value.causes] == ["理论武装不够", "宗旨意识不强", "担当精神不足。"]


def test_talks_are_counted_whoever_talked_with_each() -> None:
    said = "会前个别访谈32人次，收集意见20条；张三同志与每名成员谈，成员之间互谈，共谈心24人次。"
    assert _report(f"{said}\n班子查摆的问题：一是学习不系统；二是下乡少。").talks == 24


def test_a_table_of_measures_names_the_problems_of_the_text_again() -> None:
    rows = [
        "某局党组2024年度民主生活会情况报告",
        "县委组织部：",
        HELD,
        "一、班子查摆的问题",
        "（一）学习讨论照本宣科。",
        "（二）支部活动形式单一。",
        "二、整改措施",
        "|序号|问题|整改措施|责任人|完成时限",
        "|1|学习讨论照本宣科|一人一题领学|李四|2025年3月底前",
        "|2|支部活动形式单一|每季度一次现场教学|王五|2025年4月底前",
    ]
    value = _read(word(rows))
    assert len(value.team_issues) == 2
    assert [(link.issue, link.measure) for link in value.links if link.measure] == [("i1", "m1"), ("i2", "m2")]


def test_a_report_that_is_all_one_table_is_no_ledger() -> None:
    rows = [
        "某馆党总支2024年度民主生活会情况报告",
        "市文旅局党委：",
        HELD,
        "|项目|内容",
        "|上年度整改|6个问题，完成5个",
        "|班子问题|1.夜间开放时间短；2.人手少",
        "|整改措施|1.夜间开放延长，李四负责，2025年3月底前；2.招录2名，王五负责，2025年6月底前",
    ]
    value = _read(word(rows))
    assert value.prior is not None
    assert (value.prior.issues, value.prior.done) == (6, 5)


@pytest.mark.parametrize("said", ["三名成员分别查摆了自身存在的6个、5个、5个问题。", "张三同志查摆问题5个。"])
def test_the_count_of_one_is_not_that_of_all(said: str) -> None:
    assert _report(f"班子查摆的问题：一是学习不系统；二是下乡少。\n{said}").stated_member_issues is None


def test_a_criticism_may_be_quoted_before_it_is_named() -> None:
    said = "张三同志对李四同志提出“抓落实还要再快一点”的批评意见，王五同志对张三同志提出“下乡少”的意见。"
    value = _report(f"班子查摆的问题：一是学习不系统；二是下乡少。\n{said}")
    assert [one.text for one in value.criticisms] == ["抓落实还要再快一点", "下乡少"]


@pytest.mark.parametrize("how", ["聚焦", "对照", "围绕"])
def test_clauses_that_point_at_an_aspect_each(how: str) -> None:
    said = f"李四同志代表党组作对照检查。{how}政治忠诚，请示报告不主动；{how}党性修养，组织生活走过场；{how}担当作为，两个泵站拖了三年。"
    told = [(one.aspect, one.text.rstrip("；。")) for one in _report(said).team_issues]
    assert told == [
        ("政治忠诚", "请示报告不主动"),
        ("党性修养", "组织生活走过场"),
        ("担当作为", "两个泵站拖了三年"),
    ]


@pytest.mark.parametrize(
    ("stated", "texts"),
    [
        (3, ["读书班两天开成了协调会。", "企业隐患年年写进报告。", "保外就医材料退来退去。"]),
        (2, ["读书班两天开成了协调会。", "企业隐患年年写进报告。保外就医材料退来退去。"]),
    ],
)
def test_each_sentence_of_an_aspect_is_a_problem_where_so_many_are_stated(stated: int, texts: list[str]) -> None:
    said = f"会上，李四同志代表班子检视问题{stated}个。\n理论学习方面。读书班两天开成了协调会。\n担当作为方面。企业隐患年年写进报告。保外就医材料退来退去。"
    value = _report(said)
    assert [one.text for one in value.team_issues] == texts
    assert value.stated_team_issues == stated


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("主观上，学习主动性不强；思想上，宗旨意识淡化；作风上，求真务实不够。", 3),
        ("思想上，宗旨意识淡化；归根结底是学得不够。", 1),
        ("思想上放松了，作风上松懈了。", 1),
    ],
)
def test_causes_of_clauses_that_begin_alike(said: str, count: int) -> None:
    text = f"某局党组2024年度民主生活会情况报告\n县委组织部：\n{HELD}\n一、会议情况\n班子查摆的问题：一是学习不系统；二是下乡少。\n二、原因剖析\n{said}\n三、整改措施\n1.修订办法。"
    assert len(_read(text.encode()).causes) == count
