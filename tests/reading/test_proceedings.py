"""The part of a report about the meeting: whose problems, however they are listed, criticisms, causes, and what is said."""

from __future__ import annotations

import io
from typing import cast

import docx
import pytest

import mzsh_model as mz
from mzsh_model.document.document import Document
from mzsh_model.model.documents import MeetingReport
from mzsh_model.opc.source import Source
from tests.fresh.test_laws import assert_new_get

HEAD = """中共某局党组关于2025年度民主生活会情况的报告
按照《通知》要求，某局党组于2026年1月20日召开了2025年度民主生活会，应到7人，实到7人。现将有关情况报告如下。
一、会前准备情况
（一）认真学习。集中学习3次。
（二）征求意见。征求意见建议27条。
二、会议情况
"""
TAIL = """
三、整改措施
（一）加强学习。2026年6月底前读完4本书，由张三负责。
（二）改进作风。每季度下基层2次。
中共某局党组
2026年1月28日
"""
TEAM = "会上，班子查摆出2个方面的问题：一是学习不系统；二是调研不深入。"


def doc(said: str) -> Document:
    text = HEAD + said.replace(" / ", "\n") + TAIL
    return Document(Source(text.encode(), "报告.txt"), None)


def read(said: str) -> MeetingReport:
    return cast(MeetingReport, doc(said).read().value)


def team(value: MeetingReport) -> list[str]:
    return [issue.statement for issue in value.team_issues]


def members(value: MeetingReport) -> list[tuple[object, str]]:
    return [(issue.member, issue.statement) for issue in value.member_issues]


@pytest.mark.parametrize(
    ("said", "wanted", "stated"),
    [
        # under the headings of aspects, a lone one too
        (
            "（一）带头强化政治忠诚、提高政治能力方面 / 1.学习不系统。全年只学了两次。 / 2.请示报告不及时。 / "
            "（二）带头固本培元、增强党性方面 / 1.组织生活不严格。",
            ["学习不系统", "请示报告不及时", "组织生活不严格"],
            None,
        ),
        (
            "（一）政治忠诚方面 / 一是学习不系统。 / （二）担当作为方面 / 一是遇事推诿。 / 二是缺少办法。",
            ["学习不系统", "遇事推诿", "缺少办法"],
            None,
        ),
        (
            "1.政治忠诚方面：学习不系统。 / 2.担当作为方面：遇事推诿。",
            ["学习不系统", "遇事推诿"],
            None,
        ),
        # led in and counted, without a word that says that something falls short
        (
            "会上，班子查摆出4个方面的突出问题：一是以会议落实会议、以文件落实文件；二是抓工作推一推动一动；三是吃老本，锐气减了；四是当太平官，新官不理旧账。",
            ["以会议落实会议、以文件落实文件", "抓工作推一推动一动", "吃老本，锐气减了", "当太平官，新官不理旧账"],
            4,
        ),
        (
            "党组代表班子检视出三个方面的问题： / 1.满足于守摊子。 / 2.报喜多、报忧少。 / 3.讲人情、讲面子。",
            ["满足于守摊子", "报喜多、报忧少", "讲人情、讲面子"],
            3,
        ),
        # the count stands before the last sentence of the lead
        (
            "班子查摆出4方面8个突出问题，剖析原因4条。主要有： / 1、学习不系统。 / 2、调研不深入。 / 3、担当不够。 / 4、作风不实。",
            ["学习不系统", "调研不深入", "担当不够", "作风不实"],
            4,
        ),
        (
            "班子共查摆问题3个。具体是：一是学习不系统；二是调研不深入；三是担当不够。",
            ["学习不系统", "调研不深入", "担当不够"],
            3,
        ),
        # last year's count is last year's
        ("会上通报了上年度27个问题整改情况。 / 1.学习不系统。 / 2.调研不深入。", ["学习不系统", "调研不深入"], None),
        ("会上通报了2024年度民主生活会12个问题的整改情况。 / " + TEAM, ["学习不系统", "调研不深入"], 2),
        # 统一方面 is no count
        (
            "会上，班子查摆出2个方面的问题： / 一是带头严守政治纪律和政治规矩，维护党的团结统一方面：学习不够系统。 / "
            "二是带头增强党性、严守纪律、砥砺作风方面：组织生活不严格。",
            [
                "学习不够系统",
                "组织生活不严格",
            ],
            2,
        ),
        # in run-in headings, each with a count of its own
        (
            "（一）带头强化政治忠诚、提高政治能力方面。班子查摆出2个问题：一是学习不系统；二是请示报告不及时。 / "
            "（二）带头固本培元、增强党性方面。主要问题：一是组织生活不严格；二是批评不够。",
            ["学习不系统", "请示报告不及时", "组织生活不严格", "批评不够"],
            None,
        ),
        # what follows the list is not of it
        (f"{TEAM}会议气氛严肃热烈，达到预期效果。", ["学习不系统", "调研不深入"], 2),
        (f"{TEAM} / 最后，张三同志作总结讲话，对抓好整改提出要求。", ["学习不系统", "调研不深入"], 2),
        (f"{TEAM} / 督导组组长点评指出：一是主题鲜明；二是准备充分。", ["学习不系统", "调研不深入"], 2),
        (f"{TEAM} / 会议要求，一要抓好整改；二要改进作风。", ["学习不系统", "调研不深入"], 2),
    ],
)
def test_problems_of_the_team(said: str, wanted: list[str], stated: int | None) -> None:
    value = read(said)
    assert (team(value), value.stated_team_issues, members(value)) == (wanted, stated, [])


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (
            f"{TEAM} / 张三同志：抓班子标准不高；深入基层偏少。 / 李四同志：创新不足。",
            [("张三", "抓班子标准不高"), ("张三", "深入基层偏少"), ("李四", "创新不足")],
        ),
        (
            "（一）班子问题 / 1.学习不系统。 / 2.调研不深入。 / （二）成员问题 / 1.张三同志 / （1）抓班子标准不高。 / （2）深入基层偏少。 / "
            "2.李四同志 / （1）创新不足。 / （2）担当不够。",
            [("张三", "抓班子标准不高"), ("张三", "深入基层偏少"), ("李四", "创新不足"), ("李四", "担当不够")],
        ),
        (
            f"{TEAM} / 副局长王五同志：一是学习抓得不紧；二是下基层不够。",
            [("王五", "学习抓得不紧"), ("王五", "下基层不够")],
        ),
        (
            f"{TEAM} / 张三同志查摆出2个问题：一是抓班子标准不高；二是深入基层偏少。",
            [("张三", "抓班子标准不高"), ("张三", "深入基层偏少")],
        ),
        (
            f"{TEAM} / 班子成员查摆的共性问题主要有：一是担当不够；二是作风不实。",
            [(None, "担当不够"), (None, "作风不实")],
        ),
        (
            "（一）班子查摆的主要问题 / 班子查摆了二个方面的问题： / 1.学习不系统。 / 2.调研不深入。 / （二）班子成员存在的问题 / "
            "班子成员主要存在2个方面的问题： / 1.担当不够。 / 2.作风不实。",
            [(None, "担当不够"), (None, "作风不实")],
        ),
    ],
)
def test_problems_of_members(said: str, wanted: list[tuple[str | None, str]]) -> None:
    value = read(said)
    assert members(value) == wanted
    assert team(value) == ["学习不系统", "调研不深入"]
    assert value.stated_team_issues in (None, 2)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("李四批评张三：抓落实力度不够。 / 张三批评李四：调查研究不深入。", [("李四", "张三"), ("张三", "李四")]),
        (
            "（二）相互批评 / 对张三同志的批评意见： / 1.李四：抓落实力度不够。 / 2.王五：听取意见不够。 / 对李四同志的批评意见： / 1.张三：学习抓得不紧。",
            [("李四", "张三"), ("王五", "张三"), ("张三", "李四")],
        ),
        ("会上提出批评意见12条，如副局长李四对王五提出：“遇事急躁，听不进不同意见”。", [("李四", "王五")]),
        (
            "共提出批评意见12条。主要有： / 1.李四对杨七：抓工作急，和大家商量少。 / 2.王五对李四：分管工作创新不够。",
            [("李四", "杨七"), ("王五", "李四")],
        ),
        (
            "李四同志对王五同志提出：“工作急”；王五同志对赵六同志提出：“看进度不看质量”。",
            [("李四", "王五"), ("王五", "赵六")],
        ),
        ("班子成员对班子工作提出：要加强学习。", []),
    ],
)
def test_criticisms_have_both_names(said: str, wanted: list[tuple[str, str]]) -> None:
    value = read(f"{TEAM} / {said}")
    assert [(one.critic, one.target) for one in value.criticisms] == wanted
    assert team(value) == ["学习不系统", "调研不深入"]


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("每人提出批评意见6条以上，累计47条。", 47),
        ("班子成员之间提出批评意见，共计56条。", 56),
        ("班子成员相互提出批评意见四十二条。", 42),
        ("相互批评意见42条次。", 42),
        ("大家开展了批评和自我批评。", None),
    ],
)
def test_criticisms_are_counted_in_all(said: str, count: int | None) -> None:
    assert read(f"{TEAM} / {said}").stated_criticisms == count


@pytest.mark.parametrize(
    "said",
    [
        TEAM + "会议气氛严肃热烈，达到预期效果。",
        f"{TEAM} / 张三同志：抓班子标准不高；深入基层偏少。 / 班子成员相互提出批评意见42条。",
        f"张三主持会议。随后代表班子作对照检查，{TEAM}会议达到预期效果。 / 最后，张三同志作总结讲话。",
        "（一）班子查摆的问题 / 1.学习不系统。 / 2.调研不深入。 / （二）相互批评 / 李四批评张三：抓落实力度不够。",
    ],
)
def test_everything_that_is_said_is_kept(said: str) -> None:
    got = doc(said).read()
    assert not got.notices
    told = got.value.model_dump_json()
    for piece in said.replace(" / ", "。").replace("：", "。").replace("；", "。").split("。"):
        assert piece.lstrip("（一二）12.是") in told


def test_nothing_here_is_a_fault() -> None:
    said = f"{TEAM} / 张三同志：抓班子标准不高。 / 最后，张三同志作总结讲话。 / 会上通报了上年度27个问题整改情况。"
    paper = doc(said)
    codes = {f.code for f in mz.check(paper.read().value, paper).findings if f.level == "必改"}
    assert codes == set()


def test_a_total_with_the_main_ones_is_no_wrong_count() -> None:
    paper = doc("班子查摆了11个问题，主要是：学习不系统；调研不深入；担当不够。")
    value = cast(MeetingReport, paper.read().value)
    assert (len(value.team_issues), value.stated_team_issues) == (3, 11)
    assert "RPT002" not in {f.code for f in mz.check(value, paper).findings}


def in_word(*parts: str | list[list[str]]) -> MeetingReport:
    """A report in Word, with tables."""
    word = docx.Document()
    for paragraph in HEAD.strip().split("\n"):
        word.add_paragraph(paragraph)
    for part in parts:
        if isinstance(part, str):
            word.add_paragraph(part)
            continue
        grid = word.add_table(rows=len(part), cols=len(part[0]))
        for row, cells in zip(grid.rows, part, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    for paragraph in TAIL.strip().split("\n"):
        word.add_paragraph(paragraph)
    data = io.BytesIO()
    word.save(data)
    return cast(MeetingReport, mz.open(data.getvalue()).read().value)


def test_problems_in_a_table_with_their_aspects() -> None:
    value = in_word(
        "班子查摆问题2个，详见下表。",
        [
            ["序号", "方面", "存在问题"],
            ["1", "带头固本培元、增强党性", "组织生活不严格"],
            ["2", "带头干事创业、担当作为", "遇事推诿"],
        ],
    )
    assert team(value) == ["组织生活不严格", "遇事推诿"]
    assert [one.aspect_id for one in value.team_issues] == ["2025-2", "2025-4"]
    assert value.stated_team_issues == 2


def test_problems_of_members_in_a_table() -> None:
    value = in_word(TEAM, [["姓名", "存在问题"], ["张三", "抓班子标准不高"], ["李四", "创新不足"]])
    assert members(value) == [("张三", "抓班子标准不高"), ("李四", "创新不足")]
    assert team(value) == ["学习不系统", "调研不深入"]


def test_a_table_below_the_name_of_a_member_is_his() -> None:
    value = in_word(TEAM, "张三同志", [["序号", "存在问题"], ["1", "抓班子标准不高"], ["2", "深入基层偏少"]])
    assert members(value) == [("张三", "抓班子标准不高"), ("张三", "深入基层偏少")]


def test_measures_in_a_table() -> None:
    value = in_word(TEAM, [["整改措施", "责任人", "完成时限"], ["每月集中学习1次", "王五", "2026年6月底前"]])
    assert [(one.text, one.owner, one.due) for one in value.measures][-1] == (
        "每月集中学习1次",
        "王五",
        "2026年6月底前",
    )


def test_criticisms_in_a_table() -> None:
    value = in_word(TEAM, [["序号", "批评人", "被批评人", "批评意见"], ["1", "李四", "张三", "抓落实力度不够"]])
    assert [(one.critic, one.target, one.text) for one in value.criticisms] == [("李四", "张三", "抓落实力度不够")]


def paper(*lines: str) -> MeetingReport:
    text = "\n".join(
        ["中共某局党组关于2025年度民主生活会情况的报告", "某局党组于2026年1月20日召开2025年度民主生活会。", *lines]
    )
    return cast(MeetingReport, mz.read_text(text).value)


PREPARED = ("一、会前准备情况", "（一）认真学习。集中学习3次。", "（二）征求意见。征求意见建议27条。")


def test_a_couplet_at_the_end_holds_measures() -> None:
    value = paper(
        *PREPARED,
        "二、会议情况",
        TEAM,
        "三、持续发力，把会议成果用起来",
        "1、加强学习，每月1次。2、转变作风，下基层2次。",
    )
    assert [one.text for one in value.measures] == ["加强学习，每月1次。", "转变作风，下基层2次。"]


def test_the_preparation_may_come_second_and_unnumbered() -> None:
    value = paper(
        "一、会议基本情况",
        "会议由书记张三主持，应到7人，实到7人。",
        "二、会前准备情况",
        "集中学习3次；征求意见27条；谈心谈话52人次。",
        "三、班子查摆的问题",
        "1.学习不系统。",
        "2.调研不深入。",
        "四、整改措施",
        "1.加强学习。",
    )
    assert [one.text for one in value.preparation] == ["集中学习3次", "征求意见27条", "谈心谈话52人次。"]
    assert (team(value), len(value.measures)) == (["学习不系统", "调研不深入"], 1)


def test_a_step_named_as_a_case_is_a_step() -> None:
    value = paper(
        *PREPARED, "（三）用好反面典型", "组织观看警示教育片。", "二、会议情况", TEAM, "三、整改措施", "1.加强学习。"
    )
    assert [one.label for one in value.preparation] == ["（一）", "（二）", "（三）"]


def test_the_account_of_last_year_holds_no_measures() -> None:
    value = paper(
        *PREPARED,
        "二、上年度整改落实情况",
        "（一）针对“合同归档不及时”，建立归档制度，已完成整改。",
        "（二）针对“会议偏多”，精简会议，已完成整改。",
        "三、会议情况",
        TEAM,
        "四、整改措施",
        "1.加强学习。",
    )
    assert [one.text for one in value.measures] == ["加强学习。"]
    assert [len(one.remarks) for one in value.sections if one.role == "prior"] == [2]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("常委班子查摆了理论学习不够深入、抓落实不够有力等问题，剖析了原因。", ["理论学习不够深入", "抓落实不够有力"]),
        ("班子检视出“等靠要”思想严重、调研不深入等突出问题。", ["“等靠要”思想严重", "调研不深入"]),
        ("班子围绕学习、作风、纪律等问题进行了讨论。", []),
    ],
)
def test_problems_that_one_sentence_names(said: str, wanted: list[str]) -> None:
    assert team(read(said)) == wanted


@pytest.mark.parametrize("line", ["某局党组　2026年1月28日", "某县青禾镇党委    2026年1月28日"])
def test_signer_and_date_in_one_line(line: str) -> None:
    signature = paper(*PREPARED, "二、会议情况", TEAM, "三、整改措施", "1.加强学习。", line).signature
    assert signature is not None
    assert (signature.name, signature.on) == (line.split()[0], "2026-01-28")


def test_causes_and_measures_in_one_paragraph() -> None:
    value = read("班子存在的主要问题：一是学习不系统；二是调研不深入。原因剖析：一是理论武装不够；二是宗旨意识不强。")
    assert team(value) == ["学习不系统", "调研不深入"]
    assert [one.text for one in value.causes] == ["理论武装不够", "宗旨意识不强。"]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (
            "党组书记、局长张三同志：一是抓班子标准不高；二是深入基层偏少。 / 党组成员、副局长李四同志：创新不足。",
            [("张三", "抓班子标准不高"), ("张三", "深入基层偏少"), ("李四", "创新不足")],
        ),
        (
            "张三同志 / 1.抓班子标准不高。 / 2.深入基层偏少。 / 李四同志 / 1.创新不足。 / 2.担当不够。",
            [("张三", "抓班子标准不高"), ("张三", "深入基层偏少"), ("李四", "创新不足"), ("李四", "担当不够")],
        ),
        (
            "班子成员个人查摆问题：张三同志，抓班子标准不高、深入基层偏少；李四同志，创新不足。",
            [("张三", "抓班子标准不高"), ("张三", "深入基层偏少"), ("李四", "创新不足")],
        ),
        (
            "张三查摆出抓班子标准不高、深入基层偏少等问题；李四查摆出创新不足、担当不够等问题。",
            [("张三", "抓班子标准不高"), ("张三", "深入基层偏少"), ("李四", "创新不足"), ("李四", "担当不够")],
        ),
    ],
)
def test_members_named_in_their_own_ways(said: str, wanted: list[tuple[str, str]]) -> None:
    value = read(f"{TEAM} / {said}")
    assert members(value) == wanted
    assert team(value) == ["学习不系统", "调研不深入"]
    assert_new_get(value)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (
            "对张三同志的批评意见：一是抓落实力度不够；二是听取意见不够。 / 对李四同志的批评意见：学习抓得不紧。",
            [(None, "张三", "抓落实力度不够"), (None, "张三", "听取意见不够"), (None, "李四", "学习抓得不紧")],
        ),
        (
            "会上，李四同志指出张三同志抓落实不够；王五同志提出张三同志听取意见不够。",
            [("李四", "张三", "抓落实不够"), ("王五", "张三", "听取意见不够")],
        ),
        (
            "张三同志接受批评： / 李四：抓落实力度不够。 / 王五：听取意见不够。",
            [("李四", "张三", "抓落实力度不够"), ("王五", "张三", "听取意见不够")],
        ),
    ],
)
def test_criticisms_by_their_target(said: str, wanted: list[tuple[str | None, str, str]]) -> None:
    value = read(f"{TEAM} / {said}")
    assert [(one.critic, one.target, one.text) for one in value.criticisms] == wanted
    assert members(value) == []
    assert_new_get(value)


def test_a_title_with_a_stray_blank_below_a_line_with_the_signer() -> None:
    text = HEAD.replace("中共某局党组关于", "某党组〔2026〕4号　　　签发人：张三\n中共某局党组关于").replace(
        "情况的报告", "情况 报告"
    )
    got = mz.read_text(text + TEAM + TAIL)
    value = cast(MeetingReport, got.value)
    assert (value.kind, value.number, value.year) == ("MeetingReport", "某党组〔2026〕4号", 2025)
    assert "kind-unsure" not in {notice.code for notice in got.notices}


def test_names_without_a_known_surname_are_names_where_the_words_say_so() -> None:
    value = read(
        f"{TEAM} / 航远同志：用老办法套新问题；下基层偏少。 / 航远同志对潮生同志：请示汇报有时先斩后奏。 / 仁志对惠民生提出：抓工作前紧后松。"
    )
    assert members(value) == [("航远", "用老办法套新问题"), ("航远", "下基层偏少")]
    assert [(one.critic, one.target) for one in value.criticisms] == [("航远", "潮生"), ("仁志", "惠民生")]


def test_an_aspect_takes_what_stands_below_it_and_no_more() -> None:
    value = read(
        "班子查摆出2个方面的问题： / （一）形式主义方面 / 考核指挥棒偏向规模，刷量冲时点年年上演。 / （二）官僚主义方面 / "
        "网点撤并只算经济账。三个乡镇的老人要坐车进城。 / 班子成员共性问题有2个：一是学习不够；二是调研不深。 / 班子成员相互提出批评意见52条。"
    )
    assert [one.text for one in value.team_issues] == [
        "考核指挥棒偏向规模，刷量冲时点年年上演。",
        "网点撤并只算经济账。三个乡镇的老人要坐车进城。",
    ]
    assert members(value) == [(None, "学习不够"), (None, "调研不深")]
    assert (value.stated_team_issues, value.stated_member_issues, value.stated_criticisms) == (2, 2, 52)


def test_what_follows_a_members_list_is_not_his() -> None:
    value = read(
        "（一）班子问题 / 1.学习不系统。 / 2.调研不深入。 / （二）成员问题 / 1.张三同志 / （1）抓班子不力。 / （2）下基层偏少。 / "
        "会上提出批评意见12条。 / 李四批评张三：对老问题抹不开面子。"
    )
    assert members(value) == [("张三", "抓班子不力"), ("张三", "下基层偏少")]
    assert [(one.critic, one.target) for one in value.criticisms] == [("李四", "张三")]


def test_one_paragraph_may_turn_from_before_the_meeting_to_it() -> None:
    value = cast(
        MeetingReport,
        mz.read_text(
            "某大学党委召开2024年度民主生活会情况报告\n2月28日，某大学党委召开2024年度民主生活会。校党委书记韩九主持会议。\n"
            "会前，校党委精心准备，征求意见建议96条。会上，班子查摆出2个方面的问题：一是学习不系统；二是调研不深入。"
            "会后，制定整改措施：一是加强学习；二是改进作风。"
        ).value,
    )
    assert team(value) == ["学习不系统", "调研不深入"]
    assert len(value.measures) == 2


@pytest.mark.parametrize(
    "said",
    [
        "班子的问题是2个方面：（一）政治忠诚方面，学习不系统。（二）担当作为方面，碰到难题绕着走。",
        "班子的问题是2个方面：一是政治忠诚方面：学习不系统；二是担当作为方面：碰到难题绕着走。",
        "班子的问题是2个方面： / （一）政治忠诚方面，学习不系统。 / （二）担当作为方面，碰到难题绕着走。",
    ],
)
def test_an_aspect_that_a_problem_begins_with_is_no_part_of_it(said: str) -> None:
    assert [(one.aspect, one.statement) for one in read(said).team_issues] == [
        ("政治忠诚方面", "学习不系统"),
        ("担当作为方面", "碰到难题绕着走"),
    ]


ITEMS = ("学习上“三天打鱼两天晒网”。", "企业“僵而不死”，处置犹豫。", "庄稼医院空有其名。", "对基层社放任自流。")
PLANS = (
    "每周五学习，张三带头，立即执行。",
    "关停三家企业，李四负责，2025年9月底前注销。",
    "配齐坐诊员，王五负责，2025年春耕前到岗。",
)
FORMS = {
    "plain": ("", "", "", ""),
    "digits": ("1.", "2.", "3.", "4."),
    "words": ("第一，", "第二，", "第三，", "第四，"),
    "points": ("第一条，", "第二条，", "第三条，", "第四条，"),
    "aspects": ("第一方面，", "第二方面，", "第三方面，", "第四方面，"),
    "dots": ("●", "●", "●", "●"),
    "stems": ("甲、", "乙、", "丙、", "丁、"),
    "is": ("一是", "二是", "三是", "四是"),
    "brackets": ("（一）", "（二）", "（三）", "（四）"),
    "han": ("一、", "二、", "三、", "四、"),
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
@pytest.mark.parametrize(
    "leads",
    [
        ("班子的问题是：", "整改的打算是："),
        ("会上，班子主要检视了以下几个方面的问题：", "班子提出了整改措施："),
        ("党组查摆出4个方面的问题：", "下一步，抓好以下整改："),
    ],
)
def test_lists_of_a_paper_without_chapters_are_told_by_what_leads_them_in(
    leads: tuple[str, str], form: tuple[str, ...]
) -> None:
    lines = [
        "某局党组2024年度民主生活会情况报告",
        "市委组织部：",
        "某局党组2024年度民主生活会于2025年1月22日召开，局长张三主持，李四、王五参加。",
        "会前征求意见39条，谈心26人次。",
        leads[0],
        *(label + text for label, text in zip(form, ITEMS, strict=True)),
        "相互批评意见12条，如：李四说张三“遇事好急”；王五说李四“不敢管”。",
        leads[1],
        *(label + text for label, text in zip(form, PLANS, strict=False)),
        "某局党组",
        "2025年1月28日",
    ]
    value = cast(MeetingReport, mz.read_text("\n".join(lines)).value)
    assert [one.text for one in value.team_issues] == list(ITEMS)
    assert [one.text for one in value.measures] == list(PLANS)
    assert (value.member_issues, value.causes, value.stated_criticisms) == ((), (), 12)


def test_chapters_whose_headings_are_whole_stay_chapters() -> None:
    value = cast(
        MeetingReport,
        mz.read_text(
            "某局党组2024年度民主生活会情况报告\n现将查摆问题和整改情况报告如下：\n一、会前准备\n征求意见39条。\n"
            "二、查摆的问题\n一是学习不系统；二是调研不深入。\n三、整改措施\n一是加强学习；二是改进作风。"
        ).value,
    )
    assert [one.heading for one in value.sections] == ["会前准备", "查摆的问题", "整改措施"]
    assert team(value) == ["学习不系统", "调研不深入"]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (
            "经梳理，班子存在2个问题。 / 文山会海，一年发文300份。 / 断头路“雷声大雨点小”。",
            ["文山会海，一年发文300份", "断头路“雷声大雨点小”"],
        ),
        (
            "班子的问题有： / 文山会海。 / 断头路“雷声大雨点小”。 / 相互批评意见12条。",
            ["文山会海", "断头路“雷声大雨点小”"],
        ),
        # what no line leads in as problems, and what does not come to the number that is stated, is said and no more
        ("会议的程序是： / 书记代表班子发言。 / 大家逐一发言。", []),
        ("班子查摆出5个方面的问题。 / 书记代表班子发言。 / 与会同志逐一发言。", []),
    ],
)
def test_paragraphs_without_numbers_are_problems_where_a_line_leads_them_in(said: str, wanted: list[str]) -> None:
    assert team(read(said)) == wanted


def test_listed_problems_stand_under_the_aspects_that_all_of_them_begin_with() -> None:
    value = read("班子的问题有： / 1.政治忠诚：学习走过场。 / 2.担当作为：碰到难题绕着走。 / 3.廉洁自律：公车管得松。")
    assert [(one.aspect, one.statement) for one in value.team_issues] == [
        ("政治忠诚", "学习走过场"),
        ("担当作为", "碰到难题绕着走"),
        ("廉洁自律", "公车管得松"),
    ]


@pytest.mark.parametrize(
    "before",
    [
        "去年查摆的3个问题，一是药品配送不及时，已整改；二是待遇落实慢，已整改；三是设施建设滞后，仍在推进。",
        "上年度查摆的问题有：药品配送不及时，已整改；待遇落实慢，仍在推进。",
        "2024年度查摆问题整改情况：药品配送不及时、待遇落实慢2个问题已完成整改。",
    ],
)
def test_last_years_problems_in_the_chapter_of_this_years_are_none_of_them(before: str) -> None:
    lines = f"三、查摆的问题\n{before}\n今年，班子查摆出的问题是：一是学习不系统；二是调研不深入。"
    value = cast(
        MeetingReport, mz.read_text(HEAD.replace("二、会议情况\n", lines) + TAIL.replace("三、", "四、")).value
    )
    assert team(value) == ["学习不系统", "调研不深入"]


@pytest.mark.parametrize(
    ("said", "stated"),
    [
        ("张三同志查摆问题9个，李四同志查摆问题8个，王五同志查摆问题7个。班子成员共查摆个人问题24个。", 24),
        ("班子成员查摆个人问题24个，其中张三同志查摆问题9个，李四同志查摆问题8个，王五同志查摆问题7个。", 24),
        ("班子成员查摆情况：张三同志查摆问题9个，李四同志查摆问题8个，王五同志查摆问题7个。", None),
        ("班子成员查摆个人问题24个。", 24),
    ],
)
def test_the_count_of_one_member_is_not_that_of_all(said: str, stated: int | None) -> None:
    assert read(f"{TEAM} / {said}").stated_member_issues == stated


def test_paragraphs_may_begin_with_their_aspects_in_a_few_words_alone() -> None:
    titled = (
        " / 政治建设。议题学习止于传达。研判一年只做一次。 / 作风纪律。吃拿卡要屡禁不止。 / 担当作为。规划束之高阁。"
    )
    whole = read(f"班子存在3个方面的问题。{titled}")
    assert [(one.aspect, one.text) for one in whole.team_issues] == [
        ("政治建设", "议题学习止于传达。研判一年只做一次。"),
        ("作风纪律", "吃拿卡要屡禁不止。"),
        ("担当作为", "规划束之高阁。"),
    ]
    apart = read(f"班子存在4个问题。{titled}")  # as many as there are sentences
    assert [one.statement for one in apart.team_issues] == [
        "议题学习止于传达",
        "研判一年只做一次",
        "吃拿卡要屡禁不止",
        "规划束之高阁",
    ]


def test_problems_told_in_a_few_words_are_no_aspects() -> None:
    value = read("班子的问题有： / 学习走过场。一年两次。 / 调研蜻蜓点水。去了三次。 / 文山会海。发文300份。")
    assert [one.aspect for one in value.team_issues] == [None, None, None]
