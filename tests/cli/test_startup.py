"""Who asks for the version or for help waits for nothing: the table of verbs stands for their modules."""

from __future__ import annotations

import inspect
import subprocess
import sys
from importlib import import_module

import pytest

from mzsh_model import __version__
from mzsh_model.cli.verbs import VERBS, Verb

_LOADED = """
import sys
sys.argv = ["mzsh", *sys.argv[1:]]
from mzsh_model.cli.main import main
try:
    main()
finally:
    heads = sorted({name.split(".")[0] for name in sys.modules} & {"pydantic", "lxml", "docx", "typer", "tomllib"})
    ours = sorted(name for name in sys.modules if name.startswith("mzsh_model."))
    print(heads, ours, file=sys.stderr)
"""
_NEEDED = [
    "mzsh_model.cli",
    "mzsh_model.cli.main",
    "mzsh_model.cli.verbs",
    "mzsh_model.kernel",
    "mzsh_model.kernel.columns",
]


@pytest.mark.parametrize(("asked", "said"), [("--help", "用法：mzsh"), ("--version", f"mzsh {__version__}")])
def test_help_and_version_load_nothing(asked: str, said: str) -> None:
    run = subprocess.run([sys.executable, "-c", _LOADED, asked], capture_output=True, text=True, check=True)
    assert run.stdout.startswith(said)
    assert run.stderr == f"[] {_NEEDED}\n"


def test_a_verb_loads_no_module_of_another() -> None:
    run = subprocess.run([sys.executable, "-c", _LOADED, "rules"], capture_output=True, text=True, check=True)
    others = {verb.module for verb in VERBS} - {"explaining"}
    assert not [module for module in others if f"'mzsh_model.cli.{module}'" in run.stderr]
    assert "'mzsh_model.cli.explaining'" in run.stderr


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_the_table_says_what_the_verb_says(verb: Verb) -> None:
    held = getattr(import_module(f"mzsh_model.cli.{verb.module}"), verb.name)
    assert (inspect.getdoc(held) or "").startswith(verb.said)


def test_without_its_extra_a_verb_names_it() -> None:
    code = "import sys; sys.modules['typer'] = None\n" + _LOADED
    run = subprocess.run([sys.executable, "-c", code, "rules"], capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert 'pip install "mzsh-model[cli]"' in run.stderr
