"""One file checked, whatever happens: a result or a reason."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from mzsh_model.batch.addresses import Draft, open_draft
from mzsh_model.batch.correspondence import Correspondence, correspondence_of
from mzsh_model.batch.ours import is_report
from mzsh_model.batch.selection import Selection
from mzsh_model.batch.suppression import Suppressed
from mzsh_model.document.checking import check
from mzsh_model.document.document import Document
from mzsh_model.kernel.errors import BadPackage, BrokenLaw, InputError, MzshError
from mzsh_model.model.base import Kind
from mzsh_model.model.documents import DocumentValue
from mzsh_model.rules.finding import CheckResult, Unchecked
from mzsh_model.rules.profile import Profile

_NO_COMMENTS = "edit-text-file"


@dataclass(frozen=True, slots=True)
class FileResult:
    """What became of one file; `error` is set where it could not even be read.

    `whose` names the person or the team it is of, else the unit. `suppressed` are findings that do not count and are none of
    the result's. `copy` is where its annotated copy stands, `uncopied` why there is none where one was asked for.
    """

    path: str
    kind: Kind
    result: CheckResult
    document: Document | None = None
    value: DocumentValue | None = None
    error: MzshError | None = None
    copy: str | None = None
    uncopied: MzshError | None = None
    whose: str = ""
    suppressed: tuple[Suppressed, ...] = ()
    correspondence: Correspondence = field(default_factory=Correspondence)

    @property
    def is_report(self) -> bool:
        """Whether the file is a report of ours: on a walk it is passed over."""
        return self.error is not None and self.error.code == "file-report"

    @property
    def is_done(self) -> bool:
        """Whether everything asked was done and earned a verdict; that a text file holds no comments is nobody's failure."""
        checked = self.result.checked and not self.result.broken and self.result.verdict is not None
        return checked and (self.uncopied is None or self.uncopied.code == _NO_COMMENTS)

    def to_rows(self) -> list[dict[str, str | int]]:
        """Return the findings as flat rows that say of which file they are.

        The columns are `path`, `kind`, `whose`, `verdict` (empty where there is none), then those of `CheckResult.to_rows`.
        """
        head: dict[str, str | int] = {
            "path": self.path,
            "kind": str(self.kind),
            "whose": self.whose,
            "verdict": "" if self.result.verdict is None else self.result.verdict.value,
        }
        return [head | row for row in self.result.to_rows()]


def check_file(
    path: Draft, *, profile: Profile, today: date | None = None, selection: Selection | None = None
) -> FileResult:
    """Open, read and check one file; a typed error, or our own slip, becomes part of the result.

    With a `selection` only its rules are asked, and the result says so.
    """
    asked = selection or Selection()
    try:
        document = open_draft(path)
        if is_report(document):
            return failed(path, InputError("file-report", "这是本工具写的报告，不是材料"))
        value = document.read().value
        result = check(value, document, profile=profile, today=today, rules=asked.rules)
        if result.checked:
            result = replace(result, unchecked=(*result.unchecked, *asked.unasked()))
        return FileResult(
            str(path),
            document.kind,
            result,
            document,
            value,
            whose=_whose(value),
            correspondence=correspondence_of(value),
        )
    except MzshError as error:
        return failed(path, error)
    except MemoryError:
        said = "处理这个文件要的内存超过了上限，已停下，没有检查；其他文件不受影响。请用 --memory 给更多内存"
        return failed(path, BadPackage("file-memory", said))
    except Exception as slip:
        return failed(path, crash(slip))


def _whose(value: DocumentValue) -> str:
    """The member or team that a value names, else the owner of a ledger, else the unit; empty where none is named."""
    for holder in (getattr(value, "subject", None), value, getattr(value, "organisation", None)):
        for part in ("name", "owner"):
            name = getattr(holder, part, None)
            if name is not None:
                return name if isinstance(name, str) else name.raw
    return ""


def crash(slip: Exception) -> BrokenLaw:
    """Return a bug of ours in one file as the error that is told of it; the other files go on."""
    said = f"处理这个文件时程序出错（{type(slip).__name__}），是本工具的缺陷，请报告；其他文件不受影响"
    return BrokenLaw("file-crash", said)


def failed(path: Draft, error: MzshError) -> FileResult:
    """Return the result of a file that could not be read."""
    result = CheckResult((), None, False, (Unchecked("全文", error.message),))
    return FileResult(str(path), Kind.UNKNOWN, result, error=error)
