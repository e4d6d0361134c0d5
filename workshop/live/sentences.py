"""What the stage says in one sentence: spoken when it changes, and offered to who is busy elsewhere."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshop.models import Round, Step
from workshop.models.counting import PollResult
from workshop.models.talk import Talk
from workshop.models.wording import up_to
from workshop.templatetags.naming import cards_named
from workshop.templatetags.rounds import answered_sentence as answered_sentence
from workshop.templatetags.rounds import round_title

from .now import Now, look, place_of


def announcement(now: Now) -> str:
    """Return the sentence that tells what is on the stage now."""
    if now.workshop.is_closed:
        return _("The workshop is closed.")
    if now.step is None:
        return ""
    if now.gone:
        return now.gone.says
    if now.card:
        return _("Card %(label)s is in front now: %(title)s.") % {
            "label": now.card.label,
            "title": now.card.title.rstrip("."),
        }
    if now.round:
        return _about_round(now, now.round)
    if now.part == "break" and now.step.over_at:
        return _("A break until %(time)s.") % {"time": now.workshop.clock(now.step.over_at)}
    if now.prompt and now.prompt.is_shown:
        return _("The answers are shown. The agreed text can be written now.")
    if now.prompt:
        return _("A question for each of us: %(question)s") % {"question": now.prompt.text}
    said = _("On the stage now: %(step)s.") % {"step": Step.Kind(now.step.kind).label}
    return f"{said} {_last_revealed(now)}".strip() if now.kind == Step.Kind.RESULTS else said


def told_of(round: Round, otherwise: str) -> str:
    """Return what the stage says of a round that was opened, closed or revealed; ``otherwise`` if elsewhere.

    Whoever pressed is told by the same words as everybody, which are then said once. After the close the
    stage says that alone.
    """
    now = look(round.workshop)
    at_results = now.kind == Step.Kind.RESULTS and round.is_revealed
    shows = not now.workshop.is_closed and (now.round == round or at_results)
    return announcement(now) if shows else otherwise


def _last_revealed(now: Now) -> str:
    """Name the round revealed last: at the results step a reveal changes nothing else on the stage."""
    shown = [each for each in now.workshop.rounds_in_order() if each.is_revealed]
    if not shown:
        return ""
    last = max(shown, key=lambda each: each.revealed_at.timestamp() if each.revealed_at else 0)
    return _("Revealed last: %(round)s.") % {"round": round_title(last)}


def _about_round(now: Now, round: Round) -> str:
    if now.state == "open":
        if now.has_poll:
            return _("The poll is open. Choose %(cards)s.") % {"cards": up_to(round.k)}
        return _("%(round)s is open.") % {"round": round.get_kind_display()}
    if now.state == "revealed":
        return _("The result is revealed.")
    return _("The round is closed. The result comes when the chair reveals it.")


def offer(now: Now) -> str:
    """Return the sentence for somebody who is still writing when the group moves on."""
    if now.workshop.is_closed:
        return _("The workshop is closed now.")
    if now.round and now.state == "closed":
        return _("The chair has closed this round.")
    if now.is_revealed:
        return _("The chair has revealed the result.")
    if now.state == "shown":
        return _("The chair has shown the answers.")
    return place(now)


def place(now: Now) -> str:
    """Return the sentence that says where the group is, for somebody whose page shows another step."""
    if now.workshop.is_closed:
        return _("The workshop is closed now.")
    if now.step is None:
        return ""
    return _("The group is %(place)s now.") % {"place": place_of(now.step)}


def said_sentence(talk: Talk) -> str:
    """Return how much was said today under a card, and what is parked; a change of it is announced."""
    n, here, away = talk.count_discussion, talk.count_parked, talk.count_away
    says = [ngettext("%(n)s comment from today.", "%(n)s comments from today.", n) % {"n": n}]
    if here:
        says.append(ngettext("%(n)s is parked here.", "%(n)s are parked here.", here) % {"n": here})
    if away:
        parked = ngettext("%(n)s is parked on another card.", "%(n)s are parked on other cards.", away)
        says.append(parked % {"n": away})
    return " ".join(says)


def headline(result: PollResult) -> str:
    """Return who comes first as a heading; ties are named together."""
    if not result.tally.answered:
        return _("Nobody answered")
    most = max((count for _card, count in result.rows), default=0)
    first = [card for card, count in result.rows if count == most]
    if not most:
        return _("Nobody nominated a card")
    if len(first) == 1:
        return _("“%(title)s” comes first") % {"title": first[0].short_title or first[0].title}
    named = cards_named([card.label for card in first], len(result.rows))
    return _("%(cards)s come first together") % {"cards": named[:1].upper() + named[1:]}
