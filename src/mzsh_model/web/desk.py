"""What was handed in and what was found in it: a private folder on this machine that is emptied when it is closed."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import tempfile
import threading
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from mzsh_model.batch.beside import above, named_from
from mzsh_model.batch.copies import Copies
from mzsh_model.batch.review import Review
from mzsh_model.batch.reviewing import reviewed
from mzsh_model.batch.run import FileResult, failed
from mzsh_model.document.document import Document
from mzsh_model.document.opening import open_document
from mzsh_model.kernel.errors import InputError, MzshError
from mzsh_model.rules.profile import PROFILE_NAME, Profile, default_profile, load_profile
from mzsh_model.web.handing import Batch
from mzsh_model.web.room import Room, mebibytes, too_much


class Desk:
    """The drafts of one sitting. Threads may share it: what changes it waits its turn, what looks at it sees a whole review."""

    def __init__(self, profile: Profile | None = None, room: Room | None = None) -> None:
        """Make the folder, which nobody else on this machine may look into."""
        self.room: Room = room or Room()
        self.review: Review | None = None
        self._profile = profile or default_profile()
        self._home = tempfile.TemporaryDirectory(prefix="mzsh-")
        self._drafts = self.folder / "材料"
        self._drafts.mkdir()
        self._numbers: dict[str, int] = {}
        self._turn = threading.Lock()
        self._closing = False

    @property
    def folder(self) -> Path:
        """Where everything of this sitting stands."""
        return Path(self._home.name).resolve()

    def take(self, handed: Iterable[tuple[str, BinaryIO]]) -> None:
        """Take files by name (with `/` between folders) and check everything that is held.

        A file of a name that is there already takes its place; two of one name handed in together both stay. Whatever is
        refused leaves everything as it was.

        Raises:
            InputError: nothing was handed in, or too much, or a file where there is a folder.
            BadProfile: a settings file among them cannot be used.
        """
        with self._turn, Batch(self._drafts, self.folder) as batch, self._named():
            for name, data in handed:
                batch.keep(name, data)
                self._measure()
            if not batch.came:
                raise InputError("upload-empty", "没有收到文件。请选择或拖入材料再提交")
            self.review = self._checked()
            batch.stay()

    def clear(self) -> None:
        """Forget everything that was handed in."""
        with self._turn:
            shutil.rmtree(self._drafts)
            self._drafts.mkdir()
            self._numbers.clear()
            self.review = None

    def stop(self) -> None:
        """End a check that is under way: who closes does not wait for it."""
        self._closing = True
        for child in multiprocessing.active_children():
            child.kill()

    def close(self) -> None:
        """Remove the folder with all that is in it."""
        self.stop()
        with self._turn:
            self.review = None
            self._home.cleanup()

    def number(self, path: str) -> int:
        """Return the number by which a page names a draft: it stays while the draft does, and says nothing of it."""
        return self._numbers[path]

    def result(self, number: int) -> FileResult:
        """Return what was found in the draft of that number.

        Raises:
            InputError: there is none.
        """
        for one in () if self.review is None else self.review.files:
            if self._numbers[one.path] == number:
                return one
        raise InputError("draft-unknown", "没有这份材料，可能已经清空。请回到首页")

    def document(self, one: FileResult) -> Document | None:
        """Return the draft itself, None where it cannot be read."""
        with self._named():
            return None if one.error else open_document(self._drafts / one.path)

    def copy(self, one: FileResult) -> tuple[str, bytes]:
        """Return the name and the bytes of a draft with its findings as comments.

        Raises:
            MzshError: there is none of it: not Word, not checked, with a secrecy mark.
        """
        document = self.document(one)
        if document is None or not one.result.checked:
            raise InputError("draft-unchecked", "这份没能检查，没有批注稿。原因在它的页面上")
        place = PurePosixPath(one.path)
        return f"{place.stem}.批注{place.suffix}", document.annotate(one.result).to_bytes()

    def copies(self) -> bytes:
        """Return the annotated copies of all drafts that can have one, packed.

        Raises:
            InputError: there is none.
        """
        with tempfile.TemporaryDirectory(dir=self.folder) as held:
            into = Path(held) / "批注稿"
            made = [one for one in self._copied(into) if one.copy]
            if not made:
                raise InputError("copies-none", "没有能做批注稿的材料（要是能检查的 .docx）。原因在各份的页面上")
            return Path(shutil.make_archive(os.path.join(held, "packed"), "zip", into)).read_bytes()

    def _copied(self, into: Path) -> Iterator[FileResult]:
        files = () if self.review is None else self.review.files
        paths = [self._drafts / one.path for one in files]
        copies = Copies.of([self._drafts], paths, into)
        for one, path in zip(files, paths, strict=True):
            yield copies.make(replace(one, path=str(path), document=self.document(one)))

    def _measure(self) -> None:
        """Refuse what is more than there is room for."""
        sizes = [path.stat().st_size for path in self._drafts.rglob("*") if path.is_file()]
        if sum(sizes) > self.room.held_size:
            raise too_much("这次一共收到的", mebibytes(self.room.held_size))
        if len(sizes) > self.room.held_files:
            raise too_much("这次一共收到的", f"{self.room.held_files} 个文件")

    @contextmanager
    def _named(self) -> Generator[None]:
        """Inside, an error tells of a draft by the name that it was handed in with, not of where we keep it."""
        try:
            yield
        except MzshError as error:
            raise self._renamed(error) from error

    def _renamed(self, error: MzshError) -> MzshError:
        return type(error)(error.code, error.message.replace(f"{self._drafts}{os.sep}", ""))

    def _checked(self) -> Review:
        review = reviewed(
            [self._drafts],
            profile=self._settings,
            within=self.folder,
            seconds=self.room.seconds,
            stops=lambda: self._closing,
        )
        files = [self._told(one) for one in review.files]
        for one in files:
            self._numbers.setdefault(one.path, len(self._numbers) + 1)
        return replace(review, files=files)

    def _told(self, one: FileResult) -> FileResult:
        path = named_from(self._drafts, one.path)
        if one.error is not None:
            one = failed(Path(one.path), self._renamed(one.error))
        return replace(one, path=path)

    def _settings(self, drafts: Iterable[Path]) -> Profile:
        """Those of the nearest settings file handed in, else those that the page was started with."""
        for draft in drafts:
            for path in above(PROFILE_NAME, draft):
                return load_profile(path) if path.is_relative_to(self.folder) else self._profile
        return self._profile
