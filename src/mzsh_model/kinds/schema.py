"""The published JSON Schemas: made from the models, never by hand.

`python -m mzsh_model.kinds.schema DIR` writes them, `--check` only compares and fails on a difference.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from pathlib import Path
from typing import Literal, cast

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

from mzsh_model.kinds.registry import value_types
from mzsh_model.model.documents import DocumentValue
from mzsh_model.model.english import in_english

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PLACE = {
    "type": "object",
    "title": "Place",
    "description": "原文位置",
    "required": ["line", "start", "end"],
    "properties": {
        "line": {"type": "integer", "description": "第几行，从 1 数起"},
        "start": {"type": "integer", "description": "起始字符，从 0 数起"},
        "end": {"type": "integer", "description": "结束字符，不含"},
        "rest": {"type": "array", "description": "跨行时其余各段", "items": {"$ref": "#/$defs/Place"}},
    },
    "additionalProperties": False,
}
_NOTICE = {
    "type": "object",
    "title": "Notice",
    "description": "阅读疑点",
    "required": ["code", "line", "text", "message"],
    "properties": {
        "code": {"type": "string", "description": "疑点代码"},
        "line": {"type": "integer", "description": "第几行，0 为全文"},
        "text": {"type": "string", "description": "原文"},
        "message": {"type": "string", "description": "说明"},
    },
    "additionalProperties": False,
}


def _models() -> dict[str, type[DocumentValue]]:
    """The models by the names of their schemas: those of their types, in small letters with hyphens."""
    return {re.sub(r"(?<=[a-z])(?=[A-Z])", "-", one.__name__).lower(): one for one in value_types().values()}


class Generator(GenerateJsonSchema):
    """Titles are the names of the types, of which generators of code make names; what people read is the description.

    The titles that pydantic makes of field names are left out.
    """

    def field_title_should_be_set(self, schema: object) -> bool:
        """Tell that no title is to be made."""
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Return the schema of a type: its name as the title, what it is called in Chinese in its description."""
        made = super().model_schema(schema)
        told, name = str(made.get("description", "")), str(made.get("title", ""))
        made["description"] = told if told.startswith(name) or name.isascii() else f"{name}：{told}"
        return {**made, "title": schema["cls"].__name__}


def schema_of(name: str) -> JsonSchemaValue:
    """Return the schema `name`: one of the models, or `reading`, the envelope that `read --json` prints.

    Raises:
        KeyError: no such schema.
    """
    if name == "reading":
        body = _reading()
    else:
        body = _models()[name].model_json_schema(schema_generator=Generator, mode="validation")
    return {"$schema": DIALECT, "$id": f"urn:mzsh-model:schema:v1:{name}", **body}


def schema_names() -> tuple[str, ...]:
    """Return the names of the published schemas."""
    return (*_models(), "reading")


def schema_name(asked: str) -> str | None:
    """Return the name of the schema that is asked for by that name or by the name of its kind, None where there is none.

    >>> schema_name("SelfExamination"), schema_name("ledger"), schema_name("Invoice")
    ('self-examination', 'ledger', None)
    """
    wanted = asked.strip().lower()
    for name, model in _models().items():
        if wanted in (name, model.__name__.lower()):
            return name
    return wanted if wanted in schema_names() else None


def type_name(name: str) -> str:
    """Return the name of the type that a schema is of."""
    return _models()[name].__name__ if name in _models() else "Reading"


def shape_digest() -> str:
    """Return what tells versions of the model apart: SHA-256 of the schema of a reading, without what only people read."""
    told = json.dumps(_shape(schema_of("reading")), sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()


def _shape(schema: object) -> object:
    if isinstance(schema, dict):
        parts = cast(dict[str, object], schema)
        spoken = ("title", "description")  # a field may have these names: it has no text, but a schema
        return {key: _shape(part) for key, part in parts.items() if not (key in spoken and isinstance(part, str))}
    return [_shape(part) for part in cast(list[object], schema)] if isinstance(schema, list) else schema


def schema_text(name: str, *, english: bool = False) -> str:
    """Return a schema as it stands in its file, its descriptions in Chinese unless asked for in English."""
    schema = schema_of(name)
    return json.dumps(in_english(schema) if english else schema, ensure_ascii=False, indent=2) + "\n"


def _reading() -> JsonSchemaValue:
    types = value_types()
    models: list[tuple[type[DocumentValue], Literal["validation"]]] = [(one, "validation") for one in types.values()]
    found, together = models_json_schema(models, schema_generator=Generator)
    definitions = together["$defs"]
    value = {"anyOf": [found[one] for one in models]}
    return {
        "title": "Reading",
        "description": "mzsh read --json 的输出：值、位置和疑点",
        "type": "object",
        "required": ["schema_version", "kind", "source", "value", "anchors", "notices"],
        "properties": {
            "schema_version": {"type": "string", "description": "模型版本"},
            "kind": {"enum": [*types], "description": "文种"},
            "source": {"type": "string", "description": "文件名"},
            "value": {"description": "读出的值", **value},
            "anchors": {
                "type": "object",
                "description": "模型路径到原文位置",
                "additionalProperties": {"$ref": "#/$defs/Place"},
            },
            "notices": {"type": "array", "description": "阅读疑点", "items": {"$ref": "#/$defs/Notice"}},
        },
        "additionalProperties": False,
        "$defs": {**definitions, "Place": _PLACE, "Notice": _NOTICE},
    }


def main(arguments: list[str]) -> int:
    """Write the schemas into a folder, or compare them with what stands there."""
    check = "--check" in arguments
    folder = Path(next((a for a in arguments if not a.startswith("-")), "schemas/v1"))
    stale = 0
    for name in schema_names():
        path, text = folder / f"{name}.schema.json", schema_text(name)
        if check and (not path.exists() or path.read_text(encoding="utf-8") != text):
            print(f"{path} differs from the models: run `python -m mzsh_model.kinds.schema {folder}`")
            stale = 1
        elif not check:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return stale


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
