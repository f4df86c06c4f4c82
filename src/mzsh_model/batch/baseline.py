"""A baseline: which findings were there on a day, so that a later run tells only of new ones."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from mzsh_model.batch.beside import named_from
from mzsh_model.batch.run import FileResult
from mzsh_model.kernel.errors import BadPackage, BadProfile
from mzsh_model.kernel.regular import regular_bytes
from mzsh_model.opc.sniff import decode_text

_VERSION = "1.0"


class _Told(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    schema_version: str
    day: str
    files: dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Baseline:
    """By draft, named from where the file stands, and by fingerprint: the rule that struck. No text of a draft is kept."""

    path: Path
    day: str
    files: Mapping[str, Mapping[str, str]]

    def known(self, draft: str) -> Mapping[str, str]:
        """Return by fingerprint what a draft had already."""
        return self.files.get(named_from(self.path.parent, draft), {})


def baseline_text(path: Path, day: str, files: Iterable[FileResult]) -> str:
    """Return what a baseline that stands at `path` says of a run."""
    told = {
        named_from(path.parent, one.path): {finding.fingerprint: finding.code for finding in one.result.findings}
        for one in files
    }
    return json.dumps({"schema_version": _VERSION, "day": day, "files": told}, ensure_ascii=False, indent=1)


def load_baseline(path: Path) -> Baseline:
    """Return the baseline that a file tells.

    Raises:
        BadProfile: there is none, or it is none of ours.
    """
    try:
        told = _Told.model_validate_json(decode_text(regular_bytes(path))[0])
    except OSError as error:
        raise BadProfile("baseline-missing", f"读不了基线文件 {path}。先用 mzsh baseline 写一份，或检查路径") from error
    except (ValidationError, BadPackage) as error:
        raise BadProfile(
            "baseline-content", f"{path.name} 不是 mzsh baseline 写的基线。请检查是不是拿错了文件"
        ) from error
    if told.schema_version.partition(".")[0] != _VERSION.partition(".")[0]:
        raise BadProfile(
            "baseline-newer", f"{path.name} 是另一版本写的基线（{told.schema_version}）。请用 mzsh baseline 重写"
        )
    return Baseline(path, told.day, told.files)
