"""The published JSON Schema of a check's output: made from its contract, never by hand.

`python -m mzsh_model.carriers.schema DIR` writes it, `--check` only compares and fails on a difference.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from pydantic.json_schema import JsonSchemaValue

from mzsh_model.carriers.contract import ToldCheck
from mzsh_model.kinds.schema import DIALECT, Generator

NAME = "check"


def check_schema() -> JsonSchemaValue:
    """Return the schema of what `mzsh check --format json` prints."""
    body = ToldCheck.model_json_schema(schema_generator=Generator, mode="serialization")
    body["title"] = "检查结果"
    return {"$schema": DIALECT, "$id": f"urn:mzsh-model:schema:v1:{NAME}", **body}


def check_schema_text() -> str:
    """Return the schema as it stands in its file."""
    return json.dumps(check_schema(), ensure_ascii=False, indent=2) + "\n"


def main(arguments: list[str]) -> int:
    """Write the schema into a folder, or compare it with what stands there."""
    folder = Path(next((one for one in arguments if not one.startswith("-")), "schemas/v1"))
    path, text = folder / f"{NAME}.schema.json", check_schema_text()
    if "--check" in arguments:
        if path.exists() and path.read_text(encoding="utf-8") == text:
            return 0
        print(f"{path} differs from the contract: run `python -m mzsh_model.carriers.schema {folder}`")
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
