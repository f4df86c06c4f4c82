"""What an earlier run found in files that have not changed since: by content, by what judged, by which settings and rules.

The file keeps digits, levels and verdicts, no word of a draft. A result for which a rule asked the day holds on that day only.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from mzsh_model.batch.addresses import Draft, content_at
from mzsh_model.batch.beside import named_from
from mzsh_model.batch.run import FileResult
from mzsh_model.batch.selection import Selection
from mzsh_model.batch.suppression import By
from mzsh_model.kernel.regular import regular_bytes
from mzsh_model.model.base import Kind
from mzsh_model.opc.save import save_bytes
from mzsh_model.rules.finding import CheckResult, Finding, Level, verdict_on
from mzsh_model.rules.profile import Profile

MEMORY_NAME = ".mzsh-cache.json"


class _Known(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    content: str
    day: str
    findings: tuple[tuple[str, str, Level], ...]
    whole: bool


class _Told(BaseModel):
    model_config = ConfigDict(extra="forbid")

    schema_version: Literal["1.0"]
    by: str
    files: dict[str, _Known]


@dataclass(slots=True)
class Memory:
    """The results of earlier runs in one folder, all by the same code, settings and rules; others are forgotten."""

    path: Path
    by: str
    day: date
    _files: dict[str, _Known] = field(default_factory=dict[str, _Known])

    @classmethod
    def of(cls, folder: Path, profile: Profile, selection: Selection, day: date) -> Memory:
        """Return what is remembered in a folder; a file that is none of ours, or of other rules, is as good as none."""
        by = judged_by(profile, selection)
        path = folder / MEMORY_NAME
        try:
            told = _Told.model_validate_json(regular_bytes(path))
        except (OSError, ValidationError):
            return cls(path, by, day)
        return cls(path, by, day, told.files if told.by == by else {})

    def recall(self, draft: Path) -> FileResult | None:
        """Return what was found in a draft whose content is the same, without words; None where it must be checked.

        What is accepted beside the drafts is not in it: it may be another today.
        """
        known = self._files.get(named_from(self.path.parent, draft))
        if known is None or known.day not in ("", self.day.isoformat()) or known.content != content_of(draft):
            return None
        found = tuple(_wordless(*one) for one in known.findings)
        result = CheckResult(found, verdict_on(found, whole=known.whole), True, whole=known.whole)
        return FileResult(str(draft), Kind.UNKNOWN, result)

    def keep(self, one: FileResult, digest: str | None) -> None:
        """Remember a result of a file with such content (SHA-256); without a verdict it is not, so that it is told of again."""
        name = named_from(self.path.parent, one.path)
        self._files.pop(name, None)
        if digest is None or not one.is_done:
            return
        # answers in the Word file are part of its content; what else takes findings out of the count is not
        beside = [hidden.finding for hidden in one.suppressed if hidden.by is not By.COMMENT]
        self._files[name] = _Known(
            content=digest,
            day=self.day.isoformat() if one.result.dated else "",
            findings=tuple((f.fingerprint, f.code, f.level) for f in (*one.result.findings, *beside)),
            whole=one.result.whole,
        )

    def save(self) -> None:
        """Write down what is remembered of files that are still there.

        Raises:
            SaveError: the folder cannot be written into.
        """
        kept = {name: one for name, one in sorted(self._files.items()) if os.path.exists(self.path.parent / name)}
        told = _Told(schema_version="1.0", by=self.by, files=kept)
        save_bytes(self.path, json.dumps(told.model_dump(mode="json"), ensure_ascii=False).encode("utf-8", "replace"))


def _wordless(fingerprint: str, code: str, level: Level) -> Finding:
    return Finding(code, "", level, "", "", "", "", "", 0, 0, 0, "", fingerprint=fingerprint)


def judged_by(profile: Profile, selection: Selection) -> str:
    """Return digits of all that a judgement depends on but the draft and the day: code, settings, rules that are asked."""
    asked = "" if selection.rules is None else ",".join(one.code for one in selection.rules)
    return sha256(f"{code_digits()}\n{profile.fingerprint}\n{asked}".encode()).hexdigest()[:16]


def content_of(draft: Draft) -> str:
    """Return the SHA-256 of a file's content, empty where it cannot be read."""
    if not isinstance(draft, Path):
        return content_at(draft)
    try:
        return sha256(regular_bytes(draft)).hexdigest()
    except OSError:
        return ""


@lru_cache(maxsize=1)
def code_digits() -> str:
    """Return digits of all that judges: every module and table of this package."""
    hasher = sha256()
    for name, data in sorted(_contents(files("mzsh_model"), "")):
        hasher.update(name.encode() + b"\0" + sha256(data).digest())
    return hasher.hexdigest()


def _contents(folder: Traversable, above: str) -> Iterable[tuple[str, bytes]]:
    for one in folder.iterdir():
        name = f"{above}/{one.name}"
        if one.is_dir() and one.name != "__pycache__":
            yield from _contents(one, name)
        elif one.name.endswith((".py", ".toml")):
            yield name, one.read_bytes()
