"""The part of the SARIF 2.1.0 schema that we write, as a closed JSON Schema: what the standard requires, names and bounds."""

from __future__ import annotations


def _object(required: list[str], **properties: object) -> dict[str, object]:
    return {
        "type": "object",
        "required": required,
        "properties": {**properties, "properties": {"type": "object"}},
        "additionalProperties": False,
    }


def _array(items: object) -> dict[str, object]:
    return {"type": "array", "items": items}


TEXT = {"type": "string"}
WORDS = {"type": "string", "minLength": 1}
FROM_1 = {"type": "integer", "minimum": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
MESSAGE = _object(["text"], text=WORDS, markdown=TEXT, id=TEXT, arguments=_array(TEXT))
MULTIFORMAT = _object(["text"], text=WORDS, markdown=TEXT)
REGION = _object(
    ["startLine"],
    startLine=FROM_1,
    startColumn=FROM_1,
    endLine=FROM_1,
    endColumn=FROM_1,
    snippet=_object([], text=TEXT),
    message=MESSAGE,
)
ADDRESS = _object([], uri={"type": "string", "format": "uri-reference"}, uriBaseId=TEXT, index={"minimum": -1})
LOCATION = _object(
    [],
    id={"type": "integer", "minimum": -1},
    physicalLocation=_object(["artifactLocation"], artifactLocation=ADDRESS, region=REGION, contextRegion=REGION),
    logicalLocations=_array(_object([], name=TEXT, fullyQualifiedName=TEXT, decoratedName=TEXT, kind=TEXT)),
    message=MESSAGE,
)
RULE = _object(
    ["id"],
    id=WORDS,
    name=WORDS,
    shortDescription=MULTIFORMAT,
    fullDescription=MULTIFORMAT,
    help=MULTIFORMAT,
    helpUri={"type": "string", "format": "uri"},
    defaultConfiguration=_object([], enabled={"type": "boolean"}, level=LEVEL),
)
SUPPRESSION = _object(
    ["kind"],
    kind={"enum": ["inSource", "external"]},
    status={"enum": ["accepted", "underReview", "rejected"]},
    justification=TEXT,
)
RESULT = _object(
    ["message"],
    ruleId=WORDS,
    ruleIndex={"type": "integer", "minimum": -1},
    kind={"enum": ["notApplicable", "pass", "fail", "review", "open", "informational"]},
    level=LEVEL,
    message=MESSAGE,
    locations=_array(LOCATION),
    partialFingerprints={"type": "object", "additionalProperties": TEXT},
    suppressions=_array(SUPPRESSION),
)
DRIVER = _object(
    ["name"],
    name=WORDS,
    version=WORDS,
    language={"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
    rules=_array(RULE),
)
INVOCATION = _object(
    ["executionSuccessful"],
    executionSuccessful={"type": "boolean"},
    toolExecutionNotifications=_array(_object(["message"], level=LEVEL, message=MESSAGE, locations=_array(LOCATION))),
)
RUN = _object(
    ["tool"],
    tool=_object(["driver"], driver=DRIVER),
    invocations=_array(INVOCATION),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results=_array(RESULT),
)
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {"$schema": {"type": "string", "format": "uri"}, "version": {"enum": ["2.1.0"]}, "runs": _array(RUN)},
    "additionalProperties": False,
}
