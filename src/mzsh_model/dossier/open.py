"""From a folder to a dossier."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import NoneType

from mzsh_model.batch.files import SUFFIXES, find_documents
from mzsh_model.document.document import Document
from mzsh_model.dossier.dossier import Dossier, DossierMeeting
from mzsh_model.dossier.grouping import Group, grouped
from mzsh_model.dossier.intake import Received, Stray, receive
from mzsh_model.dossier.roster import roster_of
from mzsh_model.dossier.versions import by_version, in_package_order
from mzsh_model.kernel.errors import BadPackage, expect
from mzsh_model.rules.papers import MeetingPapers
from mzsh_model.rules.profile import Profile, find_profile, load_profile

_SUFFIXES = SUFFIXES | {".xlsx", ".csv"}


@dataclass(frozen=True, slots=True)
class _Setting:
    profile: Profile
    today: date


def open_dossier(
    folder: str | os.PathLike[str] | Sequence[str | os.PathLike[str]],
    *,
    today: date | None = None,
    profile: Profile | str | Path | None = None,
    last_year: str | os.PathLike[str] | None = None,
) -> Dossier:
    """Open the folder of a meeting: recognise its papers by content, pair them, and tell meetings and units apart.

    Of several folders the papers are taken together; paths are then told from the first.
    `profile` is a profile or the path of one; without it the `mzsh.toml` in the folder or above it, else the shipped one.
    `last_year` is the folder of the meeting before; where it lies in the same folder, it is found there. Content never
    raises: a file that cannot be taken is among `strays`.

    Raises:
        BadPackage: there is no such folder.
        BadProfile: the profile cannot be used.
        CallerError: an argument of another type.
    """
    expect(folder, (str, os.PathLike, list, tuple), "open_dossier 的第一个参数", "文件夹的路径")
    expect(today, (date, NoneType), "today", "datetime.date")
    expect(profile, (Profile, str, Path, NoneType), "profile", "Profile 或 TOML 文件的路径")
    expect(last_year, (str, os.PathLike, NoneType), "last_year", "上年度材料的文件夹")
    folders = [_folder(one) for one in ([folder] if isinstance(folder, str | os.PathLike) else folder)]
    if not folders:
        raise BadPackage("dossier-folder", "没有给出文件夹。请给出放一次会材料的文件夹")
    here = folders[0]
    chosen = profile if isinstance(profile, Profile) else load_profile(profile or find_profile(folders))
    setting = _Setting(chosen, today or date.today())
    before = _folder(last_year) if last_year is not None else None
    meetings, strays = _gathered(folders, before, setting, here)
    earlier = _gathered([before], None, setting, here)[0] if before is not None else []
    return Dossier(tuple(_with_last_year(meetings, earlier)), tuple(strays))


def _folder(path: str | os.PathLike[str]) -> Path:
    here = Path(path)
    if not os.path.isdir(here):
        raise BadPackage("dossier-folder", f"没有文件夹 {here}。请给出放一次会材料的文件夹")
    return here


def _gathered(
    folders: Sequence[Path], without: Path | None, setting: _Setting, seen_from: Path
) -> tuple[list[DossierMeeting], list[Stray]]:
    files = find_documents(folders, without=without, suffixes=_SUFFIXES)
    taken = [receive(path, seen_from, setting.profile, setting.today) for path in files.paths]
    strays = [one for one in taken if isinstance(one, Stray)]
    groups, homeless = grouped([one for one in taken if isinstance(one, Received)])
    return [_meeting(group, setting) for group in groups], [*strays, *homeless]


def _meeting(group: Group, setting: _Setting) -> DossierMeeting:
    received = _named(group.papers)
    documents: Mapping[str, Document] = {one.paper.path: one.document for one in received}
    known = in_package_order([one.paper for one in received], ())
    roster = roster_of(known, setting.profile.roster)
    versions = by_version(replace(paper, member=roster.meant(paper.member)) for paper in known)
    papers = MeetingPapers(
        group.year,
        group.unit,
        in_package_order(versions.used, roster.names),
        roster,
        setting.profile,
        setting.today,
        versions.others,
        versions.doubles,
    )
    return DossierMeeting(papers, documents)


def _named(received: Sequence[Received]) -> list[Received]:
    """The papers, those that do not say whose they are told by title or file's name, where only one member's fits."""
    names = roster_of(one.paper for one in received).names
    have = Counter((one.paper.kind, one.paper.member) for one in received)
    found: list[Received] = []
    for one in received:
        paper = one.paper
        title = paper.value.__dict__.get("title") or ""
        hints = title if paper.scope == "team" else title + Path(paper.path).stem
        hinted = [name for name in names if name in hints and not have[paper.kind, name]]
        if paper.scope != "all" and not paper.member and len(hinted) == 1:
            one = replace(one, paper=replace(paper, scope="member", member=hinted[0]))
        found.append(one)
    return found


def _with_last_year(meetings: Sequence[DossierMeeting], earlier: Sequence[DossierMeeting]) -> list[DossierMeeting]:
    """The meetings, each with the one before it: of the folder given for that, else of the same folder."""
    found: list[DossierMeeting] = []
    for one in meetings:
        same = [m for m in (*earlier, *meetings) if m.organisation == one.organisation or m in earlier]
        last = next((m for m in same if one.year is not None and m.year == one.year - 1), None)
        papers = replace(one.papers, last_year=last.papers if last else None)
        found.append(DossierMeeting(papers, one.documents))
    last_years = [one.papers.last_year for one in found if one.papers.last_year is not None]
    return [replace(one, papers=_kept(one.papers)) if _is_last(one.papers, last_years) else one for one in found]


def _is_last(papers: MeetingPapers, last_years: Sequence[MeetingPapers]) -> bool:
    return any((last.unit, last.year) == (papers.unit, papers.year) for last in last_years)


def _kept(papers: MeetingPapers) -> MeetingPapers:
    """The papers of a meeting before another, whose members' papers nobody kept: a ledger, a report."""
    return papers if papers.of("SelfExamination", scope="member") else replace(papers, kept=True)
