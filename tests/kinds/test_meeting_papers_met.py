"""Papers around a meeting as strangers typed them: Markdown labels, lists in one paragraph, cells, headings instead of labels."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from tests.reading.word import word

MINUTES = "某局党组2025年度民主生活会会议记录\n"
SHEET = "某局党组2025年度民主生活会批评意见\n"
PLAN = "某局党组2025年度民主生活会实施方案\n"


def read(text: str) -> mz.DocumentValue:
    return mz.open(text.encode()).read().value


def meeting(text: str) -> mz.Meeting:
    held = mz.resolve(read(text), "/meeting")
    assert isinstance(held, mz.Meeting)
    return held


def names(members: tuple[mz.Member, ...]) -> list[object]:
    return [one.name for one in members]


@pytest.mark.parametrize(
    "lines",
    [
        "- **时间**：2026年1月20日\n- **主持人**：张三\n- **出席**：李四、王五\n- **应到**：3人，**实到**：3人\n",
        "**时间：**2026年1月20日\n**主持人：** 张三\n**出席人员：**李四、王五\n**应到：**3人　**实到：**3人\n",
        "* 会议时间：2026年1月20日\n* 主持人：张三\n* 出席人员：李四、王五\n* 应到：3人\n* 实到：3人\n",
        "1.时间：2026年1月20日\n2.主持人：张三\n3.出席人员：李四、王五\n4.应到3人，实到3人\n",
    ],
)
def test_labels_are_read_however_they_are_set(lines: str) -> None:
    told = meeting(f"{MINUTES}{lines}张三：现在开会。\n")
    assert (told.held_on, told.expected, told.present) == ("2026-01-20", 3, 3)
    assert told.chair is not None
    assert (told.chair.name, names(told.attendees)) == ("张三", ["李四", "王五"])


def test_stars_for_the_rest_of_a_name_are_no_marks() -> None:
    text = f"{MINUTES}主持人：张**、李**\n张**：现在开会。\n"
    assert [line.text for line in mz.open(text.encode()).lines][1:] == ["主持人：张**、李**", "张**：现在开会。"]


def test_words_between_marks_are_changed_and_the_marks_stay() -> None:
    text = f"{MINUTES}- **时间**：2026年1月20日\n- **应到**：7人，**实到**：4人\n张三：现在开会。\n"
    doc = mz.open(text.encode())
    value = mz.replace(mz.replace(doc.read().value, "/meeting/present", 6), "/meeting/held_on", "2026-01-22")
    written = doc.write(value)
    assert written.to_bytes().decode() == text.replace("4人", "6人").replace("20日", "22日")
    assert written.read().value == value
    with pytest.raises(mz.BadEdit):
        doc.write(mz.replace(value, "/sections/1/heading", "到会人数：应到7人"))


@pytest.mark.parametrize(
    "line",
    ["应到9人，实到3人", "应到会党组成员9名；实到会3名", "应到 9 人，实到 3 人（其余出差）", "应到：9人，实到：3人"],
)
def test_who_came_is_told_in_a_line_of_its_own(line: str) -> None:
    for head in ("时间：2026年1月20日\n主持人：张三\n", ""):
        doc = mz.open(f"{MINUTES}{head}{line}\n张三：现在开会。\n".encode())
        told = meeting(doc.text)
        assert (told.expected, told.present) == (9, 3)
        assert "MTG002" in {one.code for one in mz.check(doc).findings}


LISTED = [
    "一是张三对李四提出：抓落实不够有力；二是王五对李四提出：下基层偏少；三是李四对张三提出：开会偏长。",
    "（1）张三同志对李四同志：抓落实不够有力。（2）王五同志对李四同志：下基层偏少。（3）李四同志对张三同志：开会偏长。",
    "相互批评如下：一是张三批评李四抓落实不够有力，二是王五批评李四下基层偏少，三是李四批评张三开会偏长。",
    "会上，①张三给李四提出，抓落实不够有力；②王五给李四提出，下基层偏少；③李四给张三提出，开会偏长。",
]
SAID = [("张三", "李四", "抓落实不够有力"), ("王五", "李四", "下基层偏少"), ("李四", "张三", "开会偏长")]
CIRCULAR = (
    "关于某局党组2025年度民主生活会情况的通报\n各科室：\n2026年1月12日，局党组召开2025年度民主生活会，现将有关情况通报如下。\n"
    "一、查摆的主要问题\n一是理论学习不够系统。二是调查研究不够深入。\n二、相互批评情况\n{}\n三、下一步整改措施\n（一）每月集中学习一次。\n（二）每季度下基层一次。\n"
)


@pytest.mark.parametrize("told", LISTED)
@pytest.mark.parametrize("paper", [SHEET + "{}\n", MINUTES + "主持人：张三\n一、相互批评\n{}\n", CIRCULAR])
def test_criticisms_listed_in_one_paragraph_are_as_many(paper: str, told: str) -> None:
    found = [one for _, one in mz.walk(read(paper.format(told))) if isinstance(one, mz.Criticism | mz.CriticismRow)]
    assert [(one.critic, one.target, one.text) for one in found] == SAID


def test_what_one_says_to_another_in_points_stays_his() -> None:
    value = read(f"{SHEET}张三对李四提出：一是抓落实不够有力；二是下基层偏少。\n李四对张三提出：开会偏长。\n")
    held = mz.resolve(value, "/criticisms")
    assert isinstance(held, tuple)
    assert [(one.critic, one.target) for one in held] == [("张三", "李四"), ("李四", "张三")]


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("（整理稿）", "对{}同志的批评意见"),
        ("汇总", "对{}同志的意见建议"),
        ("", "给{}同志的批评意见"),
    ],
)
def test_the_part_of_one_member_is_no_line_of_the_title(head: str, line: str) -> None:
    title = f"2025年度民主生活会批评意见{head}"
    value = read(
        f"{title}\n{line.format('李四')}\n张三：抓学习不紧\n王五：下基层少\n{line.format('张三')}\n李四：开会长\n"
    )
    assert isinstance(value, mz.CriticismSheet)
    assert value.title == title
    assert [(one.critic, one.target) for one in value.criticisms] == [
        ("张三", "李四"),
        ("王五", "李四"),
        ("李四", "张三"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "一、参加人员\n党组书记张三，党组成员李四、王五。\n二、列席人员\n办公室主任孙七。\n三、主持人\n张三同志主持。\n",
        "一、时间\n2026年1月20日\n二、出席人员\n李四、王五\n三、主持\n张三\n四、列席\n孙七、周八\n",
        "一、会议安排\n1.主持人：张三\n2.参会人员：党组成员李四、王五\n3.列席人员：办公室孙七\n",
    ],
)
def test_who_is_to_come_stands_below_a_heading(lines: str) -> None:
    told = meeting(f"{PLAN}定于2026年1月20日召开。\n{lines}")
    assert told.chair is not None
    assert (told.chair.name, names(told.attendees)) == ("张三", ["李四", "王五"])


@pytest.mark.parametrize(
    "line",
    [
        "因故不能参加的，须书面请假并提交书面发言。",
        "确需请假的，提前一天向党组书记请假。",
        "因病无法到会的，应书面请假。",
    ],
)
def test_whoever_should_not_come_is_nobody(line: str) -> None:
    assert meeting(f"{PLAN}一、有关要求\n{line}\n二、其他\n手机静音。\n").absentees == ()


@pytest.mark.parametrize(
    ("line", "theme"),
    [
        ("围绕县委确定的主题，联系实际进行党性分析。", None),
        ("按上级通知的主题执行。", None),
        ("锤炼坚强党性，勇于担当作为。", "锤炼坚强党性，勇于担当作为"),
    ],
)
def test_what_speaks_of_the_theme_does_not_state_it(line: str, theme: str | None) -> None:
    assert meeting(f"{PLAN}一、会议主题\n{line}\n二、其他\n手机静音。\n").theme == theme


@pytest.mark.parametrize(
    ("line", "chair"),
    [("张立局长主持会议", "张立"), ("李小四书记主持", "李小四"), ("县委书记主持", None)],
)
def test_a_name_before_a_post_leads_the_meeting(line: str, chair: str | None) -> None:
    text = CIRCULAR.replace("民主生活会，现将", f"民主生活会，{line}，应到5人，实到5人，现将").format(
        "会上开展了批评。"
    )
    told = meeting(text).chair
    assert (told.name if told else None) == chair


@pytest.mark.parametrize(
    "byline", ["（2026年2月4日　区委书记　张三）", "（2026年2月4日 党组书记 张三）", "（2026年2月4日）"]
)
def test_a_script_is_dated_below_its_title(byline: str) -> None:
    text = f"某区委常委班子2025年度民主生活会主持词\n{byline}\n同志们：\n现在开会。本次会议应到常委11人，实到10人。\n散会！\n"
    told = meeting(text)
    assert (told.held_on, told.expected, told.present) == ("2026-02-04", 11, 10)


def test_minutes_kept_in_a_table_tell_year_counts_and_criticisms() -> None:
    rows = (
        "|会议名称|某学院领导班子2024年度民主生活会|地点|三楼会议室|",
        "|主持人|张三|记录人|孙七|",
        "|应到|5|实到|4|",
        "|会议内容|李四对张三：抓大事多，抓细节少。|||",
    )
    doc = mz.open(word(["民主生活会记录", *rows]))
    value = doc.read().value
    assert isinstance(value, mz.Minutes)
    assert (value.year, value.meeting.expected, value.meeting.present) == (2024, 5, 4)
    assert [(one.critic, one.target) for one in value.criticisms] == [("李四", "张三")]
    after = mz.replace(value, "/criticisms/0/text", "抓大事多，过问细节少")
    assert doc.write(after).read().value == after


NOTICE = "关于征求对某局党组班子意见建议的通知\n各科室：\n请于1月9日前反馈。\n"


@pytest.mark.parametrize(
    "table",
    [
        "序号|意见建议|针对对象\n1||\n2||\n",
        "类别|意见和建议\n对领导班子|\n对班子成员|\n",
        "征求意见表\n序号|具体意见建议|备注\n|||\n",
    ],
)
def test_a_blank_form_in_a_notice_is_no_list_of_opinions(table: str) -> None:
    assert read(NOTICE + table).kind != "OpinionList"


@pytest.mark.parametrize(
    "label", ["对局领导班子的意见建议", "对区教育局班子的意见建议", "对领导班子的意见建议（可另附页）"]
)
def test_a_form_names_whose_opinion_it_asks_for(label: str) -> None:
    value = read(f"2025年度民主生活会征求意见表\n单位|办公室\n{label}|多下基层。\n对局班子成员的意见建议|多听意见。\n")
    assert isinstance(value, mz.OpinionForm)
    assert (value.team, value.members) == ("多下基层。", "多听意见。")


@pytest.mark.parametrize(
    ("title", "heads"),
    [
        ("某局2024年度民主生活会查摆问题整改落实情况表", "序号|上年度查摆的问题|整改措施|落实情况|完成情况|责任人"),
        ("上年度民主生活会整改落实情况", "序号|查摆出的主要问题|整改举措|整改落实的情况|是否完成|责任人"),
        ("某局去年民主生活会查摆问题整改情况汇总表", "编号|去年查摆问题|采取的整改措施|目前整改情况|完成状态|责任领导"),
    ],
)
def test_an_account_of_last_year_in_a_table_is_no_ledger(title: str, heads: str) -> None:
    value = read(
        f"{title}\n{heads}\n1|学习不够|每月学习|学习12次|已完成|张三\n2|调研不深|每月下乡|下乡3次|正在推进|李四\n"
    )
    assert isinstance(value, mz.PriorAccount)
    assert [(one.issue, one.done) for one in value.accounts] == [("学习不够", "学习12次"), ("调研不深", "下乡3次")]
