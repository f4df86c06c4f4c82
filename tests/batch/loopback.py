"""A scheduler and its workers on this machine, in a process of their own: `python -m tests.batch.loopback WORKERS DEATHS [deadly]`.

It tells its address, and ends when its input does. Workers that are deadly behave as drafts are named: one
`endless-…` never ends, one `once-…` kills the first worker that opens it, one `always-…` every worker, one `all-…` the scheduler as well.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]


@contextmanager
def loopback(workers: int, *, deadly: bool = False, deaths: int = 3) -> Generator[str]:
    """The address of a scheduler that runs as long as the block; a task may see so many deaths of workers."""
    command = [sys.executable, "-m", "tests.batch.loopback", str(workers), str(deaths), *(["deadly"] if deadly else [])]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as running:
        assert running.stdout is not None
        assert running.stdin is not None
        address = running.stdout.readline().strip()
        assert address, "the scheduler did not start"
        try:
            yield address
        finally:
            running.stdin.close()
            running.wait(60)


def by_dask(address: str, *arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """`mzsh check` in a process that may connect, from a folder in which the workers do not stand."""
    words = [sys.executable, "-W", "error", "-m", "mzsh_model", "check", *map(str, arguments)]
    env = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}
    asked = [*words, "--engine", "dask", "--scheduler", address]
    return subprocess.run(asked, cwd=folder, env=env, capture_output=True, check=False, timeout=240)


def dask_setup(worker: object) -> None:
    """What a worker does first where this module is its preload: it dies of drafts as they are named, or never ends with one."""
    from dataclasses import replace

    from mzsh_model.batch.machines import Alike

    done: Callable[[object, object], object] = Alike.__call__

    def deadly(alike: Alike[object, object], given: object) -> object:
        source = alike.job.job.here / str(given)
        name = source.name
        if name.startswith("endless-"):
            return done(replace(alike, job=replace(alike.job, job=_endless)), given)
        if name.startswith("all-"):
            os.kill(os.getppid(), signal.SIGKILL)
        mark = Path(f"{source}.died")
        if name.startswith(("always-", "all-")) or (name.startswith("once-") and not mark.exists()):
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return done(alike, given)

    Alike.__call__ = deadly


def _endless(given: object) -> object:
    threading.Event().wait()
    return given


def main() -> None:
    import dask
    from distributed import LocalCluster

    preload = ["tests.batch.loopback"] if len(sys.argv) > 3 else []
    dask.config.set({"distributed.scheduler.allowed-failures": int(sys.argv[2])})
    cluster = LocalCluster(
        n_workers=int(sys.argv[1]),
        threads_per_worker=2,
        processes=True,
        host="127.0.0.1",
        dashboard_address=None,
        silence_logs=50,
        preload=preload,
    )
    print(cluster.scheduler_address, flush=True)
    sys.stdin.read()
    cluster.close()


if __name__ == "__main__":
    main()
