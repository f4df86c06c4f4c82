"""The published JSON Schemas of what the command line prints: made from its contracts, never by hand.

`python -m mzsh_model.carriers.schema DIR` writes them, `--check` only compares and fails on a difference.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaValue

from mzsh_model.carriers.contract import ToldCheck
from mzsh_model.carriers.dossier_contract import ToldDossier
from mzsh_model.kinds.schema import DIALECT, Generator
from mzsh_model.model.english import in_english

_CONTRACTS: dict[str, tuple[type[BaseModel], str]] = {
    "check": (ToldCheck, "检查结果"),
    "dossier": (ToldDossier, "卷宗"),
}


def output_schema(name: str) -> JsonSchemaValue:
    """Return the schema of what the verb `name` prints with `--format json`.

    Raises:
        KeyError: that verb has no contract.
    """
    contract, title = _CONTRACTS[name]
    body = contract.model_json_schema(schema_generator=Generator, mode="serialization")
    body["title"] = title
    return {"$schema": DIALECT, "$id": f"urn:mzsh-model:schema:v1:{name}", **body}


def output_names() -> tuple[str, ...]:
    """Return the names of the verbs whose output has a contract."""
    return tuple(_CONTRACTS)


def output_schema_text(name: str, *, english: bool = False) -> str:
    """Return a schema as it stands in its file, its descriptions in Chinese unless asked for in English."""
    schema = output_schema(name)
    return json.dumps(in_english(schema) if english else schema, ensure_ascii=False, indent=2) + "\n"


def main(arguments: list[str]) -> int:
    """Write the schemas into a folder, or compare them with what stands there."""
    folder = Path(next((one for one in arguments if not one.startswith("-")), "schemas/v1"))
    stale = 0
    for name in output_names():
        path, text = folder / f"{name}.schema.json", output_schema_text(name)
        if "--check" not in arguments:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            print(f"{path} differs from the contract: run `python -m mzsh_model.carriers.schema {folder}`")
            stale = 1
    return stale


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
