"""The server over standard input and output, until the one is at its end, the other is closed, or somebody ends it."""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Generator
from types import FrameType
from typing import BinaryIO, cast

import anyio
from mcp.server.stdio import stdio_server

from mzsh_model.mcp.place import Place
from mzsh_model.mcp.server import Server
from mzsh_model.mcp.tools import Tools
from mzsh_model.rules.profile import Profile

_PATIENCE = 5
"""So many seconds a copy that is being written may still take when somebody ends it."""


def serve(place: Place, profile: Profile, *, ended: Callable[[], None]) -> None:
    """Serve until the input ends; from outside (Ctrl-C, the end of the terminal) `ended` is called, which does not return.

    Raises:
        OSError: nobody takes the answers any more.
    """
    tools = Tools(place, profile)
    with _ending(tools, ended):
        try:
            anyio.run(_serve, Server(tools))
        except BaseExceptionGroup as group:
            gone, _ = group.split(OSError)  # what else fails then had an answer to give that nobody takes
            if gone is None:
                raise
            raise _first(gone) from group


async def _serve(server: Server) -> None:
    lines = _Lines(os.dup(0))
    async with stdio_server(cast("anyio.AsyncFile[str]", lines)) as (reading, writing):
        await server._lowlevel_server.run(  # the SDK has no other way to serve from a stream of one's own
            reading, writing, server._lowlevel_server.create_initialization_options()
        )


class _Lines:
    """The lines of a file, each read by a thread that nobody waits for.

    The SDK waits for its own even where the answers can go nowhere any more: it would hold us until the input ends.
    """

    def __init__(self, handle: int) -> None:
        self._file: BinaryIO = os.fdopen(handle, "rb", closefd=False)

    def __aiter__(self) -> _Lines:
        return self

    async def __anext__(self) -> str:
        loop = asyncio.get_running_loop()
        told: asyncio.Future[bytes] = loop.create_future()
        threading.Thread(target=self._read, args=(loop, told), daemon=True).start()
        line = await told
        if not line:
            raise StopAsyncIteration
        return line.decode("utf-8", "replace")

    def _read(self, loop: asyncio.AbstractEventLoop, told: asyncio.Future[bytes]) -> None:
        try:
            line = self._file.readline()
        except (OSError, ValueError):
            line = b""
        with contextlib.suppress(RuntimeError):  # the loop is closed
            loop.call_soon_threadsafe(_settle, told, line)


def _settle(told: asyncio.Future[bytes], line: bytes) -> None:
    if not told.done():
        told.set_result(line)


@contextlib.contextmanager
def _ending(tools: Tools, ended: Callable[[], None]) -> Generator[None]:
    """Inside, whatever ends a program from outside ends it at once, but for a copy that is being written."""

    def end(number: int, frame: FrameType | None) -> None:
        tools.writing.acquire(timeout=_PATIENCE)
        for child in multiprocessing.active_children():
            child.kill()
        ended()

    names = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
    before = {one: signal.signal(one, end) for name in names if (one := getattr(signal, name, None)) is not None}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _first(group: BaseExceptionGroup[OSError]) -> OSError:
    """One of the errors of a group."""
    one = group.exceptions[0]
    return _first(one) if isinstance(one, BaseExceptionGroup) else one
