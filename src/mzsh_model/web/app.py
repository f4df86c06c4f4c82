"""The routes of the page: what is shown, what is handed in, what is taken away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route

from mzsh_model.carriers.formats import as_bytes, carried
from mzsh_model.kernel.errors import BrokenLaw, InputError, MzshError
from mzsh_model.web import pages
from mzsh_model.web.desk import Desk
from mzsh_model.web.guard import HOSTS, Guard
from mzsh_model.web.key import Key

_STATUS = {"upload-limit": 413, "draft-unknown": 404, "report-unknown": 404, "page-unknown": 404, "page-slip": 500}
_PLAIN = 400


def application(desk: Desk, key: Key, *, on_close: Callable[[], None]) -> Starlette:
    """Return the page over a desk, below the path of its key; `on_close` is called when somebody closes it there."""
    doors = _Doors(desk, on_close)
    routes = [
        Route("/", doors.home),
        Route("/drafts", doors.take, methods=["POST"]),
        Route("/drafts/{number:int}", doors.draft),
        Route("/copies", doors.copies),
        Route("/copies/{number:int}", doors.copy),
        Route("/reports/{form}", doors.report),
        Route("/clear", doors.clear, methods=["POST"]),
        Route("/close", doors.close, methods=["POST"]),
    ]
    return Starlette(
        routes=[Mount(key.home.rstrip("/"), routes=routes)],
        middleware=[
            Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS, www_redirect=False),
            Middleware(Guard, key=key, room=desk.room),
        ],
        exception_handlers={MzshError: _refused, HTTPException: _not_there, Exception: _slipped},
    )


class _Doors:
    """What answers each route; everything that takes its time is done beside the loop."""

    def __init__(self, desk: Desk, on_close: Callable[[], None]) -> None:
        self._desk = desk
        self._on_close = on_close

    async def home(self, request: Request) -> Response:
        return HTMLResponse(await run_in_threadpool(pages.home, self._desk, _nonce(request)))

    async def take(self, request: Request) -> Response:
        most = self._desk.room.request_files
        try:
            form = await request.form(max_files=most, max_fields=10)
        except (HTTPException, ValueError, LookupError) as error:  # the latter two: an encoding that is none
            said = f"收到的看不懂，或一次多于 {most} 个文件。请在本页选择文件，分几次放进来"
            raise InputError("upload-form", said) from error
        try:
            await run_in_threadpool(self._desk.take, _handed(form))
        finally:
            await form.close()
        return RedirectResponse("./", 303) if _went_there(request) else Response(status_code=204)

    async def draft(self, request: Request) -> Response:
        one = self._desk.result(request.path_params["number"])
        return HTMLResponse(await run_in_threadpool(pages.draft, self._desk, one, _nonce(request)))

    async def copy(self, request: Request) -> Response:
        one = self._desk.result(request.path_params["number"])
        return _download(*await run_in_threadpool(self._desk.copy, one))

    async def copies(self, request: Request) -> Response:
        return _download("批注稿.zip", await run_in_threadpool(self._desk.copies))

    async def report(self, request: Request) -> Response:
        form, review = request.path_params["form"], self._desk.review
        if form not in pages.REPORTS or review is None:
            raise InputError("report-unknown", "没有这份报告，材料可能已经清空。请回到首页")
        data = as_bytes(await run_in_threadpool(carried, form, review))
        return _download(pages.REPORTS[form][0], data)

    async def clear(self, request: Request) -> Response:
        await run_in_threadpool(self._desk.clear)
        return RedirectResponse("./", 303)

    async def close(self, request: Request) -> Response:
        return HTMLResponse(pages.farewell(_nonce(request)), background=BackgroundTask(self._on_close))


def _handed(form: FormData) -> Iterator[tuple[str, BinaryIO]]:
    """The files of a form by name; a field where nobody chose a file comes without a name."""
    for _, held in form.multi_items():
        if isinstance(held, UploadFile) and held.filename:
            yield held.filename, held.file


def _download(name: str, data: bytes) -> Response:
    """A file that is never shown in our own place, whatever is in it."""
    told = {"content-disposition": f"attachment; filename*=utf-8''{quote(name, safe='')}"}
    return Response(data, media_type="application/octet-stream", headers=told)


def _went_there(request: Request) -> bool:
    """Whether the answer is to be a page: a browser went there, no script fetched it."""
    return "text/html" in request.headers.get("accept", "")


def _nonce(request: Request) -> str:
    return str(request.state.nonce)


def _told(request: Request, error: MzshError) -> Response:
    """One line for whoever fetched it, a page for whoever went there."""
    status = _STATUS.get(error.code, _PLAIN)
    if _went_there(request):
        return HTMLResponse(pages.refusal(error, f"{request.scope['root_path']}/", _nonce(request)), status)
    return PlainTextResponse(f"{error.message}（{error.code}）", status)


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, MzshError)
    return _told(request, error)


async def _not_there(request: Request, error: Exception) -> Response:
    return _told(request, InputError("page-unknown", "没有这个页面。请回到首页"))


async def _slipped(request: Request, error: Exception) -> Response:
    said = f"程序出错（{type(error).__name__}），是本工具的缺陷，请报告"
    return _told(request, BrokenLaw("page-slip", said))
