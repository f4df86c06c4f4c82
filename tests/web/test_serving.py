"""`mzsh serve` as it runs: started, used in a browser as a person would, ended in every way that it can be."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import mzsh_model as mz
from mzsh_model.opc.limits import Limits
from mzsh_model.opc.workbook import read_workbook
from tests.browser import browsed
from tests.cli.running import EXAMPLES

_LONG = 30


class Served:
    """A process that serves; where it keeps what it is given; what it said so far."""

    def __init__(self, process: subprocess.Popen[str], kept: Path) -> None:
        assert process.stdout is not None
        self.process, self.kept, self.said = process, kept, process.stdout
        first = self.said.readline()
        found = re.fullmatch(r"在浏览器里打开：(http://127\.0\.0\.1:(\d+)/([\w-]{43})/)\n", first)
        assert found, first
        self.address, self.port = found[1], int(found[2])
        assert "Ctrl-C" in self.said.readline()

    def ended(self) -> str:
        """What it said last, having ended well."""
        assert self.process.wait(_LONG) == 0
        assert self.process.stderr is not None
        assert self.process.stderr.read() == ""
        return self.said.read()


@contextmanager
def served(folder: Path, *options: str) -> Iterator[Served]:
    kept = folder / "kept"
    kept.mkdir()
    command = [sys.executable, "-m", "mzsh_model", "serve", *options]
    env = {**os.environ, "PYTHONUTF8": "1", "TMPDIR": str(kept)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env, cwd=folder, encoding="utf-8"
    ) as process:
        try:
            yield Served(process, kept)
        finally:
            process.kill()


_TALKING = """
import sys, urllib.request
address, *files = sys.argv[1:]
body = b"".join(
    b'--x\\r\\nContent-Disposition: form-data; name="file"; filename="%d.docx"\\r\\n\\r\\n' % n + open(file, "rb").read() + b"\\r\\n"
    for n, file in enumerate(files)
) + b"--x--\\r\\n"
asked = urllib.request.Request(address + "drafts", body, {"Content-Type": "multipart/form-data; boundary=x"})
print(urllib.request.urlopen(asked).status)
"""


def hand(address: str, *files: Path) -> None:
    """From another process: nothing in a test opens a connection."""
    run = subprocess.run([sys.executable, "-c", _TALKING, address, *map(str, files)], capture_output=True, check=True)
    assert run.stdout.strip() == b"204"


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_however_it_is_ended_it_says_so_in_one_line_and_leaves_nothing(name: str, tmp_path: Path) -> None:
    with served(tmp_path, "--no-open") as page:
        hand(page.address, EXAMPLES / "情况报告.docx")
        assert list(page.kept.rglob("0.docx"))
        page.process.send_signal(getattr(signal, name))
        assert page.ended() == "已结束，收到的材料都清除了\n"
        assert not list(page.kept.iterdir())


def test_who_ends_it_does_not_wait_for_a_check_under_way(tmp_path: Path) -> None:
    many = "".join(f"{n}是学习不够系统，第{n}项任务拖了{n}天，有的同志讲客观多、讲主观少。\n" for n in range(1, 40_000))
    long = tmp_path / "长.txt"
    long.write_text(f"个人对照检查材料\n一、存在的问题\n{many}", encoding="utf-8")
    with served(tmp_path, "--no-open") as page:
        with subprocess.Popen(
            [sys.executable, "-c", _TALKING, page.address, str(long)],
            stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        ) as talking:
            while not list(page.kept.rglob("0.docx")):
                time.sleep(0.05)
            page.process.send_signal(signal.SIGINT)
            assert page.ended() == "已结束，收到的材料都清除了\n"
            assert talking.wait(_LONG) != 0
        assert not list(page.kept.iterdir())


def test_it_answers_on_this_machine_alone(tmp_path: Path) -> None:
    with served(tmp_path, "--no-open") as page:
        lines = Path("/proc/net/tcp").read_text(encoding="utf-8").splitlines() if Path("/proc/net/tcp").exists() else []
        here = [line.split()[1] for line in lines if line.split()[1].endswith(f":{page.port:04X}") and " 0A " in line]
        assert here in ([], [f"0100007F:{page.port:04X}"])


def test_a_port_that_is_taken_is_one_line(tmp_path: Path) -> None:
    with served(tmp_path, "--no-open") as page:
        command = [sys.executable, "-m", "mzsh_model", "serve", "--no-open", "--port", str(page.port)]
        env = {**os.environ, "PYTHONUTF8": "1"}
        run = subprocess.run(command, capture_output=True, env=env, encoding="utf-8", check=False)
        assert (run.returncode, run.stdout) == (2, "")
        assert re.fullmatch(rf"端口 {page.port} 用不了.*（port-taken）\n", run.stderr)


def test_the_browser_is_started_with_an_address_that_is_good_once(tmp_path: Path) -> None:
    """Whoever may look at the list of processes must not learn the token."""
    told = tmp_path / "told"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > "{told}"\n', encoding="utf-8")
    browser.chmod(0o755)
    env = {"BROWSER": f"{browser} %s"}
    os.environ.update(env)
    try:
        with served(tmp_path) as page:
            deadline = time.monotonic() + _LONG
            while not (told.exists() and told.read_text()) and time.monotonic() < deadline:
                time.sleep(0.05)
            address = told.read_text().strip()
            assert address.startswith(f"http://127.0.0.1:{page.port}/open/")
            assert page.address.split("/")[3] not in address
    finally:
        del os.environ["BROWSER"]


def test_without_its_packages_it_names_the_extra(tmp_path: Path) -> None:
    code = "import sys; sys.modules['starlette'] = None; sys.argv = ['mzsh', 'serve']\nfrom mzsh_model.cli.main import main\nmain()"
    env = {**os.environ, "PYTHONUTF8": "1"}
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, env=env, cwd=tmp_path, check=False)
    assert (run.returncode, run.stderr.decode()) == (2, '网页要先安装：pip install "mzsh-model[cli,web]"\n')


def test_a_person_uses_it_in_a_browser(tmp_path: Path) -> None:
    """A folder chosen, the table read, a draft opened, a finding followed to its words, copies and reports taken, closed."""
    drafts = tmp_path / "材料"
    drafts.mkdir()
    for path in EXAMPLES.glob("*.docx"):
        (drafts / path.name).write_bytes(path.read_bytes())
    (drafts / "扫描件.pdf").write_bytes(b"%PDF-1.7")
    with browsed("the page of `mzsh serve`") as tab, served(tmp_path, "--no-open") as page:
        wrong: list[str] = []
        tab.on("console", lambda message: wrong.append(message.text))
        tab.on("pageerror", lambda error: wrong.append(str(error)))
        tab.on("requestfailed", lambda asked: wrong.append(f"failed {asked.url}"))
        tab.on(
            "request", lambda asked: None if asked.url.startswith((page.address, "data:")) else wrong.append(asked.url)
        )
        tab.goto(page.address)
        tab.get_by_role("button", name="检查").click()
        tab.get_by_text("请先选择文件或文件夹").wait_for()
        tab.get_by_label("选文件夹").set_input_files(drafts)
        tab.get_by_role("button", name="检查").click()
        tab.get_by_role("heading", name="谁缺什么").wait_for()
        assert tab.get_by_role("row").count() == 1 + 5
        assert "材料/扫描件.pdf" in tab.locator("main").inner_text()
        assert not tab.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")

        for name in ("检查结果.html", "检查结果.xlsx", "审核意见汇总表.docx", "检查结果.json", "批注稿.zip"):
            with tab.expect_download() as taken:
                tab.get_by_role("link", name=name).click()
            assert taken.value.suggested_filename == name
            taken.value.save_as(tmp_path / name)
        assert len(json.loads((tmp_path / "检查结果.json").read_bytes())["files"]) == 5
        assert read_workbook((tmp_path / "检查结果.xlsx").read_bytes(), Limits())

        tab.get_by_role("row", name=re.compile("情况报告")).get_by_role("link").focus()
        tab.keyboard.press("Enter")
        tab.get_by_role("heading", name="情况报告").wait_for()
        tab.get_by_label("看第 1 处在正文哪里").click()
        assert tab.evaluate("document.querySelector(':target').nextElementSibling.textContent") == "3"
        tab.get_by_label("看第 1 处提示").click()
        assert tab.evaluate("document.querySelector(':target').className") == "finding"
        assert tab.pdf(format="A4").startswith(b"%PDF")
        with tab.expect_download() as taken:
            tab.get_by_role("link", name="取批注稿").click()
        assert mz.open(Path(taken.value.path()).read_bytes()).comments
        tab.get_by_role("link", name="全部材料").click()

        tab.get_by_role("button", name="结束并清除").click()
        tab.get_by_role("heading", name="已结束").wait_for()
        assert page.ended() == "已结束，收到的材料都清除了\n"
        assert not wrong
        assert not list(page.kept.iterdir())


_DROP = """async ([name, bytes, folder]) => {
  const file = new File([new Uint8Array(bytes)], name);
  const held = { isFile: true, name, file: (done) => done(file) };
  let left = [held];
  const walked = { isFile: false, name: folder, createReader: () => ({ readEntries: (done) => done(left.splice(0)) }) };
  const event = new DragEvent("drop", { bubbles: true, cancelable: true });
  Object.defineProperty(event, "dataTransfer", { value: { items: [{ webkitGetAsEntry: () => walked }] } });
  document.dispatchEvent(event);
}"""


def test_a_folder_is_dropped_on_the_page(tmp_path: Path) -> None:
    """What a file manager drops cannot be made by a program: entries of the same shape stand for it."""
    with browsed("dropping on the page of `mzsh serve`") as tab, served(tmp_path, "--no-open") as page:
        tab.goto(page.address)
        tab.evaluate(_DROP, ["张三.docx", list((EXAMPLES / "情况报告.docx").read_bytes()), "个人"])
        tab.get_by_role("heading", name="谁缺什么").wait_for()
        assert [path.parent.name for path in page.kept.rglob("张三.docx")] == ["个人"]


def test_without_script_the_form_works_all_the_same(tmp_path: Path) -> None:
    with browsed("the form of `mzsh serve` without script") as tab, served(tmp_path, "--no-open") as page:
        context = tab.context.browser
        assert context is not None
        bare = context.new_context(java_script_enabled=False).new_page()
        bare.goto(page.address)
        bare.get_by_label("选文件", exact=True).set_input_files(EXAMPLES / "情况报告.docx")
        bare.get_by_role("button", name="检查").click()
        bare.get_by_role("heading", name="谁缺什么").wait_for()
        assert bare.get_by_role("row").count() == 2
