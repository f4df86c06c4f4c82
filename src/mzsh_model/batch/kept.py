"""The results of a run that are told at the end: few stay in memory, many in a file that has no name and goes with the run."""

from __future__ import annotations

import pickle
import weakref
from array import array
from collections.abc import Iterator, Sequence
from tempfile import SpooledTemporaryFile
from typing import cast, overload

from mzsh_model.batch.run import FileResult
from mzsh_model.kernel.errors import SaveError
from mzsh_model.opc.limits import MIB

_IN_MEMORY = 16 * MIB
"""Bytes of results that are held in memory; of more only where they begin."""


class Kept(Sequence[FileResult]):
    """Results in the order they came, each as it was, without document and value; every look at them reads them again."""

    def __init__(self, in_memory: int = _IN_MEMORY) -> None:
        self._file = SpooledTemporaryFile(in_memory)  # noqa: SIM115 -- as long as this lives
        self._starts = array("Q")
        weakref.finalize(self, self._file.close)

    def append(self, one: FileResult) -> None:
        """Keep one more.

        Raises:
            SaveError: there is no room for it.
        """
        try:
            self._starts.append(self._file.seek(0, 2))
            pickle.dump(one, self._file, pickle.HIGHEST_PROTOCOL)
        except OSError as error:
            said = "临时文件夹写不了（磁盘满了，或没有权限），结果没处放。请腾出空间，或用 --resume 边查边写"
            raise SaveError("results-unwritten", said) from error

    def __len__(self) -> int:
        return len(self._starts)

    def __iter__(self) -> Iterator[FileResult]:
        for start in self._starts:
            yield self._at(start)

    @overload
    def __getitem__(self, index: int) -> FileResult: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[FileResult]: ...
    def __getitem__(self, index: int | slice) -> FileResult | Sequence[FileResult]:
        if isinstance(index, slice):
            return [self._at(start) for start in self._starts[index]]
        return self._at(self._starts[index])

    def _at(self, start: int) -> FileResult:
        self._file.seek(start)
        return cast(FileResult, pickle.load(self._file))
