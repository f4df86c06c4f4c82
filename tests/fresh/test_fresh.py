"""Values made by hand: what the file gets that they lack, how it looks to Word, and what is refused."""

from __future__ import annotations

import io
import runpy
import zipfile
from pathlib import Path

import docx
import pytest

import mzsh_model as mz
from mzsh_model.fresh.paragraph_xml import Style
from mzsh_model.kernel.errors import BadEdit, WrongKind
from mzsh_model.kinds.write import complete, write
from mzsh_model.model.base import Placeholder, Role
from mzsh_model.model.documents import MeetingReport, SelfExamination, Unrecognised
from mzsh_model.model.items import Cause, Issue, Measure
from mzsh_model.model.parts import (
    Absentee,
    Channel,
    Meeting,
    OpinionSummary,
    PriorSummary,
    Section,
    Signature,
    Step,
    Supervision,
    TalkCount,
)
from mzsh_model.model.people import Member, Organisation
from tests.fresh.test_laws import bare

ROOT = Path(__file__).parents[2]
TEMPLATE = ROOT / "src" / "mzsh_model" / "fresh" / "template.docx"
FIRST, SECOND = "带头强化政治忠诚、提高政治能力方面", "带头固本培元、增强党性方面"


def issue(n: int, text: str, aspect: str | None = None, **more: str) -> Issue:
    return Issue(id=f"i{n}", aspect=aspect, statement=text.split("。")[0], text=text, **more)


def measures(*labels: str | None) -> tuple[Measure, ...]:
    return tuple(Measure(id=f"m{n}", label=label, text=f"把第{n}项工作做细做实。") for n, label in enumerate(labels, 1))


EXAMINATION = SelfExamination(
    title="2025年度民主生活会个人对照检查材料",
    year=2025,
    organisation=Organisation(name="某局党组"),
    scope="member",
    subject=Member(name="张三", post="某局党组成员、副局长"),
    dated="2026-01",
    preamble=("我认真参加学习，现汇报如下。",),
    issues=(
        issue(1, "理论学习不够系统。列入计划的书没有读完。", FIRST),
        issue(2, "调研不够深入，看现场少。", FIRST),
        issue(3, "组织生活不够严肃。", SECOND),
    ),
    causes=(Cause(id="c1", text="理论武装抓得不深。"), Cause(id="c2", text="党性锻炼有所放松。")),
    measures=(
        Measure(id="m1", text="加强理论学习，2026年6月底前读完4本书。", due="2026年6月底前"),
        Measure(id="m2", text="由办公室牵头，3月底前修订制度。", owner="办公室", due="3月底前"),
    ),
    closing=("以上是我的对照检查，请同志们批评指正。",),
    signature=Signature(name="某局党组", on="2026-01-10"),
)
REPORT = MeetingReport(
    title="某局党组2025年度民主生活会情况报告",
    number="某党组〔2026〕4号",
    addressee="市委组织部",
    year=2025,
    organisation=Organisation(name="某局党组"),
    basis="《关于开好民主生活会的通知》",
    meeting=Meeting(
        year=2025,
        name="2025年度民主生活会",
        held_on="2026-01-12",
        held_until="2026-01-13",
        place="局三楼会议室",
        theme="锲而不舍落实中央八项规定精神",
        chair=Member(name="张三", post="党组书记"),
        recorder=Member(name="郑小八", post="办公室主任"),
        attendees=(Member(name="李小四", post="副局长"), Member(name="王小明")),
        expected=7,
        present=Placeholder(raw="xx", of="count"),
        absentees=(
            Absentee(name="孙小九", post="副局长", reason="因病住院", written=True),
            Absentee(name="吴小十", reason="外出学习"),
            Absentee(reason="因公出差"),
        ),
        supervision=Supervision(group="上级督导组", leader=Member(name="钱小七", post="组长")),
    ),
    opinions=OpinionSummary(
        total=26,
        merged=19,
        aspects=5,
        for_team=12,
        for_members=14,
        channels=(Channel(name="座谈会", count=3), Channel(name="征求意见表", count=80), Channel(name="意见箱")),
    ),
    talks=64,
    talk_counts=(TalkCount(between="班子成员之间", count=20), TalkCount(between="与分管科室负责人", count=44)),
    prior=PriorSummary(issues=12, measures=17, done=11, ongoing=1),
    stated_criticisms=36,
    preparation=(
        Step(id="s1", title="加强理论学习", text="加强理论学习。组织集中学习4次。"),
        Step(id="s2", title="严格审核把关", text="严格审核把关。书记逐一审核。"),
    ),
    team_issues=(issue(1, f"在{FIRST}，还存在学习不够的问题。", f"在{FIRST}"), issue(2, "调研不够深入。", SECOND)),
    member_issues=(issue(3, "担当精神不强。"),),
    causes=(Cause(id="c1", text="理论武装抓得不深。"),),
    measures=EXAMINATION.measures,
    followup=("会后，党组列出问题清单。", "特此报告。"),
    signature=Signature(name="某局党组", on="2026-01-28"),
)


@pytest.mark.parametrize("value", [EXAMINATION, REPORT], ids=["examination", "report"])
def test_a_value_without_headings_and_numbers_gets_them(value: SelfExamination | MeetingReport) -> None:
    assert bare(mz.open(write(value)).read().value) == bare(complete(value))


def test_chapters_and_aspects_stand_in_the_order_of_the_genre() -> None:
    shown = [f"{s.level} {s.label}{s.heading}" for s in complete(EXAMINATION).sections]
    assert shown == [
        "1 一、存在的主要问题",
        f"2 （一）{FIRST}",
        f"2 （二）{SECOND}",
        "1 二、原因剖析",
        "1 三、整改措施",
    ]
    assert [i.label for i in complete(EXAMINATION).issues] == ["一是", "二是", "一是"]
    assert [i.aspect_id for i in complete(EXAMINATION).issues] == ["2025-1", "2025-1", "2025-2"]


def test_a_new_chapter_moves_those_behind_it_on() -> None:
    sections = (
        Section(label="一、", heading="存在的主要问题", level=1, role=Role.ISSUES),
        Section(label="二、", heading="整改措施", level=1, role=Role.MEASURES),
    )
    value = SelfExamination(sections=sections, causes=EXAMINATION.causes, measures=EXAMINATION.measures)
    assert [f"{s.label}{s.heading}" for s in complete(value).sections] == [
        "一、存在的主要问题",
        "二、原因剖析",
        "三、整改措施",
    ]


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (["一是", None, "三是"], ["一是", "二是", "三是"]),
        ([None, "2.", None], ["1.", "2.", "3."]),
        (["（一）", None], ["（一）", "（二）"]),
        (["首先", None, None, None], ["首先", "其次", "再次", "最后"]),
        ([None, None], ["一是", "二是"]),
        (["①", "Z)", "③"], ["①", "②", "③"]),
        ([None], [None]),
    ],
)
def test_a_missing_number_is_the_one_its_neighbours_imply(given: list[str | None], wanted: list[str | None]) -> None:
    section = Section(label="一、", heading="整改措施", level=1, role=Role.MEASURES)
    value = SelfExamination(title="个人对照检查材料", sections=(section,), measures=measures(*given))
    assert [m.label for m in complete(value).measures] == wanted
    assert bare(mz.open(write(value)).read().value) == bare(complete(value).model_copy(update={"scope": "member"}))


def test_the_styles_say_what_each_paragraph_is() -> None:
    document = docx.Document(io.BytesIO(write(EXAMINATION)))
    shown = [(p.style.name if p.style else "", p.text) for p in document.paragraphs]
    assert shown[:7] == [
        (Style.TITLE, "2025年度民主生活会个人对照检查材料"),
        (Style.BYLINE, "某局党组成员、副局长\u3000张三"),
        (Style.BYLINE, "（2026年1月）"),
        (Style.BODY, "我认真参加学习，现汇报如下。"),
        (Style.HEADING_1, "一、存在的主要问题"),
        (Style.HEADING_2, f"（一）{FIRST}"),
        (Style.ISSUE, "一是理论学习不够系统。列入计划的书没有读完。"),
    ]
    assert shown[-2:] == [(Style.SIGNER, "某局党组"), (Style.SIGNED_ON, "2026年1月10日")]


def test_the_template_has_every_style_on_normal_and_levels_on_the_headings() -> None:
    styles = docx.Document(str(TEMPLATE)).styles
    for one in Style:
        style = styles[one.value]
        assert style.style_id == one.id
        while style.base_style is not None:
            style = style.base_style
        assert style.name == "Normal"
    levels = [
        styles[Style[f"HEADING_{n}"].value].element.xpath("string(w:pPr/w:outlineLvl/@w:val)") for n in range(1, 5)
    ]
    assert levels == ["0", "1", "2", "3"]


def test_the_page_is_that_of_the_standard() -> None:
    section = docx.Document(io.BytesIO(write(REPORT))).sections[0]
    page = section._sectPr
    assert page.xpath("string(w:docGrid/@w:linePitch)") == "579"
    assert section.page_width is not None
    assert section.page_height is not None
    assert (section.page_width.twips, section.page_height.twips) == (11906, 16838)
    assert "PAGE" in section.footer.paragraphs[0]._p.xml
    assert "PAGE" in section.even_page_footer.paragraphs[0]._p.xml


def test_the_script_makes_the_template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = runpy.run_path(str(ROOT / "tools" / "make_template.py"))
    made = tmp_path / "template.docx"
    monkeypatch.setitem(script["main"].__globals__, "OUT", made)
    script["main"]()
    with zipfile.ZipFile(made) as new, zipfile.ZipFile(TEMPLATE) as old:
        assert {n: new.read(n) for n in new.namelist()} == {n: old.read(n) for n in old.namelist()}, (
            "run: python tools/make_template.py"
        )


def test_other_kinds_are_refused_by_name() -> None:
    with pytest.raises(WrongKind, match="对照检查材料、情况报告、整改台账"):
        write(Unrecognised())


def test_a_text_that_word_cannot_store_is_refused_by_its_path() -> None:
    value = EXAMINATION.model_copy(update={"closing": ("以上发言。", "完\x0b毕。")})
    with pytest.raises(BadEdit, match="/closing/1 ") as caught:
        write(value)
    assert "毕" not in str(caught.value)
    assert write(EXAMINATION.model_copy(update={"closing": ("以上发言，𠮷同志。",)}))
