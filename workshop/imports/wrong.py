"""What is wrong with a file: where, and which sentence says so; plain data, for a child to hand on."""

from typing import Any

Path = tuple[str | int, ...]


class Wrong(Exception):
    """The file cannot be brought in.

    ``code`` names the sentence, ``path`` the place in the file, and ``said`` has the words of the sentence.
    ``also`` is what else is wrong with it, as far as it was looked for.
    """

    also: tuple["Wrong", ...] = ()

    def __init__(self, code: str, path: Path = (), **said: Any) -> None:
        super().__init__(code)
        self.code, self.path, self.said = code, path, said

    def as_data(self) -> dict[str, Any]:
        """Return it as plain data."""
        also = [each.as_data() for each in self.also]
        return {"code": self.code, "path": list(self.path), "said": self.said, "also": also}

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> "Wrong":
        """Return what `as_data` made plain."""
        wrong = cls(data["code"], tuple(data["path"]), **data["said"])
        wrong.also = tuple(map(cls.from_data, data["also"]))
        return wrong
