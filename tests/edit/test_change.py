"""An edited value is what a reader would give, shares what it can, and is refused where no document could hold it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.edit.change import insert, remove, replace
from mzsh_model.edit.compare import ChangeKind, changes
from mzsh_model.edit.insertion import PARAGRAPHS
from mzsh_model.edit.lists import ids_of
from mzsh_model.kernel.dates import parse_date
from mzsh_model.kernel.errors import BadEdit, BadModel, BadPath, MzshError
from mzsh_model.kernel.outcome import Outcome
from mzsh_model.kernel.path import ModelPath
from mzsh_model.kinds.load import load
from mzsh_model.kinds.registry import kind_of
from mzsh_model.model.base import Placeholder, Role, Value
from mzsh_model.model.documents import DocumentValue, Ledger, MeetingReport, SelfExamination
from mzsh_model.model.items import Link, LinkBasis, Measure
from mzsh_model.model.walk import resolve, walk
from mzsh_model.testing.papers import drafts, ledgers, reports, team_drafts
from mzsh_model.testing.wording import ASPECTS, CAUSES, DUES, FAULTS, MEASURES, OWNERS, STATES
from tests.values import read, values

TEAM = """某局党组领导班子2025年度民主生活会对照检查材料
会前征求意见建议23条，谈心谈话16人次。
一、存在的突出问题
（一）带头强化政治忠诚、提高政治能力方面
1.学习不够。比如，去年有1项工作没有落实。
2.请示报告不够及时。
（二）带头固本培元、增强党性方面
1.担当精神不强。
二、原因分析
（一）理论武装抓得不深。自我要求有所放松。
三、整改措施
（一）加强学习，2026年6月底前读完4本书。
（二）深入基层，每月1次，长期坚持。
（三）严肃组织生活（责任人：张三；完成时限：2026年9月底前）。
（四）由办公室牵头，3月底前修订制度。
某局党组
2026年1月10日"""
REPORT = """某局党组关于2025年度民主生活会情况的报告
市委组织部：
2026年1月12日，局党组召开2025年度民主生活会，局党组书记张三主持会议，应到7人，实到7人。现将情况报告如下。
一、会前准备情况
（一）征求意见。召开座谈会4场，征求意见建议二十三条，谈心谈话xx人次。
二、会议召开情况
会上，班子查摆出2个方面的问题：一是在带头强化政治忠诚、提高政治能力方面，学习不够；二是在带头固本培元、增强党性方面，担当不够。
三、整改措施
（一）由办公室牵头，3月底前修订制度。
中共某局党组
2026年1月20日"""
LEDGER = """某局党组2025年度民主生活会整改台账
共查摆2个问题。
| 序号 | 查摆的问题 | 整改措施 | 责任人 | 完成时限 | 进展情况 | 备注 |
|---|---|---|---|---|---|---|
| 1 | 学习不够。 | 1.抓学习。<br>2.抓落实。 | 张三 | 2026年6月底前 | 正在推进，已开会2次。 |  |
| 2 | 调研不深。 | 深入调研。 | 李四 | 长期坚持 |  |  |"""


def read_as(kind: type[Any], text: str) -> Any:
    value = read(text.split("\n"))
    assert isinstance(value, kind)
    return value


team: SelfExamination = read_as(SelfExamination, TEAM)
report: MeetingReport = read_as(MeetingReport, REPORT)
ledger: Ledger = read_as(Ledger, LEDGER)

# --- an edited value is what is read from the edited document -----------------------------------------------------

_ISSUES = [f"{one}。" for one in FAULTS] + ["抓落实不够。比如，去年组织学习3次，效果不够明显。"]
_TEXTS = [f"{one}。" for one in (*CAUSES, *MEASURES)] + [
    "落实制度（责任人：王五，责任部门：人事科；完成时限：2026年底前）。",
    "认真整改。完成时限：2026年5月",
]
_WORDS: dict[str, list[Any]] = {
    "text": _TEXTS,
    "statement": [*FAULTS, "学习抓得不紧（包括“三会一课”）"],
    "title": ["2024年度民主生活会领导班子对照检查材料", "某县局党委班子2025年度民主生活会情况报告", "认真抓好学习"],
    "owner": [*OWNERS[:-1], "李四、王五", None],
    "department": ["人事科", "xx科", None],
    "due": [*DUES[:-1], "2026-09", "2027-03-31", "2026", None],
    "status": [*STATES[:-1], None],
    "progress": ["已完成，开会3次。", "正在推进", None],
    "remark": ["已报备", "另附材料。", None],
    "number": ["9", "（三）", None],
    "year": [2024, 2026],
    "total": [7, 40],
    "talks": [5, 18],
    "heading": [f"带头{one}方面" for one in ASPECTS] + ["存在的主要问题", "整改措施和努力方向"],
    "expected": [9],
    "held_on": ["2026-02-03"],
    "name": ["王五", "某县局党组", "××"],
    "addressee": ["市委办公室"],
    "label": ["五是", "（七）", "8."],
}
_PARAGRAPHS = ["会前征求意见建议31条。", "根据安排，我认真参加学习，谈心谈话9人次。", "以上发言，请批评指正。"]
_CELLS = {"text", "owner", "due", "department", "progress", "remark", "number", "status", "label"}


def paths_of(value: DocumentValue) -> list[str]:
    """Every field, and every paragraph, of a value."""
    found: list[str] = []
    for path, node in walk(value):
        for name, held in node.__dict__.items():
            if isinstance(held, tuple) and held and isinstance(held[0], str):
                found += [f"{path}/{name}/{n}" for n in range(len(held))]
            elif not isinstance(held, tuple | Value) or isinstance(held, Placeholder):
                found.append(f"{path}/{name}")
    return found


def edited_lines(lines: list[str], outcome: Outcome[DocumentValue], after: DocumentValue) -> list[str]:
    """The document with the new contents of those fields that are texts of their own, at their places."""
    rows = list(lines)
    outline = mz.open("\n".join(lines).encode()).lines
    told = []
    for change in changes(outcome.value, after):
        if _is_own(change.path, after):
            new = change.new.raw if isinstance(change.new, Placeholder) else str(change.new or "")
            # the place of the addressee has its colon, the value has not
            told.append((outcome.anchors[change.path], f"{new}：" if change.path == "/addressee" else new))
    assert told
    for place, new in sorted(told, key=lambda one: (one[0].line, one[0].start), reverse=True):
        assert not place.rest
        line = outline[place.line - 1]
        row = line.origin[0]
        if line.cell is None:
            at = lines[row].index(line.text)
            rows[row] = rows[row][: at + place.start] + new + rows[row][at + place.end :]
        else:
            cells = rows[row].split("|")
            cell = cells[line.cell.col + 1].strip().replace("<br>", "\n")
            cell = cell[: place.start] + new + cell[place.end :]
            cells[line.cell.col + 1] = f" {cell} ".replace("\n", "<br>")
            rows[row] = "|".join(cells)
    return rows


def _is_own(path: ModelPath, value: DocumentValue) -> bool:
    steps = path.parts or ("",)
    if steps[0] in ("title", "addressee", "signature") or (steps[-1].isdigit() and steps[-2] in PARAGRAPHS):
        return True
    return (
        steps[-1] in (_CELLS if isinstance(value, Ledger) else ("text", "heading", "label"))
        and "instances" not in steps
    )


@given(st.one_of(drafts().map(lambda made: made[0]), team_drafts(), reports(), ledgers()), st.data())
def test_an_edited_value_is_what_is_read_from_the_edited_document(lines: list[str], data: st.DataObject) -> None:
    outcome = mz.read_text("\n".join(lines))
    value = outcome.value
    path = data.draw(st.sampled_from([p for p in paths_of(value) if p in outcome.anchors]))
    name = ModelPath(path).parts[-1]
    pool = _PARAGRAPHS if name.isdigit() else _WORDS.get(name, [None])
    if name == "text" and "issue" in path:
        pool = _ISSUES  # whether a list counts as one of problems is told by what they say
    new = data.draw(st.sampled_from(pool))
    try:
        after = replace(value, path, new)
    except (BadEdit, BadModel):
        return
    assume(after is not value and not _is_shared(outcome, path, after))
    again = mz.read_text("\n".join(edited_lines(lines, outcome, after))).value
    assert unlinked(again) == unlinked(after), (path, new)


def _is_shared(outcome: Outcome[DocumentValue], path: str, after: DocumentValue) -> bool:
    """What a value cannot know: a cell beside several measures, a closing bracket for all measures of a paragraph."""
    steps, value = ModelPath(path).parts, outcome.value
    if isinstance(value, Ledger):
        return len(steps) > 4 and steps[4] not in ("text", "label") and len(value.entries[int(steps[1])].measures) > 1
    if steps[0] != "measures" or steps[1] == "0":
        return False
    lines = [outcome.anchors[f"/measures/{n}"].line for n in (int(steps[1]), int(steps[1]) - 1)]
    text = str(resolve(after, f"/measures/{steps[1]}/text"))
    return lines[0] == lines[1] and "：" in text


def unlinked(value: DocumentValue) -> dict[str, Any]:
    """A value without its links, which are judged anew at each reading."""
    return {**value.model_dump(), "links": None}


# --- replace: laws --------------------------------------------------------------------------------------------------

JUNK = st.one_of(
    st.none(),
    st.integers(-3, 3000),
    st.text(max_size=6),
    st.sampled_from(["x", "一、抓", "", " 抓", "抓\n\n", "抓\x00", "2026-13", "2026-02", "xx", "\ud800"]),
    st.just({"raw": "xx", "of": "person"}),
    st.lists(st.text(max_size=2), max_size=2),
    st.builds(Measure, id=st.just("m1"), text=st.just("抓。")),
)


@given(values(), st.data())
def test_replacing_is_pure_typed_and_the_last_one_counts(value: DocumentValue, data: st.DataObject) -> None:
    before = value.model_dump_json()
    path = data.draw(st.sampled_from([*paths_of(value), *(str(path) for path, _ in walk(value))]))
    pool = st.sampled_from(_WORDS.get(ModelPath(path).parts[-1], _TEXTS)) if path else JUNK
    assert path == "" or replace(value, path, resolve(value, path)) is value
    made = []
    for new in (data.draw(st.one_of(pool, JUNK)), data.draw(st.one_of(pool, JUNK))):
        try:
            made.append((new, replace(value, path, new)))
        except MzshError as error:
            assert isinstance(error, BadEdit | BadModel | BadPath)
            assert "\n" not in str(error)
            assert not isinstance(new, str) or len(new) < 4 or new.isascii() or new not in str(error)
    for new, after in made:
        assert_holds(after, path, new, resolve(value, path))
        assert load(after.model_dump_json()) == after
        assert changes(value, after) == changes(value, load(after.model_dump_json()))
    if len(made) == 2:
        (_, first), (new, last) = made
        try:
            again = replace(first, path, new)
        except BadEdit:
            pass  # the first one left nothing to put the second in
        else:
            assert again == last or resolve(again, path) == resolve(last, path)
    assert value.model_dump_json() == before


def assert_holds(after: DocumentValue, path: str, new: object, old: object) -> None:
    """What was put in is there: as it was, as a blank, or, a date, in the form of the old one."""
    held = resolve(after, path)
    if isinstance(held, Placeholder):
        assert (new == held.raw) or new == held.model_dump()
    elif isinstance(held, Value):
        assert held == old or isinstance(new, Value)
    elif isinstance(held, tuple):
        assert list(held) == list(new) or isinstance(held[0], Value)
    elif held != new:
        assert isinstance(held, str)
        date = parse_date(held)
        assert date is not None
        assert date.edtf == new


@given(values(), st.data())
def test_what_is_off_the_path_is_shared(value: DocumentValue, data: st.DataObject) -> None:
    listed = [name for name in kind_of(value).items if len(value.__dict__.get(name, ())) > 1]
    assume(listed)
    name = data.draw(st.sampled_from(listed))
    text = "/0/measures/0/text" if name == "entries" else "/0/text"
    try:
        after = replace(value, f"/{name}{text}", data.draw(st.sampled_from([*_TEXTS, *_ISSUES])))
    except BadEdit:
        return
    assert all(a is b for a, b in zip(value.__dict__[name][1:], after.__dict__[name][1:], strict=True))
    others = [
        n for n in type(value).model_fields if n not in (name, "prior", "meeting", "opinions", "talks", "aspects")
    ]
    assert all(value.__dict__[n] is after.__dict__[n] for n in others)


@pytest.mark.parametrize(
    ("path", "new", "text"),
    [
        ("/measures/0/due", "2026-09", "加强学习，2026年9月底前读完4本书。"),
        ("/measures/0/due", "2026-09-15", "加强学习，2026年9月15日前读完4本书。"),
        ("/measures/1/due", "2026-09", "深入基层，每月1次，2026年9月。"),
        ("/measures/1/due", None, "深入基层，每月1次。"),
        ("/measures/1/owner", "李四", "深入基层，每月1次，长期坚持。（责任人：李四）"),
        ("/measures/2/due", None, "严肃组织生活（责任人：张三）。"),
        ("/measures/2/owner", None, "严肃组织生活（完成时限：2026年9月底前）。"),
        (
            "/measures/2/department",
            "办公室",
            "严肃组织生活（责任人：张三；完成时限：2026年9月底前；责任部门：办公室）。",
        ),
        ("/measures/0/owner", "李四、王五", "加强学习，2026年6月底前读完4本书（责任人：李四、王五）。"),
        ("/measures/0/owner", "李四", "加强学习，2026年6月底前读完4本书（责任人：李四）。"),
        ("/measures/0/owner", "xxx", "加强学习，2026年6月底前读完4本书（责任人：xxx）。"),
        ("/measures/3/owner", "人事科", "由人事科牵头，3月底前修订制度。"),
        ("/measures/3/owner", None, "3月底前修订制度。"),
        ("/measures/0/due", None, None),
        ("/measures/0/due", "按时；不误", None),
        ("/causes/0/title", "理论学习抓得不紧", "理论学习抓得不紧。自我要求有所放松。"),
        ("/causes/0/title", None, "自我要求有所放松。"),
        ("/causes/0/title", "两句。话", None),
        ("/issues/0/statement", "学习不够系统", "学习不够系统。比如，去年有1项工作没有落实。"),
        ("/issues/0/instances/0/text", "比如，前年少读了2本书。", "学习不够。比如，前年少读了2本书。"),
        ("/issues/0/instances/0/text", "没有例子的话。", None),
    ],
)
def test_a_field_and_its_text_change_together(path: str, new: str | None, text: str | None) -> None:
    item = "/".join(path.split("/")[:3])
    if text is None:
        with pytest.raises(BadEdit):
            replace(team, path, new)
        return
    assert resolve(replace(team, path, new), f"{item}/text") == text


def test_a_text_brings_its_fields_along() -> None:
    after = replace(team, "/measures/2/text", "改进作风。由办公室牵头，2026年5月底前办结。")
    made = after.measures[2]
    assert (made.title, made.owner, made.due, made.label) == ("改进作风", "办公室", "2026年5月底前", "（三）")
    issue = replace(team, "/issues/0/text", "担当不够。例如，上半年推诿2次。").issues[0]
    assert (issue.statement, [one.text for one in issue.instances]) == ("担当不够", ["例如，上半年推诿2次。"])
    assert issue.aspect == team.issues[0].aspect


def test_a_bracket_shared_by_several_measures_stays_shared() -> None:
    shared = read(
        [
            "个人对照检查材料",
            "一、存在的问题",
            "一是学习不够。二是调研不够。",
            "二、整改措施",
            "一是加强学习。二是深入调研。三是抓好落实（责任人：张三；完成时限：2026年6月底前）。",
        ]
    )
    assert isinstance(shared, SelfExamination)
    assert {m.due for m in shared.measures} == {"2026年6月底前"}
    assert {m.due for m in replace(shared, "/measures/2/due", "2026-09").measures} == {"2026年9月底前"}
    assert replace(shared, "/measures/0/text", "多读书。").measures[0].due == "2026年6月底前"
    assert {m.department for m in replace(shared, "/measures/2/department", "办公室").measures} == {"办公室"}
    assert [m.due for m in replace(shared, "/measures/2/due", None).measures] == [None] * 3
    with pytest.raises(BadEdit, match="共用"):
        replace(shared, "/measures/0/due", "2026-09")


def test_an_item_in_running_prose_gets_a_clause_not_a_bracket_for_all() -> None:
    lines = [
        "个人对照检查材料",
        "一、存在的问题",
        "一是学习不够。二是调研不够。",
        "二、整改措施",
        "一是加强学习。二是深入调研。",
    ]
    own = read_as(SelfExamination, "\n".join(lines))
    assert replace(own, "/measures/1/due", "2026年6月底前").measures[1].text == "深入调研，2026年6月底前完成。"
    assert replace(own, "/measures/1/owner", "张三").measures[1].text == "深入调研，由张三负责。"
    assert replace(own, "/measures/1/due", "2026-06").measures[1].text == "深入调研，2026年6月完成。"


@pytest.mark.parametrize(
    ("path", "new", "told"),
    [
        ("/year", 2024, {"/title": "某局党组领导班子2024年度民主生活会对照检查材料"}),
        ("/opinions/total", 31, {"/preamble/0": "会前征求意见建议31条，谈心谈话16人次。"}),
        ("/preamble/0", "谈心谈话8人次。", {"/talks": 8, "/opinions": None}),
        ("/title", "某县委领导班子2025年度民主生活会检视剖析材料", {"/subject/name": "某县委领导班子"}),
        ("/organisation/name", "某县局党组", {"/title": "某县局党组领导班子2025年度民主生活会对照检查材料"}),
        (
            "/sections/1/heading",
            "带头干事创业、担当作为方面",
            {"/aspects/0/id": "2025-4", "/issues/1/aspect_id": "2025-4", "/issues/2/aspect_id": "2025-2"},
        ),
        ("/aspects/0/name", "带头干事创业、担当作为方面", {"/sections/1/heading": "带头干事创业、担当作为方面"}),
        ("/signature/on", "2026-02-01", {}),
    ],
)
def test_what_the_whole_document_says_follows(path: str, new: object, told: dict[str, object]) -> None:
    after = replace(team, path, new)
    assert {at: resolve(after, at) for at in told} == told
    assert resolve(after, path) == new


@pytest.mark.parametrize(
    ("path", "new", "told"),
    [
        ("/meeting/held_on", "2026-02-03", {"/preamble/0": "2026年2月3日"}),
        ("/meeting/chair/name", "李四", {"/preamble/0": "书记李四主持"}),
        ("/opinions/total", 30, {"/preparation/0/text": "建议三十条"}),
        ("/opinions/channels/0/count", 5, {"/preparation/0/text": "座谈会5场"}),
        ("/talks", 20, {"/preparation/0/text": "谈话20人次"}),
        ("/stated_team_issues", 3, {}),
        ("/year", 2024, {"/title": "2024年度", "/meeting/year": 2024}),
        (
            "/team_issues/0/text",
            "在带头干事创业、担当作为方面，干得不够",
            {"/team_issues/0/aspect_id": "2025-4", "/aspects/0/id": "2025-4"},
        ),
        ("/team_issues/0/text", "干得不够", {"/team_issues/0/aspect_id": "2025-1", "/aspects/0/id": "2025-1"}),
    ],
)
def test_a_fact_is_edited_in_the_text_that_states_it(path: str, new: object, told: dict[str, object]) -> None:
    after = replace(report, path, new)
    assert resolve(after, path) == new
    for at, part in told.items():
        held = resolve(after, at)
        assert (part in held) if isinstance(part, str) and isinstance(held, str) else held == part


def test_cells_of_a_ledger_are_their_own() -> None:
    after = replace(ledger, "/entries/1/measures/0/due", "2026-09")
    assert after.entries[1].measures[0].due == "2026年9月"
    assert after.entries[1].measures[0].text == "深入调研。"
    assert replace(ledger, "/entries/0/issue/text", "学习不深。不够。").entries[0].issue.statement == "学习不深"
    # without a column for it, the state is what the progress tells
    told = replace(ledger, "/entries/0/measures/0/progress", "已完成，开会3次。").entries[0].measures[0]
    assert (told.status, told.state) == (None, "done")
    assert replace(ledger, "/entries/1/remark", "已报备").entries[1].remark == "已报备"
    assert replace(ledger, "/stated/issues", 3).preamble == ("共查摆3个问题。",)
    for path, new, said in (
        ("/entries/0/measures/0/evidence", "纪要", "销号依据"),
        ("/entries/0/measures/0/status", "已完成", "整改状态"),
        ("/entries/1/measures/0/text", "抓；落", "分号"),
        ("/columns/0", "号", "表头"),
    ):
        with pytest.raises(BadEdit, match=said):
            replace(ledger, path, new)


@pytest.mark.parametrize(
    ("path", "new", "said"),
    [
        ("/measures/0/id", "m9", "编号"),
        ("/kind", "Ledger", "SelfExamination"),
        ("/links", [], "对应关系"),
        ("/issues/0/aspect", "带头", "标题"),
        ("/issues/0/aspect_id", "2025-2", "标题"),
        ("/aspects/0/canonical", "带头", "目录"),
        ("/sections/0/role", Role.CAUSES, "标题"),
        ("/sections/0/level", 2, "序号"),
        ("/scope", "member", "标题"),
        ("/issues/0/origin", "巡察", "台账"),
        ("/measures/0/status", "整改中", "台账"),
        ("/sections/0/heading", "整改措施", "别的内容"),
        ("/sections/1/heading", "工作方面成效显著", "方面"),
        ("/sections/0/heading", "问题。不足", "短标题"),
        ("/title", "通知", "文种"),
        ("/title", "关于召开2025年度民主生活会情况的报告", "对照检查材料"),
        ("/title", None, "没有自己的位置"),
        ("/issues/0/text", "一是学习不够。", "序号"),
        ("/issues/0/text", "学习不够，一是少，二是浅。", "insert"),
        ("/issues/0/text", "学习不够；", "分号"),
        ("/issues/0/text", "学习不够。 ", "空格"),
        ("/issues/0/text", "学习\x0b不够。", "控制字符"),
        ("/preamble/0", "一、学习。", "序号"),
        ("/preamble/0", "学习。\n调研。", "换行"),
        ("/measures/0/label", "五是", "形式"),
        ("/measures/0/label", None, "形式"),
        ("/measures/0/due", "2026-13", "日历"),
        ("/signature/on", "2026年", "EDTF"),
        ("/signature/name", "王五，副局长。", "人名"),
        ("/talks", -1, "不小于 0"),
        ("/measures", [{"id": "m1"}], "/measures/0/text"),
        ("", None, "整个值"),
    ],
)
def test_what_cannot_be_stored_is_refused_in_words(path: str, new: object, said: str) -> None:
    with pytest.raises((BadEdit, BadModel), match=said):
        replace(team, path, new)


def test_a_number_and_its_text_may_not_run_together() -> None:
    lines = [
        "个人对照检查材料",
        "一、存在的问题",
        "1、学习不够。",
        "2、调研不够。",
        "二、整改措施",
        "1、由办公室牵头，2项制度全部修订。",
    ]
    own = read_as(SelfExamination, "\n".join(lines))
    with pytest.raises(BadEdit, match="连读"):
        replace(own, "/measures/0/owner", None)
    with pytest.raises(BadEdit, match="连读"):
        replace(own, "/issues/0/text", "2件工作没有落实。")
    assert replace(own, "/issues/1/label", "3、").issues[1].label == "3、"


def test_numbers_in_running_prose_run_on() -> None:
    own = read_as(SelfExamination, "个人对照检查材料\n一、存在的问题\n一是学习不够。三是调研不够。")
    assert replace(own, "/issues/1/label", "二是").issues[1].label == "二是"
    with pytest.raises(BadEdit, match="连读"):
        replace(own, "/issues/0/text", "学习不够深入")
    with pytest.raises(BadEdit, match="没有接着"):
        replace(own, "/issues/1/label", "五是")


def test_aspects_are_those_of_the_year() -> None:
    lines = "某局党组2025年度民主生活会对照检查材料\n一、存在的问题\n（一）带头固本强元、增强党性方面\n1.学习不够。\n2.调研不够。"
    own = read_as(SelfExamination, lines)
    assert (own.aspects[0].id, own.issues[1].aspect_id) == ("2025-2", "2025-2")
    after = replace(own, "/year", 2024)
    assert (after.aspects[0].id, after.sections[1].aspect_id, after.issues[1].aspect_id) == (None, None, None)
    assert after.issues[1].aspect == own.issues[1].aspect


def test_twin_headings_are_not_told_apart() -> None:
    head = "（{}）带头固本培元、增强党性方面\n1.学习不够。\n2.调研不够。\n"
    lines = "某局党组2025年度民主生活会对照检查材料\n一、存在的问题\n" + head.format("一") + head.format("二")
    with pytest.raises(BadEdit, match="另一个标题相同"):
        replace(read_as(SelfExamination, lines), "/sections/1/heading", "带头干事创业、担当作为方面")


@pytest.mark.parametrize("path", ["/measure/0", "/measures/9", "/measures/x", "/title/0", "measures"])
def test_paths_that_lead_nowhere(path: str) -> None:
    for edit in (lambda: replace(team, path, "x"), lambda: remove(team, path), lambda: insert(team, f"{path}/a", "x")):
        with pytest.raises(BadPath):
            edit()


# --- insert, remove, whole lists ------------------------------------------------------------------------------------


@given(values(), st.data())
def test_an_item_comes_and_goes(value: DocumentValue, data: st.DataObject) -> None:
    listed = [name for name in kind_of(value).items if name in type(value).model_fields and name != "issue"]
    assume(listed)
    name = data.draw(st.sampled_from(listed))
    held = value.__dict__[name]
    index = data.draw(st.integers(0, len(held)))
    place = str(index) if index < len(held) else data.draw(st.sampled_from(["-", str(index)]))
    after = insert(value, f"/{name}/{place}", data.draw(st.sampled_from(_ISSUES if "issue" in name else _TEXTS)))
    new = after.__dict__[name]
    item = new[index]
    assert (*new[:index], *new[index + 1 :]) == held
    assert item.__dict__.get("label") is None
    assert item.id not in ids_of(value)
    assert len(ids_of(after)) == len(ids_of(value)) + (2 if name == "entries" else 1)
    assert load(after.model_dump_json()) == after
    assert unlinked(remove(after, f"/{name}/{index}")) == unlinked(value)
    assert [c.kind for c in changes(value, after) if c.target == f"/{name}/{index}"] == [ChangeKind.ADDED]


def test_an_inserted_item_is_what_a_reader_gives() -> None:
    made = insert(team, "/measures/1", {"text": "抓好调研。每月1次。", "due": "2026-06", "owner": "xx"}).measures
    assert [m.id for m in made] == ["m1", "m5", "m2", "m3", "m4"]
    assert made[1].text == "抓好调研。每月1次（责任人：xx；完成时限：2026年6月）。"
    assert (made[1].title, made[1].due, made[1].owner) == ("抓好调研", "2026年6月", Placeholder(raw="xx", of="person"))
    again = insert(team, "/measures/-", team.measures[0]).measures[-1]
    assert (again.id, again.label) == ("m5", None)
    moved = insert(remove(team, "/measures/0"), "/measures/-", team.measures[0])
    assert [m.id for m in moved.measures] == ["m2", "m3", "m4", "m1"]


def test_an_issue_comes_under_the_aspect_of_its_place() -> None:
    first, second = team.issues[0].aspect, team.issues[2].aspect
    assert insert(team, "/issues/2", "调研不够。").issues[2].aspect == first
    assert insert(team, "/issues/0", "调研不够。").issues[0].aspect_id == "2025-1"
    assert insert(team, "/issues/2", {"text": "调研不够。", "aspect": second}).issues[2].aspect_id == "2025-2"
    with pytest.raises(BadEdit, match="方面"):
        insert(team, "/issues/0", {"text": "调研不够。", "aspect": second})
    own = insert(report, "/team_issues/1", "在带头敬畏人民、敬畏组织、敬畏法纪方面，敬畏不够")
    assert [aspect.id for aspect in own.aspects] == ["2025-1", "2025-3", "2025-2"]
    assert (
        insert(report, "/team_issues/1", "敬畏不够").team_issues[1].aspect_id == "2025-1"
    )  # it is told beside the first


def test_links_go_with_their_items_and_rows_link_what_they_hold() -> None:
    link = Link(issue="i1", measure="m1", basis=LinkBasis.LABEL)
    linked = team.model_copy(update={"links": (link, link.model_copy(update={"measure": "m2"}))})
    assert remove(linked, "/measures/0").links == linked.links[1:]
    assert remove(linked, "/issues/0").links == ()
    assert replace(linked, "/measures/0/text", "另抓一事。").links is linked.links
    row = insert(
        ledger, "/entries/1", {"issue": "担当不够。", "measures": ["敢担当。", {"text": "强作风。", "owner": "王五"}]}
    )
    assert row.entries[1].id == "e3"
    assert row.entries[1].issue is not None
    assert [m.id for m in row.entries[1].measures] == ["m4", "m5"]
    assert [(link.issue, link.measure) for link in row.links] == [
        ("i1", "m1"),
        ("i1", "m2"),
        ("i3", "m4"),
        ("i3", "m5"),
        ("i2", "m3"),
    ]
    more = insert(ledger, "/entries/1/measures/-", {"text": "强作风。", "due": "2026-06"})
    assert (more.links[-1].measure, more.entries[1].measures[1].due) == ("m4", "2026年6月")


@pytest.mark.parametrize(
    ("path", "item", "said"),
    [
        ("/sections/0", "x", "不能改"),
        ("/links/0", {}, "对应关系"),
        ("/issues/0/instances/0", "x", "不能改"),
        ("/measures/-", {"txt": "x"}, "/measures/4 没有 txt 这一项，是不是 text"),
        ("/measures/-", {"text": "抓。", "owne": "x"}, "是不是 owner"),
        ("/measures/-", 3, "全文"),
        ("/measures/-", team.causes[0], "全文"),
        ("/measures/-", {"text": "抓。", "status": "整改中"}, "台账"),
        ("/measures/-", "抓学习。二、抓", None),
        ("/preamble/-", "一、抓学习。", "序号"),
        ("/closing/-", "抓学习。", "结束语"),
        ("/preamble/0", "王五", "成句"),
    ],
)
def test_what_cannot_be_inserted_is_refused_in_words(path: str, item: object, said: str | None) -> None:
    if said is None:
        assert insert(team, path, item)
        return
    with pytest.raises((BadEdit, BadModel), match=said):
        insert(team, path, item)
    with pytest.raises(BadEdit, match="销号依据"):
        insert(ledger, "/entries/0/measures/-", {"text": "抓。", "evidence": "纪要"})
    with pytest.raises(BadEdit, match="分号"):
        insert(ledger, "/entries/-", {"issue": "学习不够。", "measures": ["抓；落"]})


def test_a_list_given_whole() -> None:
    one, two, _, four = team.measures
    given = [four, one.model_copy(update={"text": "改了一条。"}), Measure(id="", text="新来的。"), two]
    after = replace(team, "/measures", given)
    assert [(m.id, m.text) for m in after.measures] == [
        ("m4", four.text),
        ("m1", "改了一条。"),
        ("m5", "新来的。"),
        ("m2", two.text),
    ]
    assert after.measures[1].due is None
    assert after.measures[0] is four
    told = [(c.kind.value, str(c.path)) for c in changes(team, after) if not c.path.startswith("/links")]
    assert told == [
        ("removed", "/measures/2"),
        ("moved", "/measures/3"),
        ("changed", "/measures/0/text"),
        ("changed", "/measures/0/due"),
        ("added", ""),
    ]
    apart = replace(team, "/issues", (team.issues[2], *team.issues[:2])).issues
    assert [(issue.id, issue.aspect_id) for issue in apart] == [("i3", "2025-1"), ("i1", "2025-1"), ("i2", "2025-1")]
    assert replace(team, "/preamble", ["根据安排，开展学习。", *team.preamble]).preamble[0] == "根据安排，开展学习。"


def test_an_item_given_whole() -> None:
    after = replace(team, "/measures/0", team.measures[0].model_copy(update={"due": "2026年7月底前"}))
    assert after.measures[0].text == "加强学习，2026年7月底前读完4本书。"
    after = replace(team, "/measures/0", {**team.measures[0].model_dump(), "text": "抓学习。"})
    assert (after.measures[0].text, after.measures[0].due) == ("抓学习。", None)
    contrary = {"text": "抓学习，2026年5月底前办结。", "due": "2026年7月底前"}
    with pytest.raises(BadEdit, match="对不上"):
        replace(team, "/measures/0", team.measures[0].model_copy(update=contrary))


def test_what_may_be_empty_can_be_removed() -> None:
    assert remove(team, "/measures/2/due").measures[2].due is None
    assert remove(team, "/preamble/0").opinions is None
    assert remove(ledger, "/entries/1/measures/0/owner").entries[1].measures[0].owner is None
    for path in ("/measures/0/text", "/title", "/sections/0", "/year", "/signature/name", ""):
        with pytest.raises((BadEdit, BadModel)):
            remove(team, path)
