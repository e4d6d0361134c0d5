"""Whether a workshop that is brought back can have the code that it had."""

from workshop.actions.erasure_ledger import WORKSHOP, standing_lines
from workshop.models import Workshop


def is_code_free(code: str) -> bool:
    """Whether no workshop has this code here, and none was erased under it.

    The ledger of erasures knows a workshop by its code: one that came back under it would be erased with the
    next restore.
    """
    here = Workshop.objects.filter(slug=code).exists()
    erased = {line["slug"] for line in standing_lines() if line["kind"] == WORKSHOP}
    return not here and code not in erased
