"""What the rules refuse, in words that a person can act on."""


class Refusal(Exception):
    """A request that the rules do not allow; nothing was changed.

    Args:
        message: one or two plain sentences: what is wrong, and what to do next.
        data: facts that a page may show beside the message (for example the other version of a text).

    ``status`` is the HTTP status that a view answers with.
    """

    status = 422

    def __init__(self, message: str, **data: object) -> None:
        super().__init__(message)
        self.message = message
        self.data = data


class Invalid(Refusal):
    """What was sent cannot be used as it is."""


class Forbidden(Refusal):
    """The seat is real, but this is not its to do."""

    status = 403


class Closed(Refusal):
    """The time for it is not now: not open yet, closed, or decided already."""

    status = 409


class Stale(Refusal):
    """Somebody, perhaps the same person elsewhere, changed it first."""

    status = 409
