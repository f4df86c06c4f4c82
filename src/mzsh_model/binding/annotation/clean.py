"""Our comments taken out of a file again, and nobody else's."""

from __future__ import annotations

from mzsh_model.binding.annotation.ours import our_comments
from mzsh_model.opc.package import Package
from mzsh_model.wml.editing.protection import Writing, require_writable
from mzsh_model.wml.marking.comment_marks import without_marks
from mzsh_model.wml.marking.comments_part import remove_comments
from mzsh_model.wml.reading.story import read_story


def cleaned(package: Package) -> Package:
    """Return the package without our comments; without any, the package itself.

    One that somebody answered stays: without it the answer would answer nothing. One that was only marked resolved goes.
    What annotating did is undone to the byte, unless another program saved the file in between: that writes everything
    its own way, and runs that were cut may stay cut.

    Raises:
        BadEdit: nobody may write into the file (signed, protected), or it cannot be written byte by byte.
        BadPackage: its text or its comments are damaged.
    """
    outline = read_story(package).outline
    gone = {one.comment.id for one in our_comments(package, outline) if not one.answered}
    if not gone:
        return package
    require_writable(package, Writing.COMMENTS)
    return remove_comments(without_marks(package, gone), gone)
