"""A package written anew from its parts: nothing of the archive that it came from goes along."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from mzsh_model.opc.package import Package, open_package

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def packed(package: Package, parts: Mapping[str, bytes]) -> Package:
    """Return a package of these parts, in their order, within the limits of `package`.

    Dates, comments, extra fields and what an archive may hold between its members, or behind them, are left behind.
    The same parts give the same bytes.

    Raises:
        BadPackage: the result is over a limit, or no Word package.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, _FIRST_DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return open_package(out.getvalue(), package.archive.limits)
