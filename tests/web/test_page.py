"""The page on this machine: who may call it, what it takes, what it shows, what it hands out, what it leaves behind."""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import mzsh_model as mz
from mzsh_model.opc.limits import Limits
from mzsh_model.opc.workbook import read_workbook
from mzsh_model.web.room import Room
from tests.carriers.reviews import DRAFT, EXAMPLES, NASTY
from tests.cli.running import mzsh
from tests.web.sitting import ORIGIN, Sitting, seen, sitting, word

NASTY_NAME = "材料/甲<b>&'乙.txt"
STORED_NAME = "甲_b_&'乙.txt"
SECRET = "秘密★1年"


@pytest.fixture(scope="module")
def full() -> Iterator[Sitting]:
    """The examples, a draft full of what must not get through, a broken file, what is passed over, one with a mark."""
    files = [(f"材料/{path.name}", path.read_bytes()) for path in sorted(EXAMPLES.glob("*.docx"))]
    files += [
        (NASTY_NAME, DRAFT.encode()),
        ("材料/坏的.docx", b"PK\x03\x04 nothing"),
        ("材料/照片.pdf", b"%PDF-1.7"),
        ("材料/~$张三.docx", b"lock"),
        ("材料/说明.zip", b"PK"),
        ("材料/标密.docx", word(SECRET, "某局党组关于2025年度民主生活会情况的报告", "不能显示的一句话。")),
    ]
    with sitting() as held:
        assert held.hand(files).status_code == 204
        yield held


def numbers(held: Sitting) -> dict[str, int]:
    assert held.desk.review is not None
    return {Path(one.path).name: held.desk.number(one.path) for one in held.desk.review.files}


@pytest.mark.parametrize("path", ["/", "/wrong/", "/../", "/%E5%BC%A0/", "/open/", "/open/wrong"])
def test_who_has_no_token_is_sent_away(path: str) -> None:
    with sitting() as held:
        for answer in (held.client.get(path), held.client.post(path + "drafts"), held.client.post(path + "close")):
            assert answer.status_code == 403
            assert "mzsh serve" in answer.text
            assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert not held.closed


def test_the_door_opens_once() -> None:
    with sitting() as held:
        first, second = held.client.get(held.key.door), held.client.get(held.key.door)
        assert (first.status_code, first.headers["location"]) == (303, held.key.home)
        assert second.status_code == 403
        assert held.key.token not in second.text


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8137", "127.0.0.1.evil.example", "[::1]:8137"])
def test_a_name_that_was_made_to_lead_here_is_sent_away(host: str) -> None:
    with sitting() as held:
        assert held.get(Host=host).status_code == 400
        assert held.get(Host="localhost:8137").status_code == 200


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:9999"])
def test_what_another_page_sends_is_not_taken(origin: str) -> None:
    with sitting() as held:
        assert held.hand([("a.txt", DRAFT.encode())], Origin=origin).status_code == 403
        assert held.post("close", Origin=origin).status_code == 403
        assert (held.desk.review, held.closed) == (None, 0)
        assert held.post("clear", Origin=ORIGIN).status_code == 303


def test_nothing_is_told_to_other_origins(full: Sitting) -> None:
    for answer in (full.get(Origin=ORIGIN), full.get("drafts/1"), full.get("reports/json"), full.get("nowhere")):
        assert not [name for name in answer.headers if name.startswith("access-control")]
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_first_screen_says_who_lacks_what(full: Sitting) -> None:
    words = seen(full.get().text)
    for said in ("谁缺什么", "张三", "某局党组领导班子", "文中写有问题3个，实际列出2个", "没能检查的"):
        assert said in words
    assert re.search(r"材料/坏的\.docx：.", words)
    assert re.search(r"材料/照片\.pdf：.", words)
    assert "Word 临时文件 1 个，其他文件 1 个" in words


def test_a_draft_shows_every_finding_on_its_words(full: Sitting) -> None:
    assert full.desk.review is not None
    for one in full.desk.review.files:
        if not one.result.checked:
            continue
        page = full.get(f"drafts/{full.desk.number(one.path)}").text
        ids = re.findall(r'\bid="([^"]+)"', page)
        assert len(ids) == len(set(ids))
        assert {target for target in re.findall(r'href="#([^"]+)"', page)} <= set(ids)
        assert page.count("data-fingerprint") == len(one.result.findings)
        document = full.desk.document(one)
        assert document is not None
        for line in document.lines:
            (shown,) = re.findall(rf'<p id="l{line.number}".*?</p>', page, re.DOTALL)
            bare = re.sub(r'<span class="no".*?</span>|<a class="ref.*?</a>', "", shown, flags=re.DOTALL)
            text = html.unescape(re.sub(r"<(?!br)[^>]+>", "", bare))
            assert text.strip() == _shown(line.text).strip()
        for finding in one.result.findings:
            assert not finding.line or finding.quote[:4].strip() in "".join(line.text for line in document.lines)


def _shown(text: str) -> str:
    from mzsh_model.kernel.printable import printable

    return "<br>".join(map(printable, text.split("\n")))


def test_marks_stand_on_the_words_that_are_quoted(full: Sitting) -> None:
    page = full.get(f"drafts/{numbers(full)['情况报告.docx']}").text
    assert re.search(r'查摆出<span id="t1"></span><mark class="必改">3</mark><a class="ref 必改" href="#n1"', page)


def test_nothing_of_a_draft_is_obeyed(full: Sitting) -> None:
    for path in ("", f"drafts/{numbers(full)[STORED_NAME]}"):
        page = full.get(path).text
        assert "<script>alert" not in page
        assert "甲<b>" not in page
        assert len(re.findall("<script", page)) == (1 if not path else 0)
        assert not re.search("[\u202e\x1b\x85\u2028]", page)
    assert "&lt;script&gt;alert" in page
    assert NASTY not in page


def test_a_draft_with_a_secrecy_mark_is_not_shown_and_not_copied(full: Sitting) -> None:
    number = numbers(full)["标密.docx"]
    page = seen(full.get(f"drafts/{number}").text)
    assert "不能显示的一句话" not in page
    assert "标有密级" in page
    assert full.get(f"copies/{number}").status_code == 400


def test_the_reports_are_those_of_the_carriers(full: Sitting) -> None:
    review = full.desk.review
    assert review is not None
    told = {f.fingerprint for one in review.files for f in one.result.findings}
    reports = {form: full.get(f"reports/{form}") for form in ("html", "xlsx", "docx", "json")}
    for answer in reports.values():
        assert answer.headers["content-disposition"].startswith("attachment; filename*=utf-8''")
        assert answer.headers["content-type"] == "application/octet-stream"
    files = json.loads(reports["json"].text)["files"]
    assert {f["fingerprint"] for one in files for f in one["findings"]} == told
    assert {one["path"] for one in files} == {one.path for one in review.files}
    assert set(re.findall(r'data-fingerprint="(\w+)"', reports["html"].text)) == told
    assert "问题明细" in [sheet.name for sheet in read_workbook(reports["xlsx"].content, Limits())]
    assert mz.open(reports["docx"].content).text.startswith("民主生活会材料审核意见汇总表")
    for answer in reports.values():
        assert str(full.desk.folder).encode() not in answer.content
    assert full.get("reports/sarif").status_code == 404


def test_the_copies_are_those_of_check(full: Sitting, tmp_path: Path) -> None:
    name = "情况报告.docx"
    one = full.get(f"copies/{numbers(full)[name]}")
    assert "%E6%89%B9%E6%B3%A8.docx" in one.headers["content-disposition"]
    (tmp_path / name).write_bytes((EXAMPLES / name).read_bytes())
    mzsh("check", tmp_path / name, "--annotate", tmp_path / "批注")
    told = mz.open(tmp_path / "批注" / "情况报告.批注.docx").comments
    assert [(c.text, c.author) for c in mz.open(one.content).comments] == [(c.text, c.author) for c in told]
    packed = zipfile.ZipFile(io.BytesIO(full.get("copies").content))
    copies = [held for held in packed.namelist() if not held.endswith("/")]
    assert sorted(copies) == sorted(f"材料/{path.stem}.批注.docx" for path in EXAMPLES.glob("*.docx"))
    assert all(mz.open(packed.read(copy)).comments for copy in copies)


def test_a_run_here_says_what_a_run_of_check_says(full: Sitting, tmp_path: Path) -> None:
    for path in EXAMPLES.glob("*.docx"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    told = json.loads(mzsh("check", tmp_path, "--format", "json").out)["files"]
    here = {Path(one["path"]).name: one for one in json.loads(full.get("reports/json").text)["files"]}
    assert len(told) == 4
    for one in told:
        mine = here[Path(one["path"]).name]
        assert {**one, "path": ""} == {**mine, "path": ""}


def test_too_much_is_refused_in_one_line_and_nothing_of_it_is_held() -> None:
    room = Room(request_size=30_000, request_files=3, held_size=30_500, held_files=4)
    draft = DRAFT.encode()
    with sitting(room) as held:
        for files, code, status in (
            ([("大.txt", b"x" * 40_000)], "upload-limit", 413),
            ([(f"{n}.txt", draft) for n in range(5)], "upload-form", 400),
            ([("..", draft)], "upload-empty", 400),
        ):
            answer = held.hand(files)
            assert (answer.status_code, len(answer.text.splitlines())) == (status, 1)
            assert answer.text.endswith(f"（{code}）")
        assert held.desk.review is None
        assert held.hand([("一.txt", draft), ("二.txt", draft), ("三.txt", draft)]).status_code == 204
        answer = held.hand([("四.txt", draft), ("五.txt", draft)])
        assert answer.text.endswith("（upload-limit）")
        assert sorted(numbers(held)) == ["一.txt", "三.txt", "二.txt"]
        answer = held.hand([("六.txt", b"x" * 29_000)])
        assert answer.text.endswith("（upload-limit）")
        assert not list(held.desk.folder.rglob("六.txt"))


def test_a_body_that_hides_its_length_is_cut_off() -> None:
    def endless() -> Iterator[bytes]:
        yield b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
        for _ in range(1000):
            yield b"x" * 1000

    with sitting(Room(request_size=30_000)) as held:
        headers = {"content-type": "multipart/form-data; boundary=x"}
        answer = held.client.post(held.key.home + "drafts", content=endless(), headers=headers)
        assert (answer.status_code, answer.text[-14:]) == (413, "（upload-limit）")


def test_a_refusal_is_a_page_for_whoever_went_there() -> None:
    with sitting() as held:
        answer = held.get("drafts/77", accept="text/html,*/*")
        assert answer.status_code == 404
        assert "没有这份材料" in seen(answer.text)
        assert f'href="{held.key.home}"' in answer.text


def test_a_slip_of_ours_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def slip(*_: object) -> str:
        raise ZeroDivisionError("张三")

    monkeypatch.setattr("mzsh_model.web.pages.home", slip)
    with sitting() as held:
        held.client = type(held.client)(held.client.app, base_url=ORIGIN, raise_server_exceptions=False)
        answer = held.get()
        assert (answer.status_code, "张三" in answer.text) == (500, False)
        assert answer.text.endswith("请报告（page-slip）")


def test_the_same_name_again_takes_the_place_and_two_at_once_both_stay() -> None:
    with sitting() as held:
        held.hand([("张三.txt", DRAFT.encode()), ("张三.txt", DRAFT.replace("4本", "5本").encode())])
        assert sorted(numbers(held)) == ["张三 (2).txt", "张三.txt"]
        before = numbers(held)
        held.hand([("张三.txt", DRAFT.replace("4本", "9本").encode())])
        assert numbers(held) == before
        assert "9本" in seen(held.get(f"drafts/{before['张三.txt']}").text)


def test_what_a_unit_keeps_beside_its_drafts_counts_here_too() -> None:
    name = "情况报告.docx"
    files = [(f"材料/{name}", (EXAMPLES / name).read_bytes())]
    with sitting() as held:
        held.hand(files)
        assert held.desk.review is not None
        (finding,) = (f for f in held.desk.review.files[0].result.findings if f.code == "RPT002")
        accepted = f'[[accepted]]\nid = "{finding.fingerprint}"\nreason = "合并写了"\n'
        held.hand([("材料/mzsh.accepted.toml", accepted.encode()), ("材料/mzsh.toml", b'off = ["MTG005"]')])
        (one,) = held.desk.review.files
        assert not {"RPT002", "MTG005"} & {f.code for f in one.result.findings}
        assert "不计的 1 处" in seen(held.get().text)
        bad = held.hand([("材料/mzsh.toml", b"offf = 1")])
        assert (bad.status_code, "off" in bad.text) == (400, True)
        assert (held.desk.folder / "材料" / "材料" / "mzsh.toml").read_bytes() == b'off = ["MTG005"]'


def test_settings_of_others_above_the_folder_do_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    (tmp_path / "mzsh.toml").write_text('off = ["RPT002"]', encoding="utf-8")
    report = mz.open(EXAMPLES / "情况报告.docx")
    (hint, *_) = (finding for finding in mz.check(report).findings if finding.code == "MTG005")
    entry = f'[[accepted]]\nid = "{hint.fingerprint}"\nreason = "别人的"\n'
    (tmp_path / "mzsh.accepted.toml").write_text(entry, encoding="utf-8")
    with sitting() as held:
        held.hand([("情况报告.docx", (EXAMPLES / "情况报告.docx").read_bytes())])
        assert held.desk.review is not None
        assert {"RPT002", "MTG005"} <= {f.code for f in held.desk.review.files[0].result.findings}


def test_a_draft_that_takes_too_long_is_named() -> None:
    with sitting(Room(seconds=0.0)) as held:
        assert held.hand([("慢.txt", DRAFT.encode())]).status_code == 204
        assert "没有处理完" in seen(held.get().text)


def test_clearing_and_closing_leave_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with sitting() as held:
        assert [path.stat().st_mode & 0o077 for path in tmp_path.iterdir()] == [0]
        held.hand([("张三.txt", DRAFT.encode())])
        assert list(tmp_path.rglob("张三.txt"))
        assert held.post("clear").status_code == 303
        assert not list(tmp_path.rglob("张三.txt"))
        assert "还没有材料" in seen(held.get().text)
        held.hand([("李四.txt", DRAFT.encode())])
        assert "已结束" in seen(held.post("close").text)
        assert held.closed == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "name", ["../../张三.txt", "/etc/张三.txt", "..\\..\\张三.txt", "C:\\a\\张三.txt", "a/./张三.txt"]
)
def test_no_name_leads_out_of_the_folder(name: str) -> None:
    with sitting() as held:
        held.hand([(name, DRAFT.encode())])
        (kept,) = (path for path in held.desk.folder.rglob("*") if path.is_file())
        assert kept.name == "张三.txt"


def test_addresses_and_titles_name_nobody(full: Sitting) -> None:
    """They stay in the history of a browser."""
    for path in ("", *(f"drafts/{number}" for number in numbers(full).values())):
        page = full.get(path).text
        assert "张三" not in re.findall("<title>(.*?)</title>", page)[0]
        assert not [link for link in re.findall(r'href="([^"]*)"', page) if "%" in link or "材料" in link]


def test_everything_that_is_filled_in_has_its_label(full: Sitting) -> None:
    page = full.get().text
    fields = re.findall(r'<input id="(\w+)"', page)
    assert fields
    assert set(fields) == set(re.findall(r'<label for="(\w+)"', page))
    assert 'lang="zh-CN"' in page
    assert 'role="status"' in page
