"""The uids in a field of a form; what is none is passed over."""

import uuid


def uid_in(sent: str) -> uuid.UUID:
    """Return the first uid in a field; one that is nobody's if there is none."""
    return next(iter(uids_in(sent)), uuid.uuid4())


def uids_in(sent: str) -> list[uuid.UUID]:
    """Return the uids in a field, which stand between spaces."""
    uids = []
    for word in sent.split():
        try:
            uids.append(uuid.UUID(word))
        except ValueError:
            continue
    return uids
