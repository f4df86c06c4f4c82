"""A draft that takes too long on a worker of Dask is ended and named, as it is on this machine."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.batch.loopback import by_dask, loopback
from tests.batch.test_machines import drafts


def test_a_draft_that_takes_too_long_is_ended_and_named_and_the_worker_goes_on(tmp_path: Path) -> None:
    folder = drafts(tmp_path / "全省", 6)
    (folder / "endless-1.txt").write_text("个人对照检查材料\n一、存在的问题\n一是学习不够系统。", "utf-8")
    with loopback(1, deadly=True) as address:
        spread = by_dask(address, folder, "--format", "jsonl", "--seconds", "20", folder=tmp_path)
    files: list[dict[str, Any]] = [json.loads(line)["file"] for line in spread.stdout.decode().splitlines()[1:-1]]
    why = {Path(one["path"]).name: one["error"] and one["error"]["code"] for one in files}
    assert len(why) == len(files) == 8
    assert {name: code for name, code in why.items() if code} == {
        "endless-1.txt": "file-overtime",
        "007b.docx": "package-truncated",
    }
