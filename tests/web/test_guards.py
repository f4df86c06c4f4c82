"""What stands before the page, each guard by itself: broken, one of these fails."""

from __future__ import annotations

import asyncio
import re
import secrets
import string
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from mzsh_model.web import key as keys
from mzsh_model.web.guard import Guard
from mzsh_model.web.key import Key
from mzsh_model.web.room import Room
from mzsh_model.web.serving import _Server
from tests.carriers.reviews import DRAFT
from tests.web.sitting import ORIGIN, Sitting, sitting
from tests.web.test_serving import served

_FORM = {"content-type": "multipart/form-data; boundary=x"}
_BODY = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhi\r\n--x--\r\n'
_RAW = """
import socket, sys
line = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
line.sendall(sys.argv[2].encode())
print(line.recv(99))
"""


class Behind:
    """What a guard lets through: which scopes came, and how many bytes of them."""

    def __init__(self) -> None:
        self.came: list[str] = []
        self.size = 0

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.came.append(scope["type"])
        more = True
        while more:
            message = await receive()
            self.size += len(message.get("body", b""))
            more = message.get("more_body", False)


def asked(
    bodies: Iterable[bytes] = (b"",), *, kind: str = "http", room: Room | None = None, **headers: str
) -> tuple[Behind, list[dict[str, Any]], Exception | None]:
    """One request to a guard, its body in as many messages as there are `bodies`."""
    behind, key, sent = Behind(), Key(), list[dict[str, Any]]()
    waiting = list(bodies)
    held = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    scope = {"type": kind, "path": key.home, "headers": [(b"host", b"127.0.0.1:1"), *held], "method": "POST"}

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": waiting.pop(0), "more_body": bool(waiting)}

    async def send(message: Any) -> None:
        sent.append(message)

    try:
        asyncio.run(Guard(behind, key=key, room=room or Room())(scope, receive, send))
    except Exception as error:
        return behind, sent, error
    return behind, sent, None


def test_what_is_said_to_be_too_long_is_not_even_received() -> None:
    for told in ("101", "9" * 5000):
        behind, sent, _ = asked([b"x" * 101], room=Room(request_size=100), **{"content-length": told})
        assert (behind.came, sent[0]["status"]) == ([], 413)
    behind, _, _ = asked([b"x" * 100], room=Room(request_size=100), **{"content-length": "100"})
    assert behind.size == 100


@pytest.mark.parametrize("told", [{}, {"content-length": "10"}, {"content-length": "zehn"}])
def test_many_pieces_are_together_no_more_than_one(told: dict[str, str]) -> None:
    behind, _, error = asked([b"x" * 40] * 5, room=Room(request_size=100), **told)
    assert behind.size == 80
    assert getattr(error, "code", "") == "upload-limit"
    behind, _, error = asked([b"x" * 20] * 5, room=Room(request_size=100), **told)
    assert (behind.size, error) == (100, None)


def test_a_websocket_gets_no_answer() -> None:
    assert asked()[0].came == ["http"]
    behind, sent, _ = asked(kind="websocket")
    assert (behind.came, sent) == ([], [])


def test_a_websocket_is_not_opened_by_the_server(tmp_path: Path) -> None:
    with served(tmp_path, "--no-open") as page:
        path = "/" + page.address.split("/", 3)[3]
        told = (
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{page.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        )
        run = subprocess.run([sys.executable, "-c", _RAW, str(page.port), told], capture_output=True, check=True)
        assert b"HTTP/1.1 101" not in run.stdout
        assert b"HTTP/1.1" in run.stdout


def test_the_server_is_told_to_open_none() -> None:
    with sitting() as held:
        assert _Server(held.desk, held.key, lambda: None).config.ws == "none"


def policy(answer: Any) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in answer.headers["content-security-policy"].split(";"))
    return {name: value for name, _, value in parts}


def test_every_answer_says_what_a_page_may_do() -> None:
    with sitting() as held:
        held.hand([("甲.txt", DRAFT.encode())])
        answers = [
            held.get(),
            held.get("drafts/1"),
            held.get("nowhere"),
            held.client.get("/"),
            held.get("reports/json"),
        ]
        answers.append(held.get("drafts/77", accept="text/html"))
        for answer in answers:
            told = policy(answer)
            nonce = told.pop("style-src")
            assert re.fullmatch(r"'nonce-[\w-]{22,}'", nonce)
            assert told == {
                "default-src": "'none'",
                "script-src": nonce,
                "img-src": "data:",
                "connect-src": "'self'",
                "form-action": "'self'",
                "base-uri": "'none'",
                "frame-ancestors": "'none'",
            }
            said = {
                name: answer.headers[name] for name in answer.headers if name.startswith(("cross-", "referrer", "x-"))
            }
            assert said == {
                "cross-origin-opener-policy": "same-origin",
                "cross-origin-resource-policy": "same-origin",
                "referrer-policy": "same-origin",
                "x-content-type-options": "nosniff",
            }


def test_only_what_has_the_number_of_this_answer_is_obeyed() -> None:
    with sitting() as held:
        held.hand([("甲.txt", DRAFT.encode())])
        seen: set[str] = set()
        for path in ("", "", "drafts/1"):
            answer = held.get(path)
            (nonce,) = re.findall(r"script-src 'nonce-([^']+)'", answer.headers["content-security-policy"])
            obeyed = re.findall(r"<(?:script|style)\b([^>]*)>", answer.text)
            assert obeyed
            assert all(f'nonce="{nonce}"' in one for one in obeyed)
            assert not re.search(
                r"\son\w+=|\sstyle=", re.sub(r"<(script|style)\b.*?</\1>", "", answer.text, flags=re.DOTALL)
            )
            seen.add(nonce)
        assert len(seen) == 3


def test_a_token_that_is_right_but_for_one_character_opens_nothing() -> None:
    key = Key()
    for at in range(len(key.token)):
        other = next(c for c in string.ascii_letters if c != key.token[at])
        assert not key.fits(f"/{key.token[:at]}{other}{key.token[at + 1 :]}/")
    for wrong in ("", key.token[:1], key.token[:-1], key.token + "a", key.token.swapcase()):
        assert not key.fits(f"/{wrong}/")
        assert not key.enter(f"/open/{wrong}")
    assert key.fits(key.home)
    assert key.fits(key.home + "drafts")


def test_no_two_keys_are_alike() -> None:
    held = [Key() for _ in range(50)]
    assert len({one.token for one in held} | {one.door.rpartition("/")[2] for one in held}) == 100
    assert min(len(one.token) for one in held) >= 43


@pytest.mark.parametrize("says", [True, False])
def test_how_much_of_a_token_is_right_is_not_told_by_the_clock(says: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """What compares is asked, and only it decides."""
    asked: list[tuple[bytes, bytes]] = []

    def compared(given: bytes, held: bytes) -> bool:
        asked.append((given, held))
        return says

    key = Key()
    door = key.door
    monkeypatch.setattr(keys.secrets, "compare_digest", compared)
    assert key.fits(key.home) is says
    assert key.fits("/wrong/") is says
    assert key.enter(door) is says
    token = key.token.encode()
    assert asked == [(token, token), (b"wrong", token), (door.encode(), door.encode())]
    assert secrets.compare_digest is compared


def quiet(held: Sitting) -> Sitting:
    """One whose slips are answers, as they are where the page is served."""
    held.client = type(held.client)(
        held.client.app, base_url=ORIGIN, follow_redirects=False, raise_server_exceptions=False
    )
    return held


@pytest.mark.parametrize(
    "origin", ["http://[x", "http://[::1", "http://a@[b]", "", "\xff", "//127.0.0.1:8137", "https://127.0.0.1:8137"]
)
def test_an_origin_that_is_no_address_is_another_page(origin: str) -> None:
    with sitting() as held:
        answer = quiet(held).client.post(held.key.home + "close", headers={b"origin": origin.encode("latin-1")})
        assert (answer.status_code, held.closed) == (403, 0)
        assert len(answer.text.splitlines()) == 1


@pytest.mark.parametrize("charset", ["idna", "punycode", "a\0b", "utf-16", "没有".encode().decode("latin-1"), "hex"])
def test_a_form_in_an_encoding_that_is_none_is_one_line(charset: str) -> None:
    with sitting() as held:
        quiet(held)
        for name in (b"a.txt", b"\xff\xfexn--.txt"):
            told = [("content-type", f"{_FORM['content-type']}; charset={charset}".encode("latin-1"))]
            answer = held.client.post(held.key.home + "drafts", content=_BODY.replace(b"a.txt", name), headers=told)
            assert answer.status_code in (204, 400)
            assert not answer.text or answer.text.endswith("（upload-form）")


@pytest.mark.parametrize("names", [("a.docx", "a.docx/b.docx"), ("a.docx/b.docx", "a.docx"), ("甲/乙/丙.txt", "甲/乙")])
def test_a_file_and_a_folder_of_one_name_are_refused_and_what_was_there_stays(names: tuple[str, str]) -> None:
    first, then = names
    with sitting() as held:
        assert held.hand([(first, DRAFT.encode())]).status_code == 204
        answer = quiet(held).hand([("新/乙.txt", DRAFT.encode()), (then, b"x")])
        assert (answer.status_code, answer.text[-13:]) == (400, "（upload-name）")
        assert held.desk.review is not None
        assert [one.path for one in held.desk.review.files] == [first]
        drafts = held.desk.folder / "材料"
        assert [str(path.relative_to(drafts)) for path in drafts.rglob("*") if path.is_file()] == [first]
        assert not (drafts / "新").exists()
        assert [path.name for path in held.desk.folder.iterdir()] == ["材料"]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ([("组/mzsh.toml", b"offf = 1")], "profile-key"),
        ([("mzsh.accepted.toml", b"[[accepted]]")], "accepted-entry"),
        ([("大.txt", b"x" * 90_000)], "upload-limit"),
        ([(f"{n}.txt", b"x") for n in range(9)], "upload-limit"),
    ],
)
def test_what_is_refused_takes_nothing_away(more: list[tuple[str, bytes]], code: str) -> None:
    """A draft that would have been replaced is there again, and its page tells what it told."""
    with sitting(Room(held_size=60_000, held_files=8)) as held:
        held.hand([("组/甲.txt", DRAFT.encode()), ("组/mzsh.toml", b'off = ["MTG005"]')])
        before = held.get("drafts/1").text, held.get("reports/json").text
        files = {path: path.read_bytes() for path in held.desk.folder.rglob("*") if path.is_file()}
        answer = held.hand([("组/甲.txt", b"other"), *more])
        assert answer.text.endswith(f"（{code}）")
        assert str(held.desk.folder) not in answer.text
        assert {path: path.read_bytes() for path in held.desk.folder.rglob("*") if path.is_file()} == files
        now = held.get("drafts/1").text, held.get("reports/json").text
        assert [_bare(one) for one in now] == [_bare(one) for one in before]
        assert held.hand([("组/甲.txt", DRAFT.replace("4本", "9本").encode())]).status_code == 204
        assert "9本" in held.get("drafts/1").text


def _bare(page: str) -> str:
    return re.sub(r'nonce="[^"]*"|"generated": *"[^"]*"', "", page)


def test_a_slip_in_the_middle_takes_nothing_away_either(monkeypatch: pytest.MonkeyPatch) -> None:
    with sitting() as held:
        held.hand([("甲.txt", DRAFT.encode())])
        with monkeypatch.context() as patched:
            patched.setattr("mzsh_model.web.desk.reviewed", lambda *_, **__: 1 / 0)
            assert quiet(held).hand([("甲.txt", b"other"), ("乙.txt", b"x")]).status_code == 500
        assert (held.desk.folder / "材料" / "甲.txt").read_bytes() == DRAFT.encode()
        assert not (held.desk.folder / "材料" / "乙.txt").exists()


def test_no_message_tells_where_drafts_are_kept() -> None:
    with sitting() as held:
        held.hand([("组/甲.docx", b"PK"), ("组/乙.txt", DRAFT.encode())])
        for path in held.desk.folder.rglob("*.*"):
            path.unlink()
        pages = [held.get(f"{page}/{number}").text for number in (1, 2) for page in ("drafts", "copies")]
        assert not [page for page in pages if str(held.desk.folder) in page]
        assert [page for page in pages if page.startswith("找不到文件 组/乙.txt")]
