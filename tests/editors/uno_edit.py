"""Opens files in LibreOffice, does in each what a person would do, and saves it; run by the system's Python, which has `uno`.

usage: uno_edit.py PROFILE JOBS

JOBS is a file with a JSON list of [file, steps, [[target, filter]...]]; a step is a list, what to do, then to what. A paragraph
is named by words in it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from uuid import uuid4

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def prop(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def connected(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(600):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
    raise SystemExit("no office answers")


class Person:
    """Somebody with a keyboard: a cursor that is seen, and commands of the menus."""

    def __init__(self, context, document):
        self.document = document
        self.controller = document.CurrentController
        self.cursor = self.controller.ViewCursor
        self.dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)

    def command(self, name, **given):
        made = tuple(prop(key, value) for key, value in given.items())
        self.dispatcher.executeDispatch(self.controller.Frame, f".uno:{name}", "", 0, made)

    def paragraphs(self, text=None):
        found = (text or self.document.Text).createEnumeration()
        while found.hasMoreElements():
            element = found.nextElement()
            if element.supportsService("com.sun.star.text.TextTable"):
                for name in element.CellNames:
                    yield from self.paragraphs(element.getCellByName(name))
            else:
                yield element

    def go(self, words, *, end=False):
        """Put the cursor at one end of the paragraph with these words."""
        paragraph = next(p for p in self.paragraphs() if words in p.String)
        self.cursor.gotoRange(paragraph.End if end else paragraph.Start, False)

    def before(self, words):
        """Put the cursor right before these words."""
        paragraph = next(p for p in self.paragraphs() if words in p.String)
        at = paragraph.Text.createTextCursorByRange(paragraph.Start)
        at.goRight(paragraph.String.index(words), False)
        self.cursor.gotoRange(at, False)

    def select(self, words, *, mark=False):
        """Select the text of the paragraph with these words, with `mark` to the beginning of the next one."""
        self.go(words)
        paragraph = next(p for p in self.paragraphs() if words in p.String)
        self.cursor.gotoRange(paragraph.End, True)
        if mark:
            self.cursor.goRight(1, True)

    def type_at(self, words, text, end=False):
        self.go(words, end=end)
        self.command("InsertText", Text=text)

    def type_before(self, words, text):
        self.before(words)
        self.command("InsertText", Text=text)

    def retype(self, words, text):
        self.select(words)
        self.command("InsertText", Text=text)

    def replace(self, old, new):
        search = self.document.createReplaceDescriptor()
        search.SearchString, search.ReplaceString = old, new
        self.document.replaceAll(search)

    def insert(self, after, text):
        self.go(after, end=True)
        self.command("InsertPara")
        self.command("InsertText", Text=text)

    def delete(self, words):
        self.select(words, mark=True)
        self.command("Delete")

    def cut(self, words, before):
        self.select(words, mark=True)
        self.command("Cut")
        self.go(before)
        self.command("Paste")

    def copy(self, words, before):
        self.select(words, mark=True)
        self.command("Copy")
        self.go(before)
        self.command("Paste")

    def delete_row(self, words):
        self.go(words)
        self.command("DeleteRows")

    def up(self, words):
        self.go(words)
        self.command("MoveUp")

    def split(self, before):
        self.before(before)
        self.command("InsertPara")

    def join(self, words):
        """Join the paragraph with the next one."""
        self.go(words, end=True)
        self.command("Delete")

    def track(self, on):
        self.document.RecordChanges = on

    def accept(self):
        self.command("AcceptAllTrackedChanges")

    def reject(self):
        self.command("RejectAllTrackedChanges")


def work(context, jobs):
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    for file, steps, targets in jobs:
        document = desktop.loadComponentFromURL(Path(file).as_uri(), "_blank", 0, (prop("Hidden", True),))
        if document is None:
            raise SystemExit(f"not opened: {file}")
        person = Person(context, document)
        for name, *given in steps:
            getattr(person, name)(*given)
        for target, kind in targets:
            document.storeToURL(Path(target).as_uri(), (prop("FilterName", kind),))
        document.close(True)
    desktop.terminate()


def main(profile, jobs):
    pipe = f"mzsh{uuid4().hex}"  # an office that a killed run left behind may still answer to an old name
    command = ["soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore"]
    office = subprocess.Popen([*command, f"--accept=pipe,name={pipe};urp;"])
    try:
        work(connected(pipe), json.loads(Path(jobs).read_text(encoding="utf-8")))
        office.wait(30)
    finally:
        office.kill()


main(*sys.argv[1:])
