"""Where a value stands in a model: `/measures/2/due` (JSON Pointer, RFC 6901)."""

from __future__ import annotations

from mzsh_model.kernel.errors import BadPath


class ModelPath(str):
    """A JSON Pointer into a model value; the empty path is the value itself.

    >>> ModelPath("") / "measures" / 2 / "due"
    ModelPath('/measures/2/due')
    >>> (ModelPath("") / "a/b").parts
    ('a/b',)
    """

    __slots__ = ()

    def __truediv__(self, part: str | int) -> ModelPath:
        return ModelPath(f"{self}/{str(part).replace('~', '~0').replace('/', '~1')}")

    def __repr__(self) -> str:
        return f"ModelPath({str.__repr__(self)})"

    @property
    def parts(self) -> tuple[str, ...]:
        """The steps of the path, unescaped; list positions as decimal strings.

        Raises:
            BadPath: a non-empty path that does not begin with `/`.
        """
        if not self:
            return ()
        if not self.startswith("/"):
            raise BadPath("path-form", f"路径应以“/”开头：{self}。例如 /measures/2/due")
        return tuple(p.replace("~1", "/").replace("~0", "~") for p in self[1:].split("/"))

    @property
    def parent(self) -> ModelPath:
        """The path one step up; the root is its own parent."""
        return ModelPath(self.rpartition("/")[0])


ROOT = ModelPath("")
