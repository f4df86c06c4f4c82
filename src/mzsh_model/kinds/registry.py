"""All kinds that the library knows, each by its description."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar, cast

from mzsh_model.kinds.circular.description import CIRCULAR
from mzsh_model.kinds.criticism_sheet.description import CRITICISM_SHEET
from mzsh_model.kinds.examination.description import EXAMINATION
from mzsh_model.kinds.host_script.description import HOST_SCRIPT
from mzsh_model.kinds.ledger.description import LEDGER
from mzsh_model.kinds.meeting_plan.description import MEETING_PLAN
from mzsh_model.kinds.minutes.description import MINUTES
from mzsh_model.kinds.opinion_form.description import OPINION_FORM
from mzsh_model.kinds.opinion_list.description import OPINION_LIST
from mzsh_model.kinds.preparation_report.description import PREPARATION_REPORT
from mzsh_model.kinds.prior_account.description import PRIOR_ACCOUNT
from mzsh_model.kinds.rectification_plan.description import RECTIFICATION_PLAN
from mzsh_model.kinds.report.description import REPORT
from mzsh_model.kinds.spec import KindSpec
from mzsh_model.kinds.supervisor_remarks.description import SUPERVISOR_REMARKS
from mzsh_model.kinds.talk_record.description import TALK_RECORD
from mzsh_model.kinds.talk_summary.description import TALK_SUMMARY
from mzsh_model.kinds.unrecognised.description import UNRECOGNISED
from mzsh_model.model.documents import DocumentValue

V = TypeVar("V", bound=DocumentValue)
AnyKind = KindSpec[Any]
_kinds: list[AnyKind] = [
    EXAMINATION,
    REPORT,
    LEDGER,
    MEETING_PLAN,
    PREPARATION_REPORT,
    HOST_SCRIPT,
    MINUTES,
    CIRCULAR,
    RECTIFICATION_PLAN,
    SUPERVISOR_REMARKS,
    OPINION_LIST,
    TALK_SUMMARY,
    CRITICISM_SHEET,
    PRIOR_ACCOUNT,
    TALK_RECORD,
    OPINION_FORM,
    UNRECOGNISED,
]


def kinds() -> tuple[AnyKind, ...]:
    """Return the descriptions of all kinds."""
    return tuple(_kinds)


def kind_of(value: V) -> KindSpec[V]:
    """Return the description of the kind that a value is of.

    Raises:
        KeyError: nobody registered it.
    """
    return cast(KindSpec[V], _by_type(type(value)))


def _by_type(value: type[DocumentValue]) -> AnyKind:
    for one in _kinds:
        if one.value is value:
            return one
    raise KeyError(f"{value.__name__} is registered as no kind of document")


def narrowed(value: DocumentValue, to: type[V]) -> V | None:
    """Return a value where it is of the type that a caller needs, else None."""
    return value if isinstance(value, to) else None


def value_types() -> Mapping[str, type[DocumentValue]]:
    """Return the value types by the names of their kinds."""
    return {str(one.kind): one.value for one in _kinds}


def id_letters() -> Mapping[str, str]:
    """Return the letter of the ids in every list of items of every kind; `issue` is that of a ledger's row."""
    return {name: letter for one in _kinds for name, letter in one.items.items()}


@contextmanager
def registered(kind: AnyKind) -> Generator[None]:
    """Know one kind more for a while."""
    _kinds.insert(0, kind)
    try:
        yield
    finally:
        _kinds.remove(kind)
