"""Files judged on other machines: the workers of a Dask scheduler that somebody runs, which is named by its address.

Nothing here schedules, sends again or stores: Dask does. The packages are loaded when a scheduler is named.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from importlib import import_module
from typing import Generic, Protocol, TypeVar, cast

from mzsh_model.batch.memory import code_digits
from mzsh_model.batch.workers import AHEAD
from mzsh_model.kernel.errors import BadEdit, InputError

S_contra = TypeVar("S_contra", contravariant=True)
T_co = TypeVar("T_co", covariant=True)
_SECONDS = 10
"""How long a scheduler may take to answer."""
_KINDS = "tcp", "tls"
_RUNNING = "running"
_LAST_PORT = 65_535


class _Security(Protocol):
    def get_connection_args(self, role: str) -> Mapping[str, object]: ...


class _Client(Protocol):
    """What is used of a client of Dask, which says little of its types."""

    status: str

    def get_executor(self, *, pure: bool) -> Executor: ...
    def run(self, function: Callable[[], str], *, on_error: str) -> Mapping[str, object]: ...
    def nthreads(self) -> Mapping[str, int]: ...
    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Machines:
    """An executor on the workers of a scheduler, how many files keep all at work, whether it is there, how to leave it."""

    executor: Executor
    ahead: int
    alive: Callable[[], bool]
    close: Callable[[], None]


def machines_of(scheduler: str) -> Machines:
    """Return the workers of the scheduler at an address (`tcp://…`, `tls://…`).

    Raises:
        BadEdit: distributed (extra `dask`) is not installed.
        InputError: nobody answers there, no worker is there, or a worker has another code than this process.
    """
    client = _client(scheduler)
    try:
        _same_code(client)
        threads = sum(client.nthreads().values())
        executor = client.get_executor(pure=False)
        return Machines(executor, max(1, threads) * AHEAD, lambda: client.status == _RUNNING, client.close)
    except BaseException:
        client.close()
        raise


def _client(scheduler: str) -> _Client:
    try:
        module = import_module("distributed")
    except ImportError as error:
        raise BadEdit("dask-extra", "用 Dask 检查要先安装：pip install 'mzsh-model[dask]'") from error
    _silence()
    _refuse_form(scheduler, module.Security)
    try:
        return cast(_Client, module.Client(scheduler, timeout=_SECONDS, set_as_default=False))
    except (OSError, ValueError) as error:
        said = f"连不上 Dask 的调度器 {scheduler}（{_SECONDS} 秒内没有回答）。请确认它开着，地址、端口没有写错"
        raise InputError("scheduler-missing", said) from error


def _silence() -> None:
    """Let Dask say nothing of lost workers and connections, nor a traceback: what became of a file stands in its result."""
    for name in logging.root.manager.loggerDict:
        if name.partition(".")[0] in ("distributed", "tornado"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _refuse_form(scheduler: str, security: Callable[[], _Security]) -> None:
    """Refuse what no scheduler can be reached by: a client that is made half complains when it is thrown away."""
    kind, _, rest = scheduler.partition("://")
    host, _, port = rest.rpartition(":")
    if kind not in _KINDS or not host or not port.isdecimal() or int(port) > _LAST_PORT:
        said = f"调度器的地址写作 tcp://主机:8786 或 tls://主机:8786，给的是 {scheduler}"
        raise InputError("scheduler-address", said)
    if kind == _KINDS[1] and security().get_connection_args("client").get("ssl_context") is None:
        raise InputError(
            "scheduler-tls", "用 tls:// 要先在 Dask 的配置（distributed.comm.tls）里写明证书，再运行同一条命令"
        )


def _same_code(client: _Client) -> None:
    """Refuse workers that would judge otherwise than this process does."""
    told, ours = client.run(code_digits, on_error="return"), code_digits()
    if not told:
        raise InputError("workers-missing", "这个调度器下没有工作机。请先启动 dask worker，再运行同一条命令")
    other = [address for address, digits in told.items() if digits != ours]
    if other:
        raise _differs(f"{len(other)} 台工作机（如 {other[0]}）")


def _differs(which: str) -> InputError:
    said = f"{which}上没有 mzsh-model，或和这里的版本不一样，查出来的会不同。请装成一样的再查"
    return InputError("workers-differ", said)


@dataclass(frozen=True, slots=True)
class Alike(Generic[S_contra, T_co]):
    """A job that a worker of other code, one that came later, refuses."""

    job: Callable[[S_contra], T_co]
    digits: str

    def __call__(self, given: S_contra) -> T_co:
        """Return what the job makes.

        Raises:
            InputError: this process has other code than the one that sent it.
        """
        if code_digits() != self.digits:
            raise _differs("后来的一台工作机")
        return self.job(given)
