"""Which pictures there are: of what, at which moment of the hour, as whom, how wide."""

from dataclasses import dataclass

HOUR = ("packs", "welcome", "poll", "answered", "revealed", "talk", "merge", "results")  # see `moments.py`
DESK, PHONE = (1280, 860), (390, 844)


@dataclass(frozen=True)
class Picture:
    """One picture.

    Args:
        path: its file below docs/images, without ".png".
        moment: of the hour, one of `HOUR`.
        page: the name of an address within the workshop.
        who: "fay", who facilitates, or a leader's number.
        size: of the window.
        show: a selector whose first match is brought to the head of the window.
        kind: "demo", or "rehearsal" where its band is to be seen.
    """

    path: str
    moment: str
    page: str
    who: str = "fay"
    size: tuple[int, int] = DESK
    show: str = ""
    kind: str = "demo"


PICTURES = (
    Picture("sort", "packs", "rounds/1/sort/", "0", (1280, 1130)),
    Picture("guide/overview", "packs", "overview/"),
    Picture("guide/setup", "packs", "setup/"),
    Picture("guide/people", "packs", "people/"),
    Picture("guide/pack-phone", "packs", "pack/", "1", PHONE),
    Picture("room", "poll", "room/", "0"),
    Picture("screen", "answered", "screen/", size=(1280, 720)),
    Picture("desk", "revealed", "desk/", size=(1280, 1000)),
    Picture("guide/talk", "talk", "desk/", show="#live-comments"),
    Picture("guide/talk-phone", "talk", "room/", "2", PHONE),
    Picture("guide/merge", "merge", "desk/", show="#live-proposal"),
    Picture("guide/results", "results", "results/", show=".results__round, main section h2"),
    Picture("guide/lineage", "results", "lineage/"),
    Picture("guide/files", "results", "results/", show="#take-away"),
    Picture("guide/rehearsal", "packs", "overview/", kind="rehearsal"),
    Picture("guide/rehearsal-phone", "welcome", "desk/", "fay", PHONE, kind="rehearsal"),
)
