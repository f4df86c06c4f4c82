"""`migrate`: what an older version of the model wrote, as this one writes it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from mzsh_model.cli.console import remark, say
from mzsh_model.cli.files import checked_target, json_text
from mzsh_model.cli.writing import Force
from mzsh_model.kernel.errors import BadModel, UnknownSchema
from mzsh_model.kinds.load import load, parsed
from mzsh_model.model.base import SCHEMA_VERSION
from mzsh_model.model.migrate import migrated
from mzsh_model.opc.save import save_bytes


def migrate(
    file: Annotated[Path, typer.Argument(metavar="文件", help="JSON：以前的版本用 mzsh read --json 输出的")],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="文件", help="写到哪里（.json）；不写则输出到屏幕")
    ] = None,
    force: Force = False,
) -> None:
    """把以前版本写的模型 JSON 升到现在的版本。读入的文件不动。"""
    target = None if out is None else checked_target(out, file, force=force, forms=(".json",))
    given = json_text(file)
    try:
        told = parsed(given)
        if "value" not in told or "schema_version" not in told:
            raise BadModel("model-version", "没有写模型版本（schema_version），不知道从哪一版升起")
        raised = migrated(told)
        load(raised)
    except (BadModel, UnknownSchema) as error:
        raise type(error)(error.code, f"{file.name}：{error.message}") from None
    text = json.dumps(raised, ensure_ascii=False, indent=2)
    told_version = f"从模型版本 {told['schema_version']} 升到 {SCHEMA_VERSION}"
    said = "已经是现在的模型版本，照原样" if raised is told else told_version
    if target is None:
        say([text])
        remark(said)
    else:
        save_bytes(target, f"{text}\n".encode())
        say([f"{said}，写到 {target}"])
