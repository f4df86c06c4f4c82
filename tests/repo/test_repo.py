"""Tests about the repository itself."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import mzsh_model as mz
from mzsh_model.carriers.schema import output_names, output_schema_text
from mzsh_model.kinds.schema import schema_names, schema_text
from mzsh_model.rules.page import index, page
from mzsh_model.rules.registry import all_rules

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
_FORBIDDEN = re.compile(r"\b(?:utils?|helpers?|common|manager|misc)\b")
_ELSEWHERE = re.compile(
    r"/" + r"work/|/" + r"tmp/|pypi\." + r"org|files\.python" + r"hosted|regis" + r"try\.npmjs|deb\.deb" + r"ian"
)


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_modules_are_small_and_well_named(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300
    assert not _FORBIDDEN.search(path.stem)
    tree = ast.parse(text)
    assert ast.get_docstring(tree)


def test_only_one_module_parses_xml_and_none_unzips() -> None:
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        # the last two only zip
        assert "zipfile" not in text or path.name in ("archive.py", "source.py", "packing.py", "word_files.py"), path
        assert "etree.fromstring" not in text or path.name == "xml.py", path


def test_nothing_is_told_apart_by_where_it_lies_in_memory() -> None:
    """A number of `id()` is given again to another object as soon as the first is gone."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            named = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else None
            assert named != "id", f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"


def test_a_look_at_a_path_that_a_person_gave_ends_well() -> None:
    """`Path.resolve` and its like raise on names that are too long and on links in a ring; those of `os.path` do not."""
    raising = {"resolve", "is_dir", "is_file", "exists", "is_symlink", "samefile", "is_mount"}
    ours = re.compile(  # a folder of our own, what ships with us, a look inside a try, and what is only run when we build
        r"mzsh_model/(web/|testing/|(kinds/page|kinds/schema|carriers/schema|rules/page|rules/samples|opc/source)\.py)"
    )
    for path in SOURCES:
        if ours.search(path.as_posix()):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in raising:
                looked = ast.unparse(node.func)
                assert looked.startswith("os.path.") or looked == "one.is_dir", f"{path.relative_to(ROOT)}: {looked}"


def test_every_public_name_is_explained() -> None:
    for name in mz.__all__:
        assert getattr(mz, name).__doc__, name


def test_every_test_can_fail() -> None:
    """It asserts, expects an error, or hands over to what does."""
    seen = 0
    for path in (ROOT / "tests").rglob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                seen += 1
                assert any(map(_can_fail, ast.walk(node))), f"{path.name}: {node.name}"
    assert seen > 300


def _can_fail(node: ast.AST) -> bool:
    if isinstance(node, ast.Call):
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        return called in ("raises", "refused") or called.startswith(("assert_", "verify_"))
    return isinstance(node, ast.Assert)


@pytest.mark.parametrize("name", schema_names())
def test_published_schema_is_what_the_model_says(name: str) -> None:
    path = ROOT / "schemas" / "v1" / f"{name}.schema.json"
    assert path.read_text(encoding="utf-8") == schema_text(name), "run: python -m mzsh_model.kinds.schema schemas/v1"


@pytest.mark.parametrize("name", output_names())
def test_published_schema_of_an_output_is_what_its_contract_says(name: str) -> None:
    path = ROOT / "schemas" / "v1" / f"{name}.schema.json"
    told = "run: python -m mzsh_model.carriers.schema schemas/v1"
    assert path.read_text(encoding="utf-8") == output_schema_text(name), told


def test_rule_pages_are_what_the_rules_say() -> None:
    folder = ROOT / "docs" / "rules"
    pages = {f"{rule.code}.md": page(rule) for rule in all_rules()} | {"index.md": index()}
    assert sorted(pages) == sorted(p.name for p in folder.glob("*.md")), (
        "run: python -m mzsh_model.rules.page docs/rules"
    )
    for name, text in pages.items():
        assert (folder / name).read_text(encoding="utf-8") == text, "run: python -m mzsh_model.rules.page docs/rules"


@pytest.mark.parametrize("module", ["kinds.schema", "rules.page"])
def test_what_writes_a_published_page_runs_without_a_warning(module: str) -> None:
    """Python warns of a module that the package imported before it is run."""
    folder = {"kinds.schema": "schemas/v1", "rules.page": "docs/rules"}[module]
    command = [sys.executable, "-W", "error", "-m", f"mzsh_model.{module}", "--check", folder]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_the_project_speaks_of_itself_alone() -> None:
    listed = (
        subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
        .stdout.decode()
        .split("\0")
    )
    for name in filter(None, listed):
        if not name.endswith((".docx", ".lock", ".png")):
            assert not _ELSEWHERE.search((ROOT / name).read_text(encoding="utf-8")), name


def test_a_change_has_its_fragment() -> None:
    assert [p for p in (ROOT / "changes").glob("*.md") if p.name != "README.md"]
