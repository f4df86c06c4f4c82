"""Small folders of a meeting to open: the consistent one that the rules' examples are made from, with changes."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

import mzsh_model as mz

TODAY = datetime.date(2026, 3, 1)
Edits = Mapping[str, Sequence[Sequence[str]]]


@cache
def base() -> Mapping[str, str]:
    """The files of the consistent meeting, by path."""
    table = tomllib.loads(
        files("mzsh_model.rules").joinpath("cross/examples/base.toml").read_text(encoding="utf-8"),
    )
    return {name: one["text"].lstrip() for name, one in table.items()}


def edited(texts: Mapping[str, str], edits: Edits) -> dict[str, str]:
    """Texts with each `[old, new]` put in once; the old one must be there."""
    told = dict(texts)
    for name, pairs in edits.items():
        for old, new in pairs:
            assert told[name].count(old) == 1, (name, old)
            told[name] = told[name].replace(old, new)
    return told


def lay_out(folder: Path, texts: Mapping[str, str]) -> Path:
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def opened(folder: Path, texts: Mapping[str, str], **setting: object) -> mz.Dossier:
    return mz.open_dossier(lay_out(folder, texts), today=TODAY, **setting)  # type: ignore[arg-type]


def only(dossier: mz.Dossier) -> mz.DossierMeeting:
    (meeting,) = dossier.meetings
    return meeting
