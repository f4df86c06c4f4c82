"""A run as annotations of a workflow on GitHub: one command a line, the level in its own words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from mzsh_model.batch.review import Review
from mzsh_model.carriers.pieces import in_lines
from mzsh_model.carriers.rows import each_finding, each_suppressed, place_words, why_no_verdict
from mzsh_model.kernel.printable import printable
from mzsh_model.rules.finding import Level

_COMMANDS = {Level.MUST: "error", Level.SHOULD: "warning", Level.HINT: "notice"}


def github_pieces(review: Review) -> Iterator[str]:
    """Yield the run as workflow commands."""
    return in_lines(_commands(review))


def _commands(review: Review) -> Iterator[str]:
    for one, finding in each_finding(review):
        title = f"{finding.code} {place_words(finding)} [{finding.fingerprint}]"
        yield _command(_COMMANDS[finding.level], one.path, finding.line, title, f"{finding.message}{finding.how}")
    for one, hidden in each_suppressed(review):
        title = f"{hidden.finding.code} {hidden.by.zh} [{hidden.finding.fingerprint}]"
        yield _command("notice", one.path, hidden.finding.line, title, f"{hidden.finding.message}理由：{hidden.reason}")
    for one in review.files:
        if why := why_no_verdict(one.result):
            yield _command("error", one.path, 0, "没能检查或没有结论", why)


def _command(name: str, path: str, line: int, title: str, message: str) -> str:
    properties = {"file": PurePath(path).as_posix(), "line": str(line) if line else "", "title": title}
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items() if value)
    return f"::{name} {told}::{_data(message)}"


def _data(text: str) -> str:
    """What GitHub takes for the end of a command, or for an escape, spelled as its own runner does."""
    return printable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
