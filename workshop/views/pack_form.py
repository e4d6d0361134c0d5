"""The pack as one form, for browsers without scripts: each changed box is saved, nothing typed is lost."""

import uuid
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _

from workshop.actions.blank_words import BlankWords
from workshop.actions.pack import require_pack
from workshop.models import Closed, Invalid, Prompt, Refusal, Seat, Stale, clean_text
from workshop.models.blanks import Blank
from workshop.models.pack import Box, OwnPack, pack_prompts
from workshop.models.setup import print_of_words

from .autosave import read_rev
from .blanks import read_words, save_card
from .remarks import save_box


@dataclass(frozen=True)
class Refused:
    """A box that could not be saved: why, and what was typed in it.

    ``label`` names its box; ``stray`` is what was typed where the page has no box for it any more.
    """

    uid: uuid.UUID
    refusal: Refusal
    typed: str | BlankWords
    stray: str = ""
    label: str = ""

    @property
    def place(self) -> str:
        """The id of the field that is to be looked at."""
        name = "text" if isinstance(self.typed, str) else self.refusal.data.get("field", "title")
        return f"{name}-{self.uid}"


def save_all(request: HttpRequest, seat: Seat, pack: OwnPack) -> list[Refused]:
    """Save each box of the form that differs from what is saved; return those that were refused.

    Raises:
        Forbidden: the seat has no pack. Invalid: the form is broken.
    """
    require_pack(seat)
    prompts = {prompt.uid: prompt for prompt in pack_prompts(seat.workshop)}
    refused = []
    for uid, rev, held in _sent(request):
        typed = _typed(request, uid)
        if _is_untouched(typed, rev, held) or _is_saved(pack, uid, typed):
            continue
        try:
            _save(seat, prompts.get(uid), uid, typed, rev)
        except (Invalid, Closed, Stale) as refusal:
            refused.append(Refused(uid, refusal, typed))
    return refused


def shown_again(pack: OwnPack, refused: Iterable[Refused]) -> list[Refused]:
    """Put what was refused back into its boxes, with what is wrong; return the list for the summary.

    A conflict's words are kept as another version, which the page shows by itself.
    """
    boxes = {box.uid: box for box in pack.every_box}
    blanks = {blank.uid: blank for blank in (*pack.blanks, *pack.places)}
    told = []
    for each in refused:
        box, blank = boxes.get(each.uid), blanks.get(each.uid)
        stale, stray = isinstance(each.refusal, Stale), ""
        if box and isinstance(each.typed, str) and not stale:
            box.typed, box.wrong = each.typed, each.refusal.message
        elif box and isinstance(each.typed, str):
            box.set_aside = clean_text(each.typed)
        elif blank and isinstance(each.typed, BlankWords) and not stale:
            blank.typed = asdict(each.typed)
            blank.wrong[str(each.refusal.data.get("field", "title"))] = each.refusal.message
        elif blank and isinstance(each.typed, BlankWords):
            blank.set_aside = {name: clean_text(words) for name, words in asdict(each.typed).items()}
        elif not (box or blank):
            stray = each.typed if isinstance(each.typed, str) else each.typed.as_text
        told.append(Refused(each.uid, each.refusal, each.typed, stray, _label(box, blank)))
    return told


def _label(box: Box | None, blank: Blank | None) -> str:
    if box:
        if box.asked:
            return _("Your comment on card %(label)s") % {"label": box.asked.label}
        return box.prompt.name or _("Anything else we should know")
    return _("Your blank card %(label)s") % {"label": blank.label} if blank else ""


def _sent(request: HttpRequest) -> list[tuple[uuid.UUID, int, str]]:
    """Return each box: its uid, the rev that it rests on, and a print of what the page showed in it."""
    uids, revs, prints = (request.POST.getlist(name) for name in ("box", "rev", "held"))
    prints += [""] * (len(uids) - len(prints))  # a page from before boxes told it
    broken = Invalid(_("This form did not arrive whole, so nothing was saved. Load the page again."))
    if len(uids) != len(revs):
        raise broken
    try:
        rows = zip(uids, revs, prints, strict=True)
        return [(uuid.UUID(uid), read_rev(rev), held) for uid, rev, held in rows]
    except ValueError:
        raise broken from None


def _typed(request: HttpRequest, uid: uuid.UUID) -> str | BlankWords:
    text: str | None = request.POST.get(f"text-{uid}")
    return read_words(request, uid) if text is None else text


def _is_untouched(typed: str | BlankWords, rev: int, held: str) -> bool:
    """Whether a box came back as its page showed it, whatever was saved in it elsewhere since."""
    words = [typed] if isinstance(typed, str) else [*asdict(typed).values()]
    return held == print_of_words(words) or not (rev or any(map(clean_text, words)))


def _is_saved(pack: OwnPack, uid: uuid.UUID, typed: str | BlankWords) -> bool:
    if isinstance(typed, str):
        found = next((box.saved for box in pack.every_box if box.uid == uid), "")
        return clean_text(typed) == found
    saved = next((blank.saved for blank in pack.blanks if blank.uid == uid), None)
    if saved is None:
        return not (typed.title.strip() or typed.summary.strip())
    return {name: clean_text(words) for name, words in asdict(typed).items()} == saved


def _save(seat: Seat, prompt: Prompt | None, uid: uuid.UUID, typed: str | BlankWords, rev: int) -> None:
    if isinstance(typed, BlankWords):
        save_card(seat, uid, typed, rev)
    elif prompt:
        save_box(seat, prompt, typed, rev)
    else:
        raise Closed(_("This is not in the pack any more, so what you wrote on it was not saved."))
