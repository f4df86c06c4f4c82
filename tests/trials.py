"""Every verb let loose on one Word file, whatever it holds."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass

import mzsh_model as mz
from mzsh_model.kernel.errors import BrokenLaw, MzshError
from mzsh_model.model.documents import Ledger, MeetingReport, SelfExamination


@dataclass(frozen=True, slots=True)
class Fault:
    """What a verb did that it must not: an error that is not typed, a law of ours broken, other bytes than promised."""

    verb: str
    what: str
    where: str


def tried(data: bytes) -> Fault | None:
    """Let every verb loose on a file; whatever it holds, each answers or refuses with an error of ours."""
    verb = "open"
    try:
        doc = mz.open(data)
        if doc.to_bytes() != data:
            return Fault("open", "other bytes", "")
        verb = "read"
        value = doc.read().value
        told = (doc.text, doc.comments, doc.revisions, doc.fates, doc.lines)
        verb = "check" if told else ""
        result = mz.check(value, doc)
        for verb, call in _verbs(doc, result):
            try:
                law = call()
            except MzshError as error:
                if isinstance(error, BrokenLaw):
                    raise
            else:
                if not law:
                    return Fault(verb, "law", "")
    except MzshError as error:
        if isinstance(error, BrokenLaw):
            return Fault(verb, f"{type(error).__name__} {error.code}", _where(error))
    except Exception as error:
        return Fault(verb, f"{type(error).__name__}: {str(error)[:90]}", _where(error))
    return None


def _where(error: Exception) -> str:
    frames = [f for f in traceback.extract_tb(error.__traceback__) if "mzsh_model" in f.filename]
    return " < ".join(f"{f.filename.rpartition('/')[2]}:{f.lineno}" for f in reversed(frames[-3:]))


def _verbs(doc: mz.Document, result: mz.CheckResult) -> list[tuple[str, Callable[[], bool]]]:
    value = doc.read().value

    def written(new: mz.DocumentValue, author: str | None) -> Callable[[], bool]:
        return lambda: mz.open(doc.write(new, tracked=author).to_bytes()).read() is not None

    def annotated() -> bool:
        done = doc.annotate(result)
        return mz.open(done.to_bytes()).clean().read() is not None

    def bound() -> bool:
        return mz.open(doc.bind(value, seed="y").to_bytes()).finalize().read() is not None

    def merged() -> bool:
        return all(
            mz.merge(value, value, new).value is not None and mz.merge(value, new, value).value is not None
            for new in edits
        )

    edits = _edits(value)
    calls: list[tuple[str, Callable[[], bool]]] = [("write", lambda: doc.write(value).to_bytes() == doc.to_bytes())]
    for new in edits:
        calls += [("write", written(new, None)), ("write tracked", written(new, "甲"))]
    return [
        *calls,
        ("annotate", annotated),
        ("bind", bound),
        ("clean", lambda: doc.clean() is not None),
        ("merge", merged),
    ]


def _edits(value: mz.DocumentValue) -> list[mz.DocumentValue]:
    """The value with a text changed, an item gone, one moved and one come."""
    field = {SelfExamination: "measures", MeetingReport: "team_issues", Ledger: "entries"}.get(type(value))
    held = getattr(value, field) if field else ()
    if not held:
        return []
    made: list[mz.DocumentValue] = []
    text = f"/{field}/0/text" if field != "entries" else f"/{field}/0/due"
    for edit in (
        lambda: mz.replace(value, text, "2027年3月底前" if field == "entries" else "换成这一句，年底前见效。"),
        lambda: mz.remove(value, f"/{field}/{len(held) - 1}"),
        lambda: mz.replace(value, f"/{field}", (*held[1:], held[0])),
        lambda: mz.insert(value, f"/{field}/{len(held)}", "再加一条，年底前见效。"),
    ):
        try:
            made.append(edit())
        except MzshError:
            continue
    return made
