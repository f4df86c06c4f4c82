"""The files that a command names: documents and values that it reads, and the one that it writes."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from mzsh_model.batch.beside import folder_of, is_same
from mzsh_model.batch.files import SUFFIXES
from mzsh_model.cli.console import remark
from mzsh_model.document.document import Document
from mzsh_model.document.opening import open_document
from mzsh_model.kernel.errors import BadModel, BadPackage, NewerSchema, SaveError, UnknownSchema
from mzsh_model.kinds.load import load
from mzsh_model.model.documents import DocumentValue
from mzsh_model.opc.limits import Limits
from mzsh_model.opc.sniff import decode_text
from mzsh_model.opc.source import read_source


class Read(NamedTuple):
    """What a file says, and the document that says it; a file of JSON is none."""

    value: DocumentValue
    document: Document | None


def json_text(path: Path) -> str:
    """Return the text of a file of JSON, also of what a shell on Windows made of our output: GBK, or UTF-16 with its mark.

    Raises:
        BadPackage: no such file, or not one that can be read.
        BadModel: in none of these encodings; the error names the file.
    """
    data = read_source(path, Limits()).data
    try:
        return decode_text(data)[0]
    except BadPackage as error:
        raise BadModel("model-encoding", f"{path.name}：{error.message}") from None


def read_model(path: Path) -> DocumentValue:
    """Return the value that a file of JSON holds; the errors name the file.

    Raises:
        BadPackage: no such file, or not one that can be read.
        BadModel: not JSON, or no value.
        UnknownSchema: a newer version of the model wrote it.
    """
    text = json_text(path)
    try:
        with warnings.catch_warnings(record=True, category=NewerSchema) as told:
            warnings.simplefilter("always", NewerSchema)
            value = load(text)
    except (BadModel, UnknownSchema) as error:
        raise type(error)(error.code, f"{path.name}：{error.message}") from None
    for one in told:
        remark(f"{path.name}：{one.message}")
    return value


def read_either(path: Path) -> Read:
    """Return what a document says, or a value in JSON (`.json`).

    Raises:
        BadPackage: it cannot be read.
        BadModel: not JSON, or no value.
        UnknownSchema: a newer version of the model wrote it.
    """
    if path.suffix.lower() == ".json":
        return Read(read_model(path), None)
    document = open_document(path)
    return Read(document.read().value, document)


def checked_target(
    out: Path, *inputs: Path, like: Path | None = None, force: bool, forms: Sequence[str] = (".docx",)
) -> Path:
    """Return `out` if a result may be written there. It has the suffix of the file that it comes from, or one of `forms`.

    Raises:
        SaveError: an input, something that is there already (unless `force`), or another format.
    """
    suffixes = [like.suffix] if like else forms
    if out.suffix.lower() not in [suffix.lower() for suffix in suffixes]:
        suffix = " 或 ".join(suffixes)
        raise SaveError("target-suffix", f"写出的文件是 {suffix} 格式，不能叫 {out.name}。请换成 {suffix} 结尾的文件名")
    if os.path.lexists(out):
        if any(is_same(out, one) for one in inputs):
            raise SaveError("target-is-input", f"{out.name} 是读入的文件，不会覆盖它。请换一个文件名")
        if not force:
            raise SaveError("target-exists", f"已经有 {out}，没有覆盖。要覆盖请加 --force，或换一个文件名")
    return out


def require_folder(out: Path, count: int) -> None:
    """Refuse a place for several results that is a file, or is called like one.

    Raises:
        SaveError: it is.
    """
    if not os.path.isdir(out) and (os.path.lexists(out) or out.suffix.lower() in SUFFIXES):
        raise SaveError("target-file", f"{out.name} 是文件，放不下 {count} 份结果。请用 -o 指定一个文件夹")


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, where they are missing.

    Raises:
        SaveError: something else stands there, or nobody may.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SaveError("save-failed", f"建不了文件夹 {folder}。请检查权限，或换一个位置") from error


def targets_in(
    out: Path, named: Sequence[Path], files: Iterable[Path], renamed: Callable[[str], str]
) -> dict[Path, Path]:
    """Return where the results of `files` go: below `out`, in folders as those below the paths that a person `named`.

    `renamed` gives the names of files and of folders.

    Raises:
        SaveError: two of them would be one file, or the paths have no folder that holds them all; nothing was written.
    """
    try:
        base = folder_of(named)
    except ValueError as error:
        raise SaveError("target-apart", "材料不在同一个盘上，结果没法放在一起。请分几次处理") from error
    found: dict[Path, Path] = {}
    taken: dict[str, Path] = {}
    for file in files:
        inner = Path(os.path.relpath(os.path.realpath(file.parent), base)) / file.name
        target = out.joinpath(*map(renamed, inner.parts))
        other = taken.setdefault(os.path.realpath(target).casefold(), file)
        if other is not file:
            raise SaveError("target-twice", f"{other} 和 {file} 会写成同一个文件 {target}。请改名，或分开处理")
        found[file] = target
    return found
