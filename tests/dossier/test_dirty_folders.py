"""Folders as people leave them: names with blanks, copies, parts of last year's papers, numbers that are of a part."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

import mzsh_model as mz
from mzsh_model.rules.papers_samples import consistent_folder
from tests.dossier.folders import edited, lay_out, only, opened

TODAY = datetime.date(2026, 3, 1)
_TEAM, _REPORT = "班子.txt", "情况报告.txt"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("某县教育局党组成员、副局长　李　小　四", "李小四"),
        ("副局长 李 小 四", "李小四"),
        ("（李 小 四　副局长）", "李小四"),
        ("李 小 四", "李小四"),
        ("党组成员、副局长　欧 阳 小 四", "欧阳小四"),
        ("副局长　李　四", "李四"),
        ("副局长　李 小 四（2026年1月）", "李小四"),
    ],
)
def test_a_name_whose_characters_stand_apart_is_read_whole(line: str, name: str, tmp_path: Path) -> None:
    own = consistent_folder()["个人/李四.txt"].replace("某县教育局党组成员、副局长　李四", line)
    text = {path: said.replace("李四", name) for path, said in consistent_folder().items()} | {"个人/李四.txt": own}
    meeting = only(opened(tmp_path, text))
    assert meeting.roster.names == ("张三", name, "王五")
    assert (meeting.findings, meeting.missing) == ((), ())


@pytest.mark.parametrize("title", ["发 言 提 纲", "讨 论 稿", "自 查 表"])
def test_words_that_stand_apart_are_no_name(title: str) -> None:
    text = (
        f"2025年度民主生活会个人对照检查材料\n{title}\n一、存在的问题\n1.学习不够。只读2本。\n二、整改措施\n1.多学。\n"
    )
    value = mz.read_text(text).value
    assert isinstance(value, mz.SelfExamination)
    assert value.subject is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("出席：张　三、李 小 四、王五", ["李 小 四", "王五"]),
        ("出席人员：李 小 四，王 老 五，赵六", ["李 小 四", "王 老 五", "赵六"]),
        ("参加人员：李小四 王老五 赵六", ["李小四", "王老五", "赵六"]),
    ],
)
def test_names_in_a_list_stand_apart(line: str, names: list[str]) -> None:
    text = (
        f"某局党组2025年度民主生活会会议记录\n时间：2026年1月12日\n主持人：张三\n{line}\n一、通报情况\n李小四通报。\n"
    )
    value = mz.read_text(text).value
    assert isinstance(value, mz.Minutes)
    assert [one.name for one in value.meeting.attendees if "三" not in str(one.name)] == names


@pytest.mark.parametrize(
    ("now", "codes"),
    [
        ("征求到对班子的意见建议7条", []),
        ("征求意见建议12条，其中对班子的7条", []),
        ("收到涉及领导班子的意见9条", []),
        ("征求意见建议7条", ["XRF004"]),
    ],
)
def test_opinions_on_the_team_are_not_all_opinions(now: str, codes: list[str], tmp_path: Path) -> None:
    texts = edited(consistent_folder(), {_TEAM: [("征求意见建议12条", now)]})
    assert [one.code for one in only(opened(tmp_path, texts)).findings] == codes


def test_two_papers_count_the_opinions_on_the_team_differently(tmp_path: Path) -> None:
    told = {
        _TEAM: [("征求意见建议12条", "征求到对班子的意见7条")],
        _REPORT: [("征求意见建议12条", "征求意见建议12条，其中对班子的8条")],
    }
    (finding,) = only(opened(tmp_path, edited(consistent_folder(), told))).findings
    assert (finding.code, finding.level, len(finding.places)) == ("XRF004", mz.Level.SHOULD, 2)


@pytest.mark.parametrize("name", ["李四 - 副本.txt", "副本李四.txt", "a李四副本(2).txt"])
def test_the_copy_is_not_the_one_in_use(name: str, tmp_path: Path) -> None:
    texts = dict(consistent_folder())
    meeting = only(opened(tmp_path, texts | {f"个人/{name}": texts["个人/李四.txt"]}))
    assert [one.path for one in meeting.papers.others] == [f"个人/{name}"]
    assert meeting.findings == ()


def test_of_last_year_of_which_some_was_kept_nothing_is_missing(tmp_path: Path) -> None:
    rows = "序号|问题|整改措施|责任人|完成时限\n1|食堂招标不规范|公开招标|张三|2025年6月底前\n2|校车线路空白|开通两条|李四|2025年6月底前\n"
    last = {"去年/台账.txt": f"某县教育局党组领导班子2024年度民主生活会整改台账\n{rows}"}
    meetings = opened(tmp_path / "一", consistent_folder() | last).meetings
    assert [(one.year, one.missing) for one in meetings] == [(2025, ()), (2024, ())]
    assert "XRF001" not in {one.code for meeting in meetings for one in meeting.findings}
    (alone,) = opened(tmp_path / "二", last).meetings
    assert alone.missing != ()


def test_opinions_and_talks_stand_before_the_paper_that_took_them_up(tmp_path: Path) -> None:
    lists = {
        "征求意见清单.txt": "某县教育局党组2025年度民主生活会征求意见清单\n序号|意见建议|针对对象|认领人\n"
        "1|家长来信答复拖得太久|李四|李四\n2|校舍改造推进太慢|班子|王五\n",
        "谈话.txt": "某县教育局党组2025年度民主生活会谈心谈话情况汇总表\n序号|谈话人|谈话对象|谈话时间|指出问题\n"
        "1|张三|李四|2026年1月5日|答复家长来信拖延，要逐件过问\n2|张三|王五|2026年1月5日|多到工地\n3|李四|王五|2026年1月6日|多提醒\n",
    }
    dossier = mz.open_dossier(lay_out(tmp_path, consistent_folder() | lists), today=TODAY)
    (meeting,) = dossier.meetings
    steps = {
        (one.path, one.at): [(step.kind, step.path, step.at) for step in dossier.trace(one)] for one in meeting.issues
    }
    letters = next(told for told in steps.values() if any(kind == "talk" for kind, _, _ in told))
    assert letters[:3] == [
        ("opinion", "征求意见清单.txt", "/opinions/0/text"),
        ("talk", "谈话.txt", "/talks/0/issue"),
        ("paper", "个人/李四.txt", "/issues/1"),
    ]
    team = steps[_TEAM, "/issues/2"]
    assert team[:2] == [("opinion", "征求意见清单.txt", "/opinions/1/text"), ("paper", _TEAM, "/issues/2")]


@pytest.mark.parametrize(
    ("whole", "short"),
    [
        ("云港集团有限公司", "云港集团"),
        ("省云港集团股份有限公司", "云港集团"),
        ("云港集团有限责任公司", "云港集团有限公司"),
        ("某县云港水务有限公司", "云港水务"),
    ],
)
def test_a_company_is_called_without_its_legal_form(whole: str, short: str, tmp_path: Path) -> None:
    texts = {name: text.replace("某县教育局", whole) for name, text in consistent_folder().items()}
    texts[_REPORT] = texts[_REPORT].replace(whole, short)
    meeting = only(opened(tmp_path, texts))
    assert (meeting.organisation, meeting.findings) == (whole, ())


@pytest.mark.parametrize("other", ["云山集团有限公司", "云港集团分公司"])
def test_another_company_is_another_unit(other: str, tmp_path: Path) -> None:
    texts = {name: text.replace("某县教育局", "云港集团有限公司") for name, text in consistent_folder().items()}
    texts["台账.txt"] = texts["台账.txt"].replace("云港集团有限公司", other)
    (meeting, *_) = opened(tmp_path, texts).meetings
    assert [one.code for one in meeting.findings] == ["XRF012"]


def test_whose_problem_it_is_cannot_be_told_where_no_member_names_aspects(tmp_path: Path) -> None:
    texts = dict(consistent_folder())
    for name in ("张三", "李四", "王五"):
        lines = texts[f"个人/{name}.txt"].splitlines()
        texts[f"个人/{name}.txt"] = "\n".join(one for one in lines if not one.endswith("方面")) + "\n"
    meeting = only(opened(tmp_path, texts))
    assert "XRF008" not in {one.code for one in meeting.findings}
    assert any(one.what.startswith("XRF008") for one in meeting.unchecked)
