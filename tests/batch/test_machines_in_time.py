"""A draft that takes too long on a worker of Dask is ended and named, as it is on this machine."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.batch.loopback import by_dask, loopback
from tests.batch.test_machines import drafts

_TEXT = "个人对照检查材料\n一、存在的问题\n" + "一是学习不够系统，有的工作没有落实。" * 1_000_000


def test_a_draft_that_takes_too_long_is_ended_and_named_and_the_worker_goes_on(tmp_path: Path) -> None:
    """One line of eighteen million characters takes longer than is allowed, wherever it is read."""
    folder = drafts(tmp_path / "全省", 6)
    (folder / "003b.txt").write_text(_TEXT, "utf-8")
    with loopback(1) as address:
        spread = by_dask(address, folder, "--format", "jsonl", "--seconds", "20", folder=tmp_path)
    files: list[dict[str, Any]] = [json.loads(line)["file"] for line in spread.stdout.decode().splitlines()[1:-1]]
    why = {Path(one["path"]).name: one["error"] and one["error"]["code"] for one in files}
    assert len(why) == len(files) == 8
    assert {name: code for name, code in why.items() if code} == {
        "003b.txt": "file-overtime",
        "007b.docx": "package-truncated",
    }
