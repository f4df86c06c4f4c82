"""Run by the system's Python, which has LibreOffice's `uno`: opens Word files, gives a command to each, saves them anew.

usage: uno_resolve.py PROFILE COMMAND (IN OUT)...
"""

import subprocess
import sys
import time
from uuid import uuid4

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def properties(**given):
    made = []
    for name, value in given.items():
        one = PropertyValue()
        one.Name, one.Value = name, value
        made.append(one)
    return tuple(made)


def connected(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.5)
    raise SystemExit("LibreOffice did not answer")


def main(profile, command, *paths):
    pipe = f"mzsh{uuid4().hex}"  # an office that a killed run left behind may still answer to an old name
    office = subprocess.Popen(
        [
            "soffice",
            f"-env:UserInstallation=file://{profile}",
            "--headless",
            "--norestore",
            f"--accept=pipe,name={pipe};urp;",
        ]
    )
    try:
        context = connected(pipe)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        for source, target in zip(paths[::2], paths[1::2], strict=True):
            document = desktop.loadComponentFromURL(f"file://{source}", "_blank", 0, properties(Hidden=True))
            dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
            document.storeToURL(f"file://{target}", properties(FilterName="MS Word 2007 XML"))
            document.close(True)
        desktop.terminate()
        office.wait(30)
    finally:
        office.kill()


main(*sys.argv[1:])
