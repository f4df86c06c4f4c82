"""Annotated copies of checked files, in a folder of their own that repeats the folders of the drafts."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from mzsh_model.batch.beside import folder_of, is_below
from mzsh_model.batch.run import FileResult, crash
from mzsh_model.document.document import Document
from mzsh_model.document.opening import open_document
from mzsh_model.kernel.errors import BadEdit, InputError, MzshError, SaveError
from mzsh_model.opc.save import save_bytes
from mzsh_model.rules.finding import CheckResult

_MARK = ".批注"


@dataclass(slots=True)
class Copies:
    """The folder of the copies; the folder that it repeats; the files of this run, none of which is ever a copy's place."""

    folder: Path
    base: Path
    drafts: frozenset[str]
    force: bool
    _sources: dict[str, str] = field(default_factory=dict[str, str])

    @classmethod
    def of(cls, named: Sequence[Path], drafts: Iterable[Path], folder: Path, *, force: bool = False) -> Copies:
        """Return the copies of `drafts`, the files that were found in the paths that a person `named`.

        One folder is repeated as it is; of several, from the folder that holds them all. With `force` a copy takes the place
        of whatever stands there.

        Raises:
            SaveError: `folder` is a file, or a folder to be checked, or the drafts have no folder that holds them all.
        """
        here = os.path.realpath(folder)
        if os.path.exists(folder) and not os.path.isdir(folder):
            raise SaveError("target-file", f"{folder} 是文件，放不了批注稿。请指定文件夹")
        if any(os.path.isdir(path) and os.path.realpath(path) == here for path in named):
            raise SaveError("target-is-input", f"{folder} 就是要检查的文件夹。请另指放批注稿的文件夹，可以在它下面")
        try:
            base = folder_of(named)
        except ValueError as error:
            raise SaveError("target-apart", "要检查的文件不在同一个盘上，批注稿没法放在一起。请分几次检查") from error
        return cls(folder, base, frozenset(map(os.path.realpath, drafts)), force)

    def make(self, one: FileResult) -> FileResult:
        """Write the copy of one checked file; the result tells where it is, or why there is none."""
        if one.document is None or not one.result.checked:
            return one
        try:
            target = self._target(Path(one.path))
            self._write(one.document, one.result, target)
        except MzshError as error:
            return replace(one, uncopied=error)
        except Exception as slip:
            return replace(one, uncopied=crash(slip))
        return replace(one, copy=str(target))

    def _target(self, draft: Path) -> Path:
        """The place of a copy: `张三.docx` gives `张三.批注.docx`, and so does a draft of that name."""
        inner = os.path.relpath(os.path.realpath(draft.parent), self.base)
        target = self.folder / inner / (draft.stem.removesuffix(_MARK) + _MARK + draft.suffix)
        if os.path.realpath(target) in self.drafts:
            raise SaveError("target-is-input", f"{target} 是这次要检查的文件，不会覆盖它。请另指放批注稿的文件夹")
        if not is_below(target, self.folder):
            raise SaveError("target-outside", f"{target} 经过链接通到 {self.folder} 外面，没有写。请去掉那个链接")
        alike = os.path.realpath(target).casefold()  # one file, where the system takes capitals for small letters
        if self._sources.setdefault(alike, os.path.realpath(draft)) != os.path.realpath(draft):
            raise SaveError("target-twice", f"{target} 已经是另一份文件的批注稿。请把其中一份改名，或分开检查")
        return target

    def _write(self, draft: Document, result: CheckResult, target: Path) -> None:
        base = draft if self.force or not os.path.lexists(target) else _standing(draft, target)
        annotated = base.annotate(result)
        if annotated is base and base is not draft:
            return
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SaveError("save-failed", f"建不了文件夹 {target.parent}。请检查权限，或换一个位置") from error
        save_bytes(target, annotated.to_bytes(), opened=draft.origin.identity)


def _standing(draft: Document, target: Path) -> Document:
    """The copy that stands there already, if all that it has beside the draft are comments of ours.

    Raises:
        SaveError: it has something else, which a new copy would lose.
    """
    try:
        copy = open_document(target)
        if _members(copy.clean()) == _members(draft.clean()):
            return copy
    except (InputError, BadEdit):
        pass  # whatever it is, it is not ours
    raise SaveError(
        "target-differs",
        f"{target} 与原稿除批注外还有不同（原稿或它后来改过，或有人答复过），没有覆盖。要覆盖请加 --force，或另指文件夹",
    )


def _members(document: Document) -> dict[str, bytes]:
    """What the package holds; how well it is squeezed does not count."""
    package = document.package
    return {} if package is None else {name: package.read(name) for name in package.names}
