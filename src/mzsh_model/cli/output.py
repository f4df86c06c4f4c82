"""What a verb says, into a file instead of onto the screen."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Generator
from pathlib import Path
from typing import Annotated

import typer

from mzsh_model.batch.beside import is_same
from mzsh_model.carriers.formats import as_bytes
from mzsh_model.carriers.standing import refuse_loss
from mzsh_model.kernel.errors import SaveError
from mzsh_model.opc.save import save_bytes

Into = Annotated[Path | None, typer.Option("--out", "-o", metavar="文件", help="写进文件（UTF-8），不在屏幕上显示")]


@contextlib.contextmanager
def told_to(out: Path | None, *inputs: Path) -> Generator[None, None, None]:
    """Write what is said within into a file, as UTF-8; to the screen where there is none. A verb that fails writes nothing.

    Raises:
        SaveError: it would take the place of an input, or of a file in which people keep their work.
    """
    if out is None:
        yield
        return
    if any(is_same(out, one) for one in inputs):
        raise SaveError("target-is-input", f"{out.name} 是读入的文件，不会覆盖它。请换一个文件名")
    refuse_loss(out)
    told, ended = io.StringIO(), None
    with contextlib.redirect_stdout(told):
        try:
            yield
        except typer.Exit as done:
            ended = done
    if ended is None or ended.exit_code != 2:
        save_bytes(out, as_bytes(told.getvalue().removesuffix("\n")))
    if ended is not None:
        raise ended
