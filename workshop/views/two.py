"""Words that were changed in two places at once: both are on the page, and the person keeps one or both."""

from collections.abc import Mapping

from django.http import QueryDict

from workshop.analysis.joined import joined
from workshop.models import clean_text


def decided(sent: Mapping[str, str], name: str, theirs: str, between: str = "\n\n") -> str:
    """Return the words to save: what was typed, unless ``keep`` in the form says otherwise.

    Args:
        theirs: what is saved now: the answer to ``keep=theirs``; ``keep=both`` puts below it what was
            typed and is not in it.
        between: what stands between both.
    """
    typed, keep = sent.get(name, ""), sent.get("keep", "")
    if keep == "theirs":
        return theirs
    return joined(theirs, clean_text(typed), between) if keep == "both" else typed


def decided_form(sent: QueryDict, theirs: Mapping[str, str], lines: str, more: tuple[str, ...]) -> QueryDict:
    """Return a form's words as ``decided`` does, several at once.

    Args:
        theirs: what is saved now, by the names of the form.
        lines: the name of the box that takes up, with ``keep=both``, what single lines said otherwise.
        more: the names of the boxes that hold several lines, and so both.
    """
    if sent.get("keep") not in ("theirs", "both"):
        return sent
    put = sent.copy()
    for name, words in theirs.items():
        put[name] = decided(sent, name, words) if name in more else words
    if sent["keep"] == "both":
        typed = {name: sent.get(name, "") for name in theirs if name not in more}
        own = {name: words for name, words in typed.items() if clean_text(words)}
        others = [theirs[name] for name, words in own.items() if theirs[name] not in ("", clean_text(words))]
        for name, words in own.items():
            put[name] = words
        put[lines] = "\n\n".join(filter(None, (str(put[lines]), *others)))
    return put
