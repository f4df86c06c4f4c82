"""`import mzsh_model as mz` is the whole library: every name, typed errors for wrong calls, nothing loaded early."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from pydantic import ValidationError

import mzsh_model as mz
from mzsh_model.model.base import Value
from mzsh_model.model.documents import DocumentValue, SelfExamination

ROOT = Path(__file__).parents[2]
NAMES = """
SCHEMA_VERSION Absentee AgendaItem Aspect BadEdit BadModel BadPackage BadPath BadProfile Basis BrokenLaw CallerError CaseReflection Cause
Change ChangeKind Channel CheckResult Circular CloseOut Comment Comparison Conflict Context Corpus Criticism CriticismRow CriticismSheet
Document DocumentValue Dossier DossierFinding DossierMeeting Fate FileResult Finding FindingPlace Fixed Hit HostScript InputError
Instance Issue IssueAt Kind Ledger LedgerCounts LedgerEntry Level Limits Line Link LinkBasis Measure MeasureMove Meeting
MeetingPapers MeetingPlan MeetingReport Member Merge Message Minutes Missing MzshError NewerSchema Notice Opinion OpinionForm
OpinionList OpinionSummary Organisation Outcome Paper PartialDate PersonalMatter Place Placeholder PreparationReport
PriorAccount PriorAccountRow PriorIssue PriorSummary Profile Progress RectificationPlan Redaction Repeat Response Review Revision RevisionKind Role Roster
RosterMember Rule SaveError Section SelfExamination Sighting Signature StaleAnchor Step Stray Supervision SupervisorRemarks
Talk TalkCount TalkRecord TalkSummary Team TraceStep Unchecked UnknownRule UnknownSchema Unrecognised Value Verdict
VersionStep WrongKind all_rules blank_forms changes check check_many complete draft_ledger draft_report find_rule fix hit hit_line in_words insert
load load_profile merge open open_dossier progress read_corpus read_text remove replace resolve rule walk write
"""


def test_the_public_names_are_these() -> None:
    assert sorted(mz.__all__) == sorted(NAMES.split())
    assert set(mz.__all__) <= set(dir(mz))


def test_every_value_and_every_error_is_public() -> None:
    def below(kind: type) -> set[type]:
        return {kind}.union(*(below(one) for one in kind.__subclasses__()))

    _ = mz.Document
    ours = {one for one in below(Value) | below(mz.MzshError) if one.__module__.startswith("mzsh_model.")}
    bases = {one for one in ours if issubclass(one, DocumentValue) and not one.model_fields["kind"].default}
    assert {one.__name__ for one in ours - bases} <= set(mz.__all__)


def test_importing_loads_neither_pydantic_nor_lxml() -> None:
    code = "import sys, mzsh_model; print([n for n in ('pydantic', 'lxml', 'docx', 'typer') if n in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout == "[]\n"


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="Isue"):
        _ = getattr(mz, "Isue")  # noqa: B009


@pytest.mark.parametrize("page", sorted((ROOT / "docs").glob("*.md")), ids=lambda page: page.name)
def test_the_docs_import_nothing_else(page: Path) -> None:
    if page.name == "adding-a-kind.md":
        assert "from mzsh_model.kinds" in page.read_text(encoding="utf-8")  # for whoever extends the library itself
        return
    assert not re.findall(r"^\s*(?:from|import) mzsh_model\.(?!examples)\S+", page.read_text(encoding="utf-8"), re.M)


def _value() -> SelfExamination:
    return cast(SelfExamination, mz.read_text("个人对照检查材料\n一、存在的问题\n一是学习不够。\n二是调研不深。").value)


_DOC = mz.open(mz.write(_value()))
WRONG: dict[str, Callable[[], object]] = {
    "check-none": lambda: mz.check(cast(SelfExamination, None)),
    "check-text": lambda: mz.check(cast(SelfExamination, "材料.docx")),
    "check-profile": lambda: mz.check(_value(), profile=cast(str, {"off": ["MEA001"]})),
    "check-today": lambda: mz.check(_value(), today=cast(None, "2026-01-01")),
    "check-doc": lambda: mz.check(_value(), cast(mz.Document, b"")),
    "annotate-value": lambda: _DOC.annotate(cast(mz.CheckResult, _value())),
    "write-bytes": lambda: _DOC.write(cast(SelfExamination, b"")),
    "write-tracked": lambda: _DOC.write(_value(), tracked=cast(str, True)),
    "bind-none": lambda: _DOC.bind(cast(SelfExamination, None)),
    "fresh-text": lambda: mz.write(cast(SelfExamination, "全文")),
    "replace-text": lambda: mz.replace(cast(SelfExamination, "全文"), "/title", "甲"),
    "insert-doc": lambda: mz.insert(cast(SelfExamination, _DOC), "/issues/-", "甲"),
    "remove-none": lambda: mz.remove(cast(SelfExamination, None), "/title"),
    "merge-none": lambda: mz.merge(_value(), _value(), cast(SelfExamination, None)),
    "changes-text": lambda: mz.changes(_value(), cast(SelfExamination, "全文")),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_argument_is_told_in_one_line(name: str) -> None:
    with pytest.raises(mz.MzshError) as raised:
        WRONG[name]()
    assert raised.value.code
    assert "\n" not in str(raised.value)
    assert re.search("[\u4e00-\u9fff]", str(raised.value))


MISMADE: dict[str, tuple[Callable[[], object], str]] = {
    "misspelt": (lambda: mz.Issue(**{"txt": "甲"}), "mz.Issue 没有 txt 这一项，是不是 text"),
    "misspelt-below": (
        lambda: mz.SelfExamination(**{"issues": [{"txt": "甲"}]}),
        "mz.SelfExamination /issues/0 没有 txt 这一项，是不是 text",
    ),
    "missing": (lambda: mz.Issue(**{}), "mz.Issue /text 缺少：这里应有文字"),
    "type": (lambda: mz.Measure(**{"text": 3}), "mz.Measure /text 的值不合要求：这里应为文字"),
    "other-value": (
        lambda: mz.SelfExamination(**{"issues": [mz.Cause(text="甲")]}),
        "mz.SelfExamination /issues/0 的值不合要求：这里应为对象“问题”",
    ),
}


@pytest.mark.parametrize("name", MISMADE)
def test_a_value_that_cannot_be_made_says_why(name: str) -> None:
    make, said = MISMADE[name]
    with pytest.raises(mz.BadModel) as raised:
        make()
    assert str(raised.value) == said


def test_fields_are_given_by_name() -> None:
    with pytest.raises(mz.CallerError, match=r"mz\.Issue\(字段=内容\)"):
        cast(Callable[[str], object], mz.Issue)("甲")


def test_what_is_loaded_is_validated_whole() -> None:
    """Were values within a value made by their constructors, an error could not tell where in the whole it is."""
    with pytest.raises(ValidationError):
        mz.SelfExamination.model_validate({"issues": [{"txt": "甲"}]})


def test_a_space_stands_only_where_latin_meets_hanzi() -> None:
    with pytest.raises(mz.CallerError, match=r"^check 的第一个参数应为读出"):
        mz.check(cast(SelfExamination, None))
    with pytest.raises(mz.CallerError, match=r"^today 应为 datetime"):
        mz.check(_value(), today=cast(None, "2026"))


def test_a_document_and_an_outcome_are_checked_as_they_are() -> None:
    by_hand = mz.check(_DOC.read().value, _DOC)
    assert by_hand.findings
    assert mz.check(_DOC) == by_hand
    assert [f.code for f in mz.check(_DOC.read()).findings] == [f.code for f in mz.check(_DOC.read().value).findings]
