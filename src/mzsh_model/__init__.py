"""Typed model, readers and validators for the materials of 民主生活会.

What stands in `__all__` is the public API; everything else may change. Names are imported when they are first used: to
import this package loads neither pydantic nor lxml.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mzsh_model.batch.many import check_many as check_many
    from mzsh_model.batch.repeats import Corpus as Corpus
    from mzsh_model.batch.repeats import Repeat as Repeat
    from mzsh_model.batch.repeats import read_corpus as read_corpus
    from mzsh_model.batch.run import FileResult as FileResult
    from mzsh_model.binding.identity.fates import Fate as Fate
    from mzsh_model.document.checking import check as check
    from mzsh_model.document.document import Document as Document
    from mzsh_model.document.fixing import Fixed as Fixed
    from mzsh_model.document.fixing import fix as fix
    from mzsh_model.document.fresh import write as write
    from mzsh_model.document.making import complete as complete
    from mzsh_model.document.opening import open_document as open
    from mzsh_model.document.opening import read_text as read_text
    from mzsh_model.document.redacting.redaction import Redaction as Redaction
    from mzsh_model.dossier.blank_forms import blank_forms as blank_forms
    from mzsh_model.dossier.dossier import Dossier, DossierMeeting, IssueAt, VersionStep
    from mzsh_model.dossier.intake import Stray as Stray
    from mzsh_model.dossier.ledger_draft import draft_ledger as draft_ledger
    from mzsh_model.dossier.open import open_dossier as open_dossier
    from mzsh_model.dossier.progress import MeasureMove, Progress, progress
    from mzsh_model.dossier.report_draft import draft_report as draft_report
    from mzsh_model.dossier.trace import TraceStep as TraceStep
    from mzsh_model.edit.change import insert as insert
    from mzsh_model.edit.change import remove as remove
    from mzsh_model.edit.change import replace as replace
    from mzsh_model.edit.compare import Change as Change
    from mzsh_model.edit.compare import ChangeKind as ChangeKind
    from mzsh_model.edit.compare import changes as changes
    from mzsh_model.edit.merge import Conflict as Conflict
    from mzsh_model.edit.merge import Merge as Merge
    from mzsh_model.edit.merge import merge as merge
    from mzsh_model.edit.words import in_words as in_words
    from mzsh_model.kernel.dates import PartialDate as PartialDate
    from mzsh_model.kernel.errors import BadEdit as BadEdit
    from mzsh_model.kernel.errors import BadModel as BadModel
    from mzsh_model.kernel.errors import BadPackage as BadPackage
    from mzsh_model.kernel.errors import BadPath as BadPath
    from mzsh_model.kernel.errors import BadProfile as BadProfile
    from mzsh_model.kernel.errors import BrokenLaw as BrokenLaw
    from mzsh_model.kernel.errors import CallerError as CallerError
    from mzsh_model.kernel.errors import InputError as InputError
    from mzsh_model.kernel.errors import MzshError as MzshError
    from mzsh_model.kernel.errors import NewerSchema as NewerSchema
    from mzsh_model.kernel.errors import SaveError as SaveError
    from mzsh_model.kernel.errors import StaleAnchor as StaleAnchor
    from mzsh_model.kernel.errors import UnknownRule as UnknownRule
    from mzsh_model.kernel.errors import UnknownSchema as UnknownSchema
    from mzsh_model.kernel.errors import WrongKind as WrongKind
    from mzsh_model.kernel.outcome import Notice as Notice
    from mzsh_model.kernel.outcome import Outcome as Outcome
    from mzsh_model.kernel.place import Place as Place
    from mzsh_model.kinds.circular.value import Circular as Circular
    from mzsh_model.kinds.criticism_sheet.value import CriticismRow as CriticismRow
    from mzsh_model.kinds.criticism_sheet.value import CriticismSheet as CriticismSheet
    from mzsh_model.kinds.host_script.value import HostScript as HostScript
    from mzsh_model.kinds.load import load as load
    from mzsh_model.kinds.meeting_plan.value import MeetingPlan as MeetingPlan
    from mzsh_model.kinds.minutes.value import Minutes as Minutes
    from mzsh_model.kinds.opinion_form.value import OpinionForm as OpinionForm
    from mzsh_model.kinds.opinion_list.value import Opinion as Opinion
    from mzsh_model.kinds.opinion_list.value import OpinionList as OpinionList
    from mzsh_model.kinds.preparation_report.value import PreparationReport as PreparationReport
    from mzsh_model.kinds.prior_account.value import PriorAccount as PriorAccount
    from mzsh_model.kinds.prior_account.value import PriorAccountRow as PriorAccountRow
    from mzsh_model.kinds.rectification_plan.value import RectificationPlan as RectificationPlan
    from mzsh_model.kinds.supervisor_remarks.value import SupervisorRemarks as SupervisorRemarks
    from mzsh_model.kinds.talk_record.value import TalkRecord as TalkRecord
    from mzsh_model.kinds.talk_summary.value import Talk as Talk
    from mzsh_model.kinds.talk_summary.value import TalkSummary as TalkSummary
    from mzsh_model.model.base import SCHEMA_VERSION as SCHEMA_VERSION
    from mzsh_model.model.base import Kind as Kind
    from mzsh_model.model.base import Placeholder as Placeholder
    from mzsh_model.model.base import Role as Role
    from mzsh_model.model.base import Value as Value
    from mzsh_model.model.documents import DocumentValue as DocumentValue
    from mzsh_model.model.documents import Ledger as Ledger
    from mzsh_model.model.documents import LedgerCounts as LedgerCounts
    from mzsh_model.model.documents import LedgerEntry as LedgerEntry
    from mzsh_model.model.documents import MeetingReport as MeetingReport
    from mzsh_model.model.documents import SelfExamination as SelfExamination
    from mzsh_model.model.documents import Unrecognised as Unrecognised
    from mzsh_model.model.items import Aspect as Aspect
    from mzsh_model.model.items import Cause as Cause
    from mzsh_model.model.items import CloseOut as CloseOut
    from mzsh_model.model.items import Instance as Instance
    from mzsh_model.model.items import Issue as Issue
    from mzsh_model.model.items import Link as Link
    from mzsh_model.model.items import LinkBasis as LinkBasis
    from mzsh_model.model.items import Measure as Measure
    from mzsh_model.model.parts import Absentee as Absentee
    from mzsh_model.model.parts import AgendaItem as AgendaItem
    from mzsh_model.model.parts import CaseReflection as CaseReflection
    from mzsh_model.model.parts import Channel as Channel
    from mzsh_model.model.parts import Criticism as Criticism
    from mzsh_model.model.parts import Meeting as Meeting
    from mzsh_model.model.parts import OpinionSummary as OpinionSummary
    from mzsh_model.model.parts import PersonalMatter as PersonalMatter
    from mzsh_model.model.parts import PriorIssue as PriorIssue
    from mzsh_model.model.parts import PriorSummary as PriorSummary
    from mzsh_model.model.parts import Response as Response
    from mzsh_model.model.parts import Review as Review
    from mzsh_model.model.parts import Section as Section
    from mzsh_model.model.parts import Signature as Signature
    from mzsh_model.model.parts import Step as Step
    from mzsh_model.model.parts import Supervision as Supervision
    from mzsh_model.model.parts import TalkCount as TalkCount
    from mzsh_model.model.people import Member as Member
    from mzsh_model.model.people import Organisation as Organisation
    from mzsh_model.model.people import Team as Team
    from mzsh_model.model.walk import resolve as resolve
    from mzsh_model.model.walk import walk as walk
    from mzsh_model.opc.limits import Limits as Limits
    from mzsh_model.outline.lines import Line as Line
    from mzsh_model.rules.comparing import Comparison as Comparison
    from mzsh_model.rules.comparing import DossierFinding as DossierFinding
    from mzsh_model.rules.comparing import FindingPlace as FindingPlace
    from mzsh_model.rules.context import Context as Context
    from mzsh_model.rules.finding import CheckResult as CheckResult
    from mzsh_model.rules.finding import Finding as Finding
    from mzsh_model.rules.finding import Level as Level
    from mzsh_model.rules.finding import Unchecked as Unchecked
    from mzsh_model.rules.finding import Verdict as Verdict
    from mzsh_model.rules.package import Missing as Missing
    from mzsh_model.rules.papers import MeetingPapers as MeetingPapers
    from mzsh_model.rules.papers import Paper as Paper
    from mzsh_model.rules.papers import Roster as Roster
    from mzsh_model.rules.papers import RosterMember as RosterMember
    from mzsh_model.rules.papers import Sighting as Sighting
    from mzsh_model.rules.profile import Profile as Profile
    from mzsh_model.rules.profile import load_profile as load_profile
    from mzsh_model.rules.registry import all_rules as all_rules
    from mzsh_model.rules.registry import find_rule as find_rule
    from mzsh_model.rules.rule import Basis as Basis
    from mzsh_model.rules.rule import Hit as Hit
    from mzsh_model.rules.rule import Message as Message
    from mzsh_model.rules.rule import Rule as Rule
    from mzsh_model.rules.rule import hit as hit
    from mzsh_model.rules.rule import hit_line as hit_line
    from mzsh_model.rules.rule import rule as rule
    from mzsh_model.wml.marking.comments import Comment as Comment
    from mzsh_model.wml.marking.revisions import Revision as Revision
    from mzsh_model.wml.marking.revisions import RevisionKind as RevisionKind

__version__ = "0.1.0"

_HOMES = {
    "batch.many": "check_many",
    "batch.repeats": "Corpus Repeat read_corpus",
    "batch.run": "FileResult",
    "binding.identity.fates": "Fate",
    "document.checking": "check",
    "document.document": "Document",
    "document.fixing": "Fixed fix",
    "document.fresh": "write",
    "document.making": "complete",
    "document.opening": "read_text",
    "document.redacting.redaction": "Redaction",
    "dossier.dossier": "Dossier DossierMeeting IssueAt VersionStep",
    "dossier.intake": "Stray",
    "dossier.blank_forms": "blank_forms",
    "dossier.ledger_draft": "draft_ledger",
    "dossier.open": "open_dossier",
    "dossier.progress": "MeasureMove Progress progress",
    "dossier.report_draft": "draft_report",
    "dossier.trace": "TraceStep",
    "edit.change": "insert remove replace",
    "edit.compare": "Change ChangeKind changes",
    "edit.merge": "Conflict Merge merge",
    "edit.words": "in_words",
    "kernel.dates": "PartialDate",
    "kernel.errors": (
        "BadEdit BadModel BadPackage BadPath BadProfile BrokenLaw CallerError InputError MzshError NewerSchema "
        "SaveError StaleAnchor UnknownRule UnknownSchema WrongKind"
    ),
    "kernel.outcome": "Notice Outcome",
    "kernel.place": "Place",
    "model.base": "Kind Placeholder Role SCHEMA_VERSION Value",
    "model.documents": "DocumentValue Ledger LedgerCounts LedgerEntry MeetingReport SelfExamination Unrecognised",
    "model.items": "Aspect Cause CloseOut Instance Issue Link LinkBasis Measure",
    "kinds.circular.value": "Circular",
    "kinds.criticism_sheet.value": "CriticismRow CriticismSheet",
    "kinds.host_script.value": "HostScript",
    "kinds.meeting_plan.value": "MeetingPlan",
    "kinds.minutes.value": "Minutes",
    "kinds.opinion_form.value": "OpinionForm",
    "kinds.opinion_list.value": "Opinion OpinionList",
    "kinds.preparation_report.value": "PreparationReport",
    "kinds.prior_account.value": "PriorAccount PriorAccountRow",
    "kinds.rectification_plan.value": "RectificationPlan",
    "kinds.supervisor_remarks.value": "SupervisorRemarks",
    "kinds.talk_record.value": "TalkRecord",
    "kinds.talk_summary.value": "Talk TalkSummary",
    "kinds.load": "load",
    "model.parts": (
        "Absentee AgendaItem CaseReflection Channel Criticism Meeting OpinionSummary PersonalMatter PriorIssue "
        "PriorSummary Response Review Section Signature Step Supervision TalkCount"
    ),
    "model.people": "Member Organisation Team",
    "model.walk": "resolve walk",
    "opc.limits": "Limits",
    "outline.lines": "Line",
    "rules.comparing": "Comparison DossierFinding FindingPlace",
    "rules.context": "Context",
    "rules.finding": "CheckResult Finding Level Unchecked Verdict",
    "rules.package": "Missing",
    "rules.papers": "MeetingPapers Paper Roster RosterMember Sighting",
    "rules.profile": "Profile load_profile",
    "rules.registry": "all_rules find_rule",
    "rules.rule": "Basis Hit Message Rule hit hit_line rule",
    "wml.marking.comments": "Comment",
    "wml.marking.revisions": "Revision RevisionKind",
}
"""By module: the public names that stand in it."""
_HOME = {name: module for module, names in _HOMES.items() for name in names.split()}
# fmt: off
__all__ = [
    "SCHEMA_VERSION", "Absentee", "AgendaItem", "Aspect", "BadEdit", "BadModel", "BadPackage", "BadPath",
    "BadProfile", "Basis", "BrokenLaw", "CallerError", "CaseReflection", "Cause", "Change", "ChangeKind", "Channel",
    "CheckResult", "Circular", "CloseOut", "Comment", "Comparison", "Conflict", "Context", "Corpus", "Criticism",
    "CriticismRow", "CriticismSheet", "Document", "DocumentValue", "Dossier", "DossierFinding", "DossierMeeting",
    "Fate", "FileResult", "Finding", "FindingPlace", "Fixed", "Hit", "HostScript", "InputError", "Instance",
    "Issue", "IssueAt", "Kind", "Ledger", "LedgerCounts", "LedgerEntry", "Level", "Limits", "Line", "Link",
    "LinkBasis", "Measure", "MeasureMove", "Meeting", "MeetingPapers", "MeetingPlan", "MeetingReport", "Member",
    "Merge", "Message", "Minutes", "Missing", "MzshError", "NewerSchema", "Notice", "Opinion", "OpinionForm",
    "OpinionList", "OpinionSummary", "Organisation", "Outcome", "Paper", "PartialDate", "PersonalMatter", "Place",
    "Placeholder", "PreparationReport", "PriorAccount", "PriorAccountRow", "PriorIssue", "PriorSummary", "Profile",
    "Progress", "RectificationPlan", "Redaction", "Repeat", "Response", "Review", "Revision", "RevisionKind", "Role",
    "Roster", "RosterMember", "Rule", "SaveError", "Section", "SelfExamination", "Sighting", "Signature",
    "StaleAnchor", "Step", "Stray", "Supervision", "SupervisorRemarks", "Talk", "TalkCount", "TalkRecord",
    "TalkSummary", "Team", "TraceStep", "Unchecked", "UnknownRule", "UnknownSchema", "Unrecognised", "Value",
    "Verdict", "VersionStep", "WrongKind", "all_rules", "blank_forms", "changes", "check", "check_many", "complete",
    "draft_ledger", "draft_report", "find_rule", "fix", "hit", "hit_line", "in_words", "insert", "load",
    "load_profile", "merge", "open", "open_dossier", "progress", "read_corpus", "read_text", "remove", "replace",
    "resolve", "rule", "walk", "write",
]
# fmt: on


def __getattr__(name: str) -> object:
    """Return a public name from the module where it stands, and keep it."""
    module = "document.opening" if name == "open" else _HOME.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    held: object = getattr(import_module(f"{__name__}.{module}"), "open_document" if name == "open" else name)
    globals()[name] = held
    return held


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
