"""The page served: on this machine alone, until it is closed; then nothing of it is left."""

from __future__ import annotations

import contextlib
import signal
import socket
import threading
import webbrowser
from collections.abc import Callable, Generator
from types import FrameType

import uvicorn

from mzsh_model.kernel.errors import SaveError
from mzsh_model.rules.profile import Profile
from mzsh_model.web.app import application
from mzsh_model.web.desk import Desk
from mzsh_model.web.guard import HOSTS
from mzsh_model.web.key import Key

_HERE = HOSTS[0]
_PATIENCE = 2
"""So many seconds a request that is under way may still take when the page is closed."""


def serve(port: int, *, profile: Profile, opens: bool, ready: Callable[[str], None]) -> None:
    """Serve the page on 127.0.0.1 until Ctrl-C, the end of the terminal, or its own button; `ready` is told its address.

    Port 0 is any free one. With `opens` the browser is shown the page.

    Raises:
        SaveError: the port is not to be had.
    """
    listening = _listening(port)
    with listening, _ending_quietly(), contextlib.closing(Desk(profile)) as desk:
        key, origin = Key(), f"http://{_HERE}:{listening.getsockname()[1]}"

        def started() -> None:
            ready(origin + key.home)
            if opens:
                threading.Thread(target=_shown, args=(origin + key.door,), daemon=True).start()

        server = _Server(desk, key, started)
        with contextlib.suppress(KeyboardInterrupt):
            server.run(sockets=[listening])


class _Server(uvicorn.Server):
    """A server that says when it is ready, and does not wait for a check that is under way when it is to end."""

    def __init__(self, desk: Desk, key: Key, started: Callable[[], None]) -> None:
        config = uvicorn.Config(
            application(desk, key, on_close=self.end),
            log_config=None,
            log_level="critical",
            access_log=False,
            server_header=False,
            ws="none",
            lifespan="off",
            timeout_graceful_shutdown=_PATIENCE,
        )
        super().__init__(config)
        self._desk = desk
        self._started = started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._started()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._desk.stop()
        super().handle_exit(sig, frame)

    def end(self) -> None:
        """End as soon as what is being answered is answered."""
        self.should_exit = True


def _listening(port: int) -> socket.socket:
    try:
        return socket.create_server((_HERE, port))
    except OSError as error:
        raise SaveError(
            "port-taken", f"端口 {port} 用不了（别的程序占着，或没有权限）。请换一个，或不写 --port"
        ) from error


@contextlib.contextmanager
def _ending_quietly() -> Generator[None]:
    """Inside, to be ended from outside (a closed terminal, a shutdown) ends as Ctrl-C does: what is held is removed."""
    names = ("SIGTERM", "SIGHUP", "SIGBREAK")
    before = {one: signal.signal(one, _interrupt) for name in names if (one := getattr(signal, name, None)) is not None}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _shown(address: str) -> None:
    with contextlib.suppress(webbrowser.Error, OSError):
        webbrowser.open(address)
