"""The page called as a browser calls it, in this process."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from html import unescape

import docx
from starlette.testclient import TestClient

from mzsh_model.web.app import application
from mzsh_model.web.desk import Desk
from mzsh_model.web.key import Key
from mzsh_model.web.room import Room

ORIGIN = "http://127.0.0.1:8137"
Files = Iterable[tuple[str, bytes]]


class Sitting:
    """A desk, the key to its page, and who calls."""

    def __init__(self, room: Room | None = None) -> None:
        self.desk, self.key, self.closed = Desk(room=room), Key(), 0
        app = application(self.desk, self.key, on_close=self._close)
        self.client = TestClient(app, base_url=ORIGIN, follow_redirects=False)

    def _close(self) -> None:
        self.closed += 1

    def get(self, path: str = "", **headers: str):
        return self.client.get(self.key.home + path, headers=headers)

    def post(self, path: str, **headers: str):
        return self.client.post(self.key.home + path, headers=headers)

    def hand(self, files: Files, **headers: str):
        held = [("file", (name, data)) for name, data in files]
        return self.client.post(self.key.home + "drafts", files=held, headers=headers)


@contextmanager
def sitting(room: Room | None = None) -> Iterator[Sitting]:
    held = Sitting(room)
    try:
        yield held
    finally:
        held.desk.close()


def word(*paragraphs: str) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(out)
    return out.getvalue()


def seen(page: str) -> str:
    """The words of a page."""
    body = re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]+>", "", body))
