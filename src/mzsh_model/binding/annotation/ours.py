"""Which comments of a file are ours: by their author and the code they close with."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from mzsh_model.binding.annotation.notes import AUTHOR, codes_in
from mzsh_model.opc.package import Package
from mzsh_model.outline.lines import Outline
from mzsh_model.wml.marking.comment_check import comment_authors
from mzsh_model.wml.marking.comments import Comment, read_comments


class OurComment(NamedTuple):
    """A comment of ours, the codes it closes with, and whether somebody answered it."""

    comment: Comment
    codes: tuple[str, ...]
    answered: bool

    @property
    def settled(self) -> bool:
        """Whether somebody dealt with it, by an answer or by marking it resolved."""
        return self.answered or self.comment.resolved


def our_comments(package: Package, outline: Outline) -> tuple[OurComment, ...]:
    """Return our comments in the order of their anchors. One whose id another comment has, too, cannot be told from it.

    Raises:
        StaleAnchor: `outline` is not what is read from the package.
    """
    if AUTHOR not in comment_authors(package):
        return ()
    comments = read_comments(package, outline).comments
    idents = Counter(comment.id for comment in comments)
    answered = {comment.parent for comment in comments}
    return tuple(
        OurComment(comment, codes, comment.id in answered)
        for comment in comments
        if comment.author == AUTHOR and comment.parent is None and idents[comment.id] == 1
        if (codes := codes_in(comment.text))
    )
