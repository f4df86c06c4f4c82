"""Nothing that a terminal obeys comes out of any verb: not from a draft, not from a comment, not from the name of a file."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import mzsh_model as mz
from mzsh_model.carriers.formats import TEXTS
from mzsh_model.cli.verbs import VERBS
from mzsh_model.kernel.printable import is_command
from mzsh_model.model.documents import SelfExamination
from mzsh_model.testing.word_files import package
from tests.cli.running import Run, mzsh
from tests.wml.test_story import p

ESC, C1, RLO, ZW, LS = "\x1b[2J", "\x9b31m", "\u202e", "\u200b", "\u2028"
NASTY = f"{C1}{RLO}{ZW}{LS}\u2066"
"""XML carries no ESC; C1 and directions it does."""
NAME = f"材料{ESC}{C1}{RLO}\n合格  0 处\x07\u2028.docx"
LINES = (
    f"个人对照检查材料{NASTY}", f"一、存在的{RLO}问题", f"一是学习{NASTY}不够系统，XX有差距。", f"二是调研{NASTY}不够深入。",
    f"三是{LS}担当不够", "二、整改措施", f"一是多{C1}读书。", f"二是多{NASTY}调研，由{RLO}张三负责。",
)  # fmt: skip


def assert_safe(run: Run) -> None:
    held = {c for c in run.out + run.err if is_command(c) and c != "\n"}
    assert not held, sorted(map(ascii, held))
    assert not any(line.startswith("合格") for line in (run.out + run.err).split("\n"))
    assert run.out + run.err


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / NAME
    path.write_bytes(package("".join(p(line) for line in LINES)))
    return path


def changed(draft: Path, edit: Callable[[SelfExamination], SelfExamination], name: str) -> Path:
    doc = mz.open(draft)
    value = doc.read().value
    assert isinstance(value, SelfExamination)
    target = draft.with_name(name + NAME)
    doc.write(edit(value), tracked=f"王{RLO}五").save(target)
    return target


def longer(value: SelfExamination) -> SelfExamination:
    return mz.replace(value, "/issues/0/text", f"学习{C1}\u2066很不系统。")


def other(value: SelfExamination) -> SelfExamination:
    return mz.replace(value, "/issues/0/text", f"学{C1}习\u2066有差距。")


def runs(verb: str, draft: Path) -> list[Run]:
    """What a verb says of the draft in its forms."""
    out = draft.with_name("结果" + NAME)
    match verb:
        case "check":
            forms = [mzsh("check", draft, "--format", form) for form in ("text", *TEXTS)]
            twice = mzsh("check", draft, draft.parent, "--full", "--statistics", "--show-suppressed", "-v")
            missing = mzsh("check", draft.with_name("没有" + NAME))
            return [*forms, twice, missing, mzsh("check", draft, "--annotate", draft.parent / f"批注{ESC}\n合格{RLO}")]
        case "read":
            return [mzsh("read", draft), mzsh("read", draft, "--json"), mzsh("read", draft, "--explain")]
        case "diff":
            new = changed(draft, longer, "新")
            return [mzsh("diff", draft, new), mzsh("diff", draft, new, "--json"), mzsh("diff", draft, draft)]
        case "merge":
            sides = changed(draft, longer, "我"), changed(draft, other, "他")
            return [
                mzsh("merge", draft, *sides, "-o", out),
                mzsh("merge", draft, draft, commented(sides[1]), "-o", out),
            ]
        case "write":
            model = draft.with_name("模型" + NAME.replace(".docx", ".json"))
            model.write_text(mzsh("read", changed(draft, longer, "新"), "--json").out, encoding="utf-8")
            into = mzsh("write", model, "--into", draft, "-o", out)
            return [into, mzsh("write", model, "-o", out), mzsh("write", draft, "-o", out.with_name("甲" + NAME))]
        case "bind" | "finalize" | "scrub":
            return [mzsh(verb, draft, "-o", out)]
        case "fates":
            assert mzsh("bind", draft, "-o", out, "--level", "full").code == 0
            told = mzsh("fates", changed(out, longer, "后"))
            return [told, mzsh("fates", out, "--json"), mzsh("fates", draft)]
        case "clean" | "fix":
            return [mzsh(verb, draft, "-o", out)]
        case "repeats":
            twin = draft.with_name("另" + NAME)
            twin.write_bytes(draft.read_bytes())
            return [mzsh(verb, draft, twin, "--least", "16"), mzsh(verb, draft, twin, "--least", "16", "--json")]
        case "serve":  # runs until it is stopped
            return [mzsh(verb, f"--{NAME}"), mzsh(verb, "--port", NAME)]
        case "comments":
            new = commented(draft)
            told = mzsh("comments", new, "--reply", "0", "--text", NAME, "--author", f"王{RLO}五", "-o", out)
            return [mzsh("comments", new), mzsh("comments", new, "--json"), told, mzsh("comments", out)]
        case "redact":
            return [mzsh(verb, draft, "-o", out), mzsh(verb, draft, draft, "-o", draft.with_name(f"出{RLO}"))]
        case "revisions":
            new = changed(draft, longer, "新")
            return [
                mzsh("revisions", new),
                mzsh("revisions", new, "--json"),
                mzsh("revisions", new, "--accept", "-o", out),
            ]
        case "explain" | "schema":
            return [mzsh(verb, NAME), mzsh(verb, "MEA003" if verb == "explain" else "reading")]
        case _:
            return [mzsh(verb), mzsh(verb, f"--{NAME}"), mzsh(verb, NAME)]


def commented(path: Path) -> Path:
    """The file with a remark of somebody in it."""
    doc = mz.open(path)
    written = doc.annotate(mz.check(doc.read().value, doc)).to_bytes()
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(written)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(
                name, old.read(name).replace(b'"mzsh"', f'"王{RLO}五"'.encode()).replace("〔".encode(), RLO.encode())
            )
    target = path.with_name("有批注" + NAME)
    target.write_bytes(buffer.getvalue())
    return target


@pytest.mark.parametrize("verb", [verb.name for verb in VERBS])
def test_no_verb_says_what_a_terminal_obeys(verb: str, draft: Path) -> None:
    for run in runs(verb, draft):
        assert_safe(run)


def test_wrong_verbs_and_options_are_shown_as_they_are() -> None:
    for arguments in ([NAME], [f"--{NAME}"], ["check", f"--{NAME}"], ["check", NAME, "--format", NAME]):
        run = mzsh(*arguments)
        assert run.code == 2
        assert_safe(run)


def test_json_loses_no_character(draft: Path) -> None:
    told = json.loads(mzsh("read", draft, "--json").out)
    assert told == json.loads(json.dumps(told))
    assert any(RLO in issue["text"] or C1[0] in issue["text"] for issue in told["value"]["issues"])


def test_comments_show_what_they_quote(draft: Path) -> None:
    doc = mz.open(draft)
    written = doc.annotate(mz.check(doc.read().value, doc))
    assert written.package is not None
    xml = written.package.read("word/comments.xml").decode()
    assert not {c for c in xml if is_command(c) and c != "\n"}
    assert re.search(r"\\x9b|\\u202e", xml)
    assert written.annotate(mz.check(written.read().value, written)).to_bytes() == written.to_bytes()
    assert written.clean().to_bytes() == doc.to_bytes()
