"""Who asks for the version or for help waits for nothing: the table of verbs stands for their modules."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import mzsh_model
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
    "mzsh_model.cli.ending",
    "mzsh_model.cli.main",
    "mzsh_model.cli.verbs",
    "mzsh_model.kernel",
    "mzsh_model.kernel.columns",
    "mzsh_model.kernel.printable",
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


def test_nothing_of_the_page_or_the_tools_is_loaded_by_what_does_not_serve() -> None:
    code = "import sys, mzsh_model as mz; mz.check; import mzsh_model.cli.checking, mzsh_model.cli.serving, mzsh_model.cli.assisting\n"
    code += "print([n for n in sys.modules if n.split('.')[0] in ('starlette', 'uvicorn', 'jinja2', 'mcp', 'dask', 'distributed', 'fsspec', 'pyarrow') or n.startswith(('mzsh_model.web', 'mzsh_model.mcp'))])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


def test_modules_compile_no_pattern_when_they_are_imported() -> None:
    """Hundreds of patterns are compiled when they are first used: `lazy_pattern`."""
    early: list[str] = []
    for path in sorted(Path(mzsh_model.__file__).parent.rglob("*.py")):
        waiting: list[ast.AST] = [ast.parse(path.read_text(encoding="utf-8"))]
        while waiting:
            node = waiting.pop()
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile":
                early.append(f"{path.name}:{node.lineno}")
            if not isinstance(node, ast.FunctionDef | ast.Lambda):
                waiting += ast.iter_child_nodes(node)
    assert not early


def test_opening_a_file_builds_no_validator_and_loads_no_writer() -> None:
    code = """
import sys, mzsh_model as mz
mz.open
print(mz.SelfExamination.__pydantic_complete__, mz.Issue.__pydantic_complete__)
print([n for n in sys.modules if n.startswith(("mzsh_model.binding.put.write", "urllib.request"))])
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "False False\n[]\n"
