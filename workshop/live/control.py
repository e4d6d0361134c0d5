"""A button of whoever leads, as a fragment shows it; the form that it belongs to stands outside."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Control:
    """A button: what it says, where it posts, what it sends, and the question it asks first, if any.

    Where it ``counts``, the question begins with how many have answered by then.
    """

    key: str
    label: str
    url: str
    name: str = ""
    value: str = ""
    main: bool = False
    title: str = ""
    text: str = ""
    button: str = ""
    counts: bool = False
