"""When a push goes out: at most so often, with the key freed before the database is read."""

from collections.abc import Callable, Iterable


def mark(
    workshop_id: int,
    audience: str,
    fragments: Iterable[str],
    *,
    seq: int | None = None,
    number: Callable[[int, Iterable[str]], dict[str, int]] | None = None,
) -> None:
    """Note that fragments of an audience are out of date; they are rendered and sent on the next tick.

    Args:
        workshop_id: the workshop's primary key.
        audience: one of ``audiences.AUDIENCES``.
        fragments: names of fragments.
        seq: the number this change took in its transaction, if it took one.
        number: the publisher that takes a number when the push is sent, for changes that took none.
    """
