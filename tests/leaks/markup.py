"""What became markup: elements, attributes, scripts, styles and comments that words should never make."""

from html.parser import HTMLParser

from tests.leaks.payloads import MARK

# Attributes in which what people wrote may stand, as words: said, or shown in a box.
OF_WORDS = {"value", "aria-label", "alt", "title", "placeholder", "content", "label", "aria-valuetext"}
OF_ADDRESSES = {"href", "src", "action", "formaction", "poster", "data", "xlink:href", "hx-get", "hx-post"}
# An address in a citation becomes a link, and a letter to everybody says which workshop it is about.
LINKED = ("https://z_qx.example/", "mailto:?bcc=")
SILENT = ("javascript:", "data:", "vbscript:")


class Markup(HTMLParser):
    """Reads a page or fragment and notes what is made of payloads."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element or an attribute that a payload made."""
        self.inside = tag if tag in ("script", "style") else ""
        if MARK in tag:
            self.found.append(f"element {tag}")
        for name, value in attrs:
            linked = tag == "a" and name == "href" and (value or "").startswith(LINKED)
            if not linked and self.is_made(name, (value or "").casefold()):
                self.found.append(f"attribute {name}={value} of {tag}")

    def is_made(self, name: str, value: str) -> bool:
        """Whether an attribute is one that no template writes, or holds words where none belong."""
        if MARK in name or name.startswith("on") or name in ("style", "srcdoc"):
            return True
        if name in OF_ADDRESSES:
            return value.strip().startswith(SILENT) or MARK in value
        return MARK in value and name not in OF_WORDS and not name.startswith("data-")

    def handle_endtag(self, tag: str) -> None:
        """Leave a script or a style."""
        self.inside = ""

    def handle_data(self, data: str) -> None:
        """Note words in a script or a style."""
        if self.inside and MARK in data:
            self.found.append(f"words in {self.inside}: {data[:60]}")

    def handle_comment(self, data: str) -> None:
        """Note words in a comment."""
        if MARK in data:
            self.found.append(f"words in a comment: {data[:60]}")


def made_of(text: str) -> list[str]:
    """Return what payloads became in a piece of markup."""
    reader = Markup()
    reader.feed(text)
    reader.close()
    return reader.found
