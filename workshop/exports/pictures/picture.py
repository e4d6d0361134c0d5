"""What a picture of the results is, as a file and in a report."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Table:
    """The numbers of a picture as text: its heads, and its rows, each as long as the heads."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Told:
    """What a picture is called in addresses, its title, and the sentence that says what it shows."""

    name: str
    title: str
    says: str


@dataclass(frozen=True)
class Picture:
    """One picture.

    ``name`` stands in addresses and file names: what it is, and the number of its round. ``alt`` is the
    sentence above it on the page; ``caption`` says, for a paper, what it shows, of how many, how counted.
    ``svg`` is a document of its own, of ``width`` by ``height`` pixels at 96 to the inch, that needs no other
    file. ``for_people_rows``: it shows single people's answers, for who may see those.
    """

    name: str
    title: str
    alt: str
    caption: str
    svg: str
    width: float
    height: float
    table: Table
    for_people_rows: bool = False
