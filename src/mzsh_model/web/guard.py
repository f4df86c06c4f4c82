"""What stands before every request: the host, the token, where it comes from, how much it brings; and what every answer says."""

from __future__ import annotations

import secrets

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mzsh_model.web.key import Key
from mzsh_model.web.room import Room, mebibytes, too_much

HOSTS = ("127.0.0.1", "localhost")
"""By no other name is the page to be called: a foreign page that made its own name lead here is sent away."""
_POLICY = (
    "default-src 'none'; style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}'; img-src data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_SAID = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
_DIGITS = 18
"""A length of more digits is too much, whatever it is; Python reads no number of thousands of them."""
_STRANGER = "地址不对。请用 mzsh serve 显示的完整地址打开（每次启动都不同）"


class Guard:
    """An ASGI application that lets through only requests below `/<token>/`, from our own pages, and no larger than there is room."""

    def __init__(self, app: ASGIApp, *, key: Key, room: Room) -> None:
        self._app = app
        self._key = key
        self._room = room

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; a websocket gets no answer."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        nonce = scope.setdefault("state", {})["nonce"] = secrets.token_urlsafe(16)
        headers = Headers(scope=scope)

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                told = MutableHeaders(scope=message)
                told.update(_SAID)
                told["content-security-policy"] = _POLICY.format(nonce=nonce)
            await send(message)

        turned = self._turned_away(str(scope["path"]), headers)
        if turned is None:
            await self._app(scope, self._measured(receive), answer)
        else:
            await turned(scope, receive, answer)

    def _turned_away(self, path: str, headers: Headers) -> Response | None:
        if self._key.enter(path):
            return RedirectResponse(self._key.home, 303)
        if not self._key.fits(path):
            return PlainTextResponse(_STRANGER, 403)
        if headers.get("origin") not in (None, f"http://{headers.get('host')}"):
            return PlainTextResponse("这个请求不是从本页发出的，没有理会", 403)
        told = headers.get("content-length", "0")
        if told.isdecimal() and (len(told) > _DIGITS or int(told) > self._room.request_size):
            return PlainTextResponse(self._over(), 413)
        return None

    def _measured(self, receive: Receive) -> Receive:
        """What is received, counted: who does not say how long a body is, or says it wrongly, has no more room."""
        came = 0

        async def counted() -> Message:
            nonlocal came
            message = await receive()
            came += len(message.get("body", b""))
            if came > self._room.request_size:
                raise too_much("一次放进来的", mebibytes(self._room.request_size))
            return message

        return counted

    def _over(self) -> str:
        error = too_much("一次放进来的", mebibytes(self._room.request_size))
        return f"{error.message}（{error.code}）"
