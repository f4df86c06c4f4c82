"""`accept` and `baseline`: findings that shall not count any more, each with a reason or a day."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from mzsh_model.batch.accepted import ACCEPTED_NAME, Acceptance
from mzsh_model.batch.accepted import accept as add
from mzsh_model.batch.baseline import baseline_text
from mzsh_model.batch.beside import folder_for, is_same, named_from, nearest, shown
from mzsh_model.batch.files import find_documents
from mzsh_model.batch.run import check_file
from mzsh_model.carriers.decisions import Decision, read_decisions
from mzsh_model.carriers.formats import as_bytes
from mzsh_model.carriers.sheets import REJECTED
from mzsh_model.carriers.standing import refuse_loss
from mzsh_model.cli.checking import Profiled, chosen_profile
from mzsh_model.cli.console import remark, say, stop
from mzsh_model.kernel.errors import SaveError
from mzsh_model.opc.save import save_bytes


def accept(
    paths: Annotated[list[Path] | None, typer.Argument(metavar="文件", help="提示所在的材料")] = None,
    ident: Annotated[list[str] | None, typer.Option("--id", metavar="编号", help="16 位编号，可以多次")] = None,
    reason: Annotated[str, typer.Option(metavar="理由", help="为什么不改")] = "",
    who: Annotated[str | None, typer.Option(metavar="姓名", help="谁定的")] = None,
    listed: Annotated[
        Path | None, typer.Option("--from", metavar="文件", help="填好的 Excel 清单：处理意见是“不采纳”、写了理由的")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="文件", help=f"记在哪里；不写则记在材料旁边（或上级）的 {ACCEPTED_NAME}"),
    ] = None,
    profile: Profiled = None,
) -> None:
    """接受提示：写明理由，以后检查不再计入。退出码：0 都记下了，2 有没记下的。"""
    if (listed is None) == (not ident):
        stop("要么用 --from 导入填好的清单，要么用 --id 和 --reason 写明哪一条、为什么")
    if listed is not None:
        raise typer.Exit(_import(listed, who, out))
    if not reason.strip():
        stop("接受一条提示要写理由：--reason 理由")
    if not paths or len(paths) != 1 or os.path.isdir(paths[0]):
        stop("用 --id 时写明提示所在的一份材料")
    draft = paths[0]
    one = check_file(draft, profile=chosen_profile(paths, profile))
    codes = {finding.fingerprint: finding.code for finding in one.result.findings}
    if missing := [each for each in ident or () if each not in codes]:
        stop(f"{draft.name} 里没有编号 {'、'.join(missing)} 的提示。用 mzsh check -v 看编号")
    target = out or nearest(ACCEPTED_NAME, paths) or folder_for(paths) / ACCEPTED_NAME
    name, today = named_from(target.parent, draft), date.today()
    told = [Acceptance(id=i, reason=reason, file=name, code=codes[i], who=who, when=today) for i in ident or ()]
    _say_added(len(add(target, told)), len(told), target)


def baseline(
    paths: Annotated[list[Path], typer.Argument(metavar="路径", help="文件或文件夹，可以多个")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="文件", help="写到哪里")],
    profile: Profiled = None,
) -> None:
    """记下现有的提示作为基线，以后用 check --baseline 只看新出现的。"""
    setting = chosen_profile(paths, profile)
    found = find_documents(paths, beside=[out])
    if any(is_same(out, path) for path in found.paths):
        raise SaveError("target-is-input", f"{out.name} 是要检查的文件，不会覆盖它。请换一个文件名")
    refuse_loss(out)
    results = [replace(check_file(path, profile=setting), document=None, value=None) for path in found.paths]
    unchecked = [one for one in results if not one.result.checked]
    for one in unchecked:
        remark(f"没能检查：{one.path}：{one.result.unchecked[0].reason}")
    save_bytes(out, as_bytes(baseline_text(out, date.today().isoformat(), results)))
    count = sum(len(one.result.findings) for one in results)
    say([f"基线：{len(results)} 个文件，提示 {count} 处，写到 {out}"])
    raise typer.Exit(2 if unchecked or not results else 0)


def _import(path: Path, who: str | None, out: Path | None) -> int:
    """Take over the decisions of a list, and say what became of every row."""
    told = read_decisions(path)
    skipped = list(told.skipped)
    rejected: list[tuple[Decision, Path]] = []
    for one in told.decided:
        if one.decision == REJECTED:
            draft = next((at for at in (Path(one.file), path.parent / one.file) if os.path.isfile(at)), None)
            if draft is None:
                skipped.append((one.row, f"找不到文件 {one.file}"))
            else:
                rejected.append((one, draft))
    if rejected:
        _add(rejected, who, out)
    counts = Counter(one.decision for one in told.decided)
    others = "，".join(f"{name} {count}" for name, count in counts.items() if name != REJECTED)
    say([f"不采纳 {len(rejected)} 处" + (f"，{others}" if others else "") + f"，没有填的 {told.undecided}"])
    for row, why in sorted(skipped):
        remark(f"第{row}行没有导入：{why}")
    return 2 if skipped else 0


def _add(rejected: Sequence[tuple[Decision, Path]], who: str | None, out: Path | None) -> None:
    drafts = [draft for _, draft in rejected]
    target = out or nearest(ACCEPTED_NAME, drafts) or folder_for(drafts) / ACCEPTED_NAME
    today = date.today()
    told = [
        Acceptance(
            id=one.fingerprint,
            reason=one.reason,
            file=named_from(target.parent, draft),
            code=one.code or None,
            who=who,
            when=today,
        )
        for one, draft in rejected
    ]
    _say_added(len(add(target, told)), len(told), target)


def _say_added(added: int, asked: int, target: Path) -> None:
    again = f"（{asked - added} 处原来已有）" if added < asked else ""
    say([f"记下接受的 {added} 处{again}，在 {shown(target)}"])
