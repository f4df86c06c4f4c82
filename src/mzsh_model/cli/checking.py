"""`check`: files judged, one report each, one verdict of the run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from mzsh_model.batch.accepted import ACCEPTED_NAME
from mzsh_model.batch.addresses import Address, Draft, find_at, located
from mzsh_model.batch.baseline import load_baseline
from mzsh_model.batch.beside import folder_for, shown
from mzsh_model.batch.copies import Copies
from mzsh_model.batch.files import Found, find_documents
from mzsh_model.batch.kept import Kept
from mzsh_model.batch.many import counted
from mzsh_model.batch.memory import Memory
from mzsh_model.batch.review import Review
from mzsh_model.batch.run import FileResult
from mzsh_model.batch.selection import Selection
from mzsh_model.batch.settlement import Settlement
from mzsh_model.cli.checked_files import LOCAL, Engine, Job
from mzsh_model.cli.console import remark, stop
from mzsh_model.cli.overview import by_person, overview, sums, unchanged_line
from mzsh_model.cli.progress import followed
from mzsh_model.cli.resuming import STREAM, Resumed, refuse_beside
from mzsh_model.cli.telling import Telling, statistics, suppressed
from mzsh_model.rules.finding import Level
from mzsh_model.rules.profile import Profile, find_profile, load_profile

_NEVER = "never"
_MOST = 1024 * 1024
"""So many MiB of memory, and seconds, can be asked for: more is no limit."""
Profiled = Annotated[
    Path | None,
    typer.Option(
        metavar="文件", help="配置文件（TOML），写了的项代替默认配置里的；不写则用材料所在文件夹或上级的 mzsh.toml"
    ),
]


def check(
    named: Annotated[
        list[str],
        typer.Argument(metavar="路径", help="文件或文件夹，可以多个；也可以是网址，如 zip://::全省.zip、s3://…"),
    ],
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="格式",
            help="text 给人看；json、jsonl、sarif、junit、github 给程序用；parquet、html、xlsx、docx 要写 -o",
        ),
    ] = "text",
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="文件", help="写进文件（UTF-8），不在屏幕上显示")
    ] = None,
    report: Annotated[
        list[str] | None, typer.Option(metavar="格式:文件", help="另写一份报告，可以多次，如 html:结果.html")
    ] = None,
    profile: Profiled = None,
    select: Annotated[
        list[str] | None, typer.Option(metavar="规则", help="只查这些：代码、名称或前三个字母，逗号隔开，可以多次")
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="规则", help="不查这些，写法同上")] = None,
    fail_on: Annotated[
        str, typer.Option(metavar="级别", help="有这一级或更重的就算没过：必改、建议、提示；never 不看级别")
    ] = "必改",
    with_statistics: Annotated[bool, typer.Option("--statistics", help="最后列出各条规则的处数和份数")] = False,
    show_suppressed: Annotated[bool, typer.Option("--show-suppressed", help="列出不计的提示和理由")] = False,
    baseline: Annotated[
        Path | None, typer.Option(metavar="文件", help="基线（mzsh baseline 写的）：里面已有的不计")
    ] = None,
    only_changed: Annotated[
        bool, typer.Option("--only-changed", help="内容、规则、配置都没有变的不再查、不再列，但仍计入退出码")
    ] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="写明提示的编号，对应表里凭什么对应")] = False,
    full: Annotated[
        bool, typer.Option("--full", help="每一处都细说；不写则同类的只说一次，一批材料先列谁缺什么")
    ] = False,
    annotate: Annotated[
        Path | None, typer.Option(metavar="文件夹", help="把提示作为批注写进副本，放在这个文件夹里；原稿不动")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="有人改过、答复过的批注稿，填过的清单，也覆盖")] = False,
    jobs: Annotated[
        int,
        typer.Option("--jobs", "-j", metavar="个数", min=1, max=256, help="几个进程同时查；结果和先后与一个进程时相同"),
    ] = 1,
    seconds: Annotated[
        float | None,
        typer.Option(
            metavar="秒",
            min=0.1,
            max=_MOST,
            help="一份最多查多久，超过的停下并指出；不写则多个进程时 120 秒，一个进程时不限",
        ),
    ] = None,
    memory_limit: Annotated[
        int | None,
        typer.Option(
            "--memory", metavar="兆", min=64, max=_MOST, help="一份最多用多少内存，超过的停下并指出（Linux、macOS）"
        ),
    ] = None,
    engine: Annotated[
        str, typer.Option(metavar="谁来查", help="local 本机；dask 由 --scheduler 下的各台机器查，结果与本机查的相同")
    ] = LOCAL,
    scheduler: Annotated[str | None, typer.Option(metavar="地址", help="Dask 调度器的地址，如 tcp://主机:8786")] = None,
    resume: Annotated[
        Path | None,
        typer.Option(
            metavar="文件", help="结果写在这个 jsonl 文件里，查完一份写一份；中断以后同一条命令接着查，变了的重查"
        ),
    ] = None,
) -> None:
    """检查一份或一批材料。退出码：0 没有到 --fail-on 级别的提示，1 有，2 有文件没能检查、没有查全或得不出结论，或批注稿没能写出。"""
    if resume is not None:
        refuse_beside(form, out, report, annotate, only_changed)
        form = STREAM
    paths, addresses = told_apart(named)
    if addresses and (annotate or only_changed):
        stop("--annotate、--only-changed 要材料在本机的文件夹里，不能和网址一起用")
    working = Engine.of(engine, scheduler, jobs, seconds, memory_limit, copies=annotate is not None)
    telling = Telling.of(form, out, report or ())
    if fail_on != _NEVER and fail_on not in tuple(Level):
        stop("--fail-on 只能是 必改、建议、提示 或 never")
    setting = chosen_profile(paths, profile)
    selection = Selection.of(select or (), ignore or ())
    found = find_documents(paths, without=annotate, beside=[*telling.files, *([resume] if resume else [])])
    drafts: list[Draft] = [*found.paths, *find_at(addresses, found)]
    if addresses:
        remark(
            "网址下的 mzsh.accepted.toml 不看" + ("，mzsh.toml 也不看，要用请写 --profile" if profile is None else "")
        )
    telling.keep_off(found.paths, force=force)
    settlement = settlement_of(found.paths, baseline)
    copies = None if annotate is None else Copies.of(paths, found.paths, annotate, force=force)
    today = date.today()
    memory = Memory.of(folder_for(paths), setting, selection, today) if only_changed else None
    known: dict[Draft, FileResult] = (
        {} if memory is None else {path: one for path in found.paths if (one := memory.recall(path)) is not None}
    )
    unchanged = [settlement.of(one) for one in known.values()]
    settled = [*settlement.paths, *([baseline] if baseline else [])]
    resumed = Resumed.of(resume, drafts, setting, selection, today, settled) if resume else None
    found.unchanged = len(unchanged)
    counts_only = resumed is not None or telling.streams
    results: list[FileResult] | Kept = [] if counts_only else Kept()
    for one in () if resumed is None else resumed.known.values():
        results.append(one)
    alone: list[str] = []  # the report of the only one so far: a single draft is told in full
    asked = tuple(select or ()), tuple(ignore or ())
    job = Job(setting, today, asked, settlement, copies, telling.is_text, verbose, full)
    done_before = known if resumed is None else resumed.known
    fresh = [one for one in drafts if one not in done_before]
    work = working.checked(job, fresh)
    if telling.streams and resumed is None:
        telling.stream("head_line", setting, today)
    interrupted = False
    try:
        for done in followed(work, len(fresh)):
            one = done.result
            settlement.learn(done.notes)
            if one.is_report and located(one.path) not in (*paths, *addresses):
                found.copies += 1
                continue
            if one.uncopied:
                remark(f"没有写批注稿：{one.path}：{one.uncopied.message}")
            if memory is not None:
                memory.keep(one, done.digest)
            if resumed is not None:
                resumed.keep(one, done.digest)
                one = counted(one)
            elif telling.streams:
                telling.stream("file_line", one, with_copy=copies is not None)
                one = counted(one)
            elif telling.is_text and full:
                telling.add(done.lines)
            alone = [] if results else done.lines
            results.append(one)
    except KeyboardInterrupt:
        interrupted = True  # what is done is told
    if memory is not None:
        memory.save()
    _remark_on(found, drafts)
    order = {str(one): n for n, one in enumerate(drafts)}
    review = Review(
        results if resumed is None else sorted(results, key=lambda one: order[one.path]),
        found,
        setting,
        today,
        fail_on=None if fail_on == _NEVER else Level(fail_on),
        has_copies=copies is not None,
        shows_suppressed=show_suppressed,
        unchanged=unchanged,
    )
    if telling.is_text:
        if not full:
            telling.add(alone)
        if len(results) > 1:
            telling.add(
                [*by_person(results, setting), "", *sums(results, setting)] if full else overview(results, setting)
            )
        telling.add(unchanged_line(unchanged, setting))
        telling.add(statistics(review) if with_statistics else ())
        telling.add(suppressed(review) if show_suppressed else ())
    if resumed is None:
        telling.finish(review)
    elif not interrupted:
        resumed.finish(review, drafts)
    if interrupted:
        remark(f"只检查了 {len(results)} 个文件，还有 {len(drafts) - len(results)} 个没有检查")
        raise KeyboardInterrupt
    if unused := settlement.unused():
        remark(f"{ACCEPTED_NAME} 里有 {len(unused)} 条不再出现，可以删去：{'、'.join(one.id for one in unused)}")
    raise typer.Exit(review.exit_code)


def told_apart(named: Iterable[str]) -> tuple[list[Path], list[Address]]:
    """Return the paths of this machine and the addresses among what a person named."""
    places = [located(one) for one in named]
    return [one for one in places if isinstance(one, Path)], [one for one in places if isinstance(one, Address)]


def chosen_profile(paths: list[Path], profile: Path | None) -> Profile:
    """Return the settings of a run: of the file that was named, else of the one beside the drafts, which is said."""
    chosen = profile or find_profile(paths)
    setting = load_profile(chosen)
    if chosen is not None and profile is None:
        remark(f"用配置文件 {shown(chosen)}")
    return setting


def _remark_on(found: Found, drafts: Sequence[Draft]) -> None:
    passed = {
        "临时文件": found.lock_files,
        "批注稿和报告": found.copies,
        "指到文件夹外的链接": found.links,
        "其他文件": found.others,
    }
    if any(passed.values()):
        remark("跳过：" + "，".join(f"{name} {count} 个" for name, count in passed.items() if count))
    if not drafts:
        remark("没有找到可以检查的文件")


def settlement_of(drafts: list[Path], baseline: Path | None) -> Settlement:
    """Return what a run lets stand: what is accepted beside the drafts, which is said, and the baseline."""
    settlement = Settlement(None if baseline is None else load_baseline(baseline))
    if paths := settlement.look(drafts):
        remark(f"接受的提示见 {'、'.join(map(shown, paths))}")
    return settlement
