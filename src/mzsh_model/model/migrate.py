"""From what an older version of the model wrote to what this one writes: one pure step for each version there was.

A step takes the envelope that `read --json` of its version printed and returns that of the next; it is written once, when
the next version is made, and never changed again. The stored files in `tests/model/stored` go through all of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from mzsh_model.kernel.errors import BadModel, UnknownSchema
from mzsh_model.model.base import SCHEMA_VERSION

Envelope = dict[str, object]


def _to_1_1(told: Envelope) -> Envelope:
    """1.1 let `id` and `statement` be left out and added fields that may be missing: what 1.0 wrote says the same."""
    return {**told, "schema_version": "1.1"}


def _to_1_2(told: Envelope) -> Envelope:
    """1.2 added fields that may be missing: what 1.1 wrote says the same."""
    return {**told, "schema_version": "1.2"}


def _to_1_3(told: Envelope) -> Envelope:
    """1.3 added kinds of documents: what 1.2 wrote says the same."""
    return {**told, "schema_version": "1.3"}


def _to_1_4(told: Envelope) -> Envelope:
    """1.4 added fields that may be missing: what 1.3 wrote says the same."""
    return {**told, "schema_version": "1.4"}


def _to_1_5(told: Envelope) -> Envelope:
    """1.5 added fields that may be missing: what 1.4 wrote says the same."""
    return {**told, "schema_version": "1.5"}


def _to_1_6(told: Envelope) -> Envelope:
    """1.6 added fields that may be missing: what 1.5 wrote says the same."""
    return {**told, "schema_version": "1.6"}


def _to_1_7(told: Envelope) -> Envelope:
    """1.7 added fields that may be missing: what 1.6 wrote says the same."""
    return {**told, "schema_version": "1.7"}


def _to_1_8(told: Envelope) -> Envelope:
    """1.8 added fields that may be missing: what 1.7 wrote says the same."""
    return {**told, "schema_version": "1.8"}


STEPS: dict[str, Callable[[Envelope], Envelope]] = {
    "1.0": _to_1_1,
    "1.1": _to_1_2,
    "1.2": _to_1_3,
    "1.3": _to_1_4,
    "1.4": _to_1_5,
    "1.5": _to_1_6,
    "1.6": _to_1_7,
    "1.7": _to_1_8,
}
"""By the version that it starts from, oldest first."""


def migrated(told: Envelope) -> Envelope:
    """Return the envelope as this version of the model writes it; of this version, or without one, the same.

    Raises:
        BadModel: `schema_version` is no version that there was.
        UnknownSchema: it is newer than this library knows.
    """
    version = told.get("schema_version", SCHEMA_VERSION)
    if is_newer(version):
        raise too_new(str(version))
    while version != SCHEMA_VERSION:
        step = STEPS.get(str(version))
        if step is None:
            known = "、".join([*STEPS, SCHEMA_VERSION])
            raise BadModel("model-version", f"/schema_version 的值不合要求：这里应为发布过的版本号 {known} 之一")
        told = step(told)
        version = told["schema_version"]
    return told


def is_newer(version: object) -> bool:
    """Return whether a version is newer than this library's.

    Raises:
        BadModel: it is no version.
    """
    return _numbers(version) > _numbers(SCHEMA_VERSION)


def is_minor(version: object) -> bool:
    """Return whether a version only adds to what this library knows: newer, and of the same major version."""
    return is_newer(version) and _numbers(version)[0] == _numbers(SCHEMA_VERSION)[0]


def too_new(version: str, where: str = "") -> UnknownSchema:
    """Return the error for what a newer version wrote and this one cannot read; `where` is the path that it fails at."""
    failing = f"（{where}）" if where else ""
    return UnknownSchema(
        "schema-newer",
        f"这份数据的模型版本是 {version}，本程序只认到 {SCHEMA_VERSION}{failing}。请换用支持 {version} 的版本",
    )


def _numbers(version: object) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{1,4})\.(\d{1,4})", version) if isinstance(version, str) else None
    if found is None:
        raise BadModel("model-version", "/schema_version 的值不合要求：这里应为版本号，如“1.0”")
    return int(found[1]), int(found[2])
