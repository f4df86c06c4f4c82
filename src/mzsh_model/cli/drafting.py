"""`write --kind`: a ledger, the frame of a report, blank forms for a meeting's roster; `progress`: a ledger between two states."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from mzsh_model.batch.files import find_documents
from mzsh_model.cli.console import say, stop
from mzsh_model.cli.files import checked_target, make_folder, read_either, require_folder
from mzsh_model.cli.today import Today, day_of
from mzsh_model.document.fresh import write as fresh
from mzsh_model.dossier.blank_forms import blank_forms
from mzsh_model.dossier.dossier import Dossier, DossierMeeting
from mzsh_model.dossier.ledger_draft import TO_FILL, draft_ledger
from mzsh_model.dossier.open import open_dossier
from mzsh_model.dossier.progress import MeasureMove, Progress
from mzsh_model.dossier.progress import progress as compared
from mzsh_model.dossier.report_draft import draft_report
from mzsh_model.kernel.columns import cut
from mzsh_model.kernel.printable import printable
from mzsh_model.kinds.registry import narrowed
from mzsh_model.model.documents import Ledger, MeetingReport
from mzsh_model.opc.save import save_bytes
from mzsh_model.rules.profile import find_profile, load_profile

_KINDS: dict[str, tuple[Callable[[DossierMeeting], Ledger | MeetingReport], tuple[str, ...]]] = {
    "ledger": (draft_ledger, (".docx", ".xlsx")),
    "report": (draft_report, (".docx",)),
}
_FORMS = "forms"
_STATES_ZH = {"open": "正在推进", "done": "已完成", "standing": "长期坚持", None: "没有写"}
_WIDTH = 60


def write_draft(kind: str, folders: Sequence[Path], out: Path, *, force: bool) -> None:
    """Write what a meeting's papers give for a kind of document, and say how much is left to be filled in."""
    if kind == _FORMS:
        _write_forms(folders, out, force=force)
        return
    if kind not in _KINDS:
        stop(f"--kind 只能是 {'、'.join((*_KINDS, _FORMS))}")
    make, forms = _KINDS[kind]
    papers = find_documents(folders).paths
    target = checked_target(out, *papers, force=force, forms=forms)
    value = make(_only(open_dossier(list(folders))))
    save_bytes(target, fresh(value, "xlsx" if target.suffix.lower() == ".xlsx" else "docx"))
    say([f"新写一份：{target}", *_left(value)])


def _write_forms(folders: Sequence[Path], out: Path, *, force: bool) -> None:
    """Write the blank forms for a roster: that of the settings, before there is any paper, else that of the papers."""
    dossier = open_dossier(list(folders))
    if dossier.meetings:
        meeting = _only(dossier)
        made = blank_forms(meeting.roster.names, organisation=meeting.organisation, year=meeting.year)
    else:
        made = blank_forms(load_profile(find_profile(folders)).roster)
    targets = {name: out / f"{name}.docx" for name in made}
    require_folder(out, len(made))
    for target in targets.values():
        checked_target(target, force=force)
    for name, value in made.items():
        make_folder(targets[name].parent)
        save_bytes(targets[name], fresh(value))
    say([f"新写 {len(made)} 份空白表，在 {out}"])


def _only(dossier: Dossier) -> DossierMeeting:
    if len(dossier.meetings) != 1:
        found = "、".join(f"{one.organisation}{one.year or ''}" for one in dossier.meetings) or "没有"
        stop(f"要一次会的材料，这里认出的是：{found}。请只给一次会的文件夹")
    return dossier.meetings[0]


def _left(value: Ledger | MeetingReport) -> Iterator[str]:
    blanks = value.model_dump_json().count(TO_FILL)
    if blanks:
        yield f"{TO_FILL} {blanks} 处，要人来写"
    unanswered = sum(not entry.measures for entry in getattr(value, "entries", ()))
    if unanswered:
        yield f"{unanswered} 个问题没有找到措施，措施栏空着"


def progress(
    old: Annotated[Path, typer.Argument(metavar="以前的台账", help="Word、Excel、文本或 JSON")],
    new: Annotated[Path, typer.Argument(metavar="现在的台账", help="同一份台账后来的样子")],
    today: Today = None,
) -> None:
    """比较一份台账前后两次：哪些有进展、哪些逾期、哪些没有依据就销了号。退出码：0 没有逾期和没有依据的，1 有，2 不是台账。"""
    found = compared(_ledger(old), _ledger(new), today=day_of(today))
    say(progress_text(found))
    raise typer.Exit(int(bool(found.overdue or found.unproven)))


def _ledger(path: Path) -> Ledger:
    value = narrowed(read_either(path).value, Ledger)
    if value is None:
        stop(f"{path} 不是整改台账，看不了进展")
    return value


def progress_text(found: Progress) -> Iterator[str]:
    """Yield what moved, what is overdue, what was closed without evidence, rows that came and went, and the sums."""
    for title, moves in (("有变化", found.moved), ("逾期", found.overdue), ("没有依据就销号", found.unproven)):
        if moves:
            yield f"{title} {len(moves)} 条"
            yield from (f"  {_move(one)}" for one in moves)
    for title, issues in (("台账里不见了的问题", found.gone), ("台账里新来的问题", found.added)):
        if issues:
            yield f"{title} {len(issues)} 个"
            yield from (f"  {cut(printable(issue), _WIDTH)}" for issue in issues)
    sums = " · ".join(f"{_STATES_ZH[state]} {found.count(state)}" for state in ("done", "open", "standing", None))
    yield f"共 {len(found.measures)} 条措施：{sums}"


def _move(one: MeasureMove) -> str:
    states = f"{_STATES_ZH[one.before]} → {_STATES_ZH[one.now]}" if one.moved else _STATES_ZH[one.now]
    told = "，".join(filter(None, (one.owner, one.due)))
    return f"{cut(printable(one.measure), _WIDTH)}（{printable(told)}）  {states}"
