"""What a form for somebody without a device rests on, said so that it tells neither how often nor when."""

from django.utils.crypto import salted_hmac

from .assents import Assent
from .ballots import Ballot
from .comments import Remark
from .proposals import Stance


def seen_of(row: Ballot | Remark | Assent | Stance | None) -> str:
    """Return a print of what is there now; empty for nothing, and for an answer that was emptied.

    It is keyed, so that nobody can try which rev or which moment it stands for.
    """
    if row is None or (isinstance(row, Remark) and not row.body):
        return ""
    return _print(row, row.at.isoformat() if isinstance(row, Assent | Stance) else row.rev)


def seen_before(remark: Remark) -> str:
    """Return the print of an answer as it was before it was changed last."""
    return _print(remark, remark.rev - 1)


def _print(row: Ballot | Remark | Assent | Stance, state: object) -> str:
    return salted_hmac("workshop.proxy", f"{type(row).__name__} {row.pk} {state}").hexdigest()[:16]
