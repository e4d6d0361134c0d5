"""Words for the page of results: its headline, and for each round what was asked and how many answered."""

from collections import Counter
from collections.abc import Iterable, Sequence

from django import template
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshop.analysis.tallies import SortTally
from workshop.models.counting import Face, PollResult, SortResult
from workshop.models.outcomes import Outcome
from workshop.models.results import Count
from workshop.models.rounds import Round
from workshop.models.spectrum import Poles, SpectrumResult
from workshop.models.wording import in_figures, in_words
from workshop.templatetags.naming import and_list
from workshop.templatetags.rounds import round_name
from workshop.templatetags.spectrum import moves_sentence
from workshop.templatetags.words import of_people, others, share_of

register = template.Library()
NAMED = 3  # more cards than this that lead together are counted, not named
IN_WORDS = 9


@register.simple_tag
def results_title(outcomes: Iterable[Outcome]) -> str:
    """Return the heading: "What five people made of six cards"; plain "Results" where few answered."""
    revealed = [*outcomes]
    people = max((outcome.people for outcome in revealed), default=0)
    cards = max((len(outcome.faces) for outcome in revealed), default=0)
    if people < 2 or not cards:
        return _("Results")
    say = in_words if max(people, cards) <= IN_WORDS else in_figures
    made_of = ngettext(
        "What %(people)s people made of %(cards)s card",
        "What %(people)s people made of %(cards)s cards",
        cards,
    )
    return made_of % {"people": say(people), "cards": say(cards)}


@register.simple_tag
def headlines(outcomes: Iterable[Outcome]) -> list[str]:
    """Say what the first sort, the newest sort, poll and spectrum came to, in order of time.

    Each is named. Of a sort: which card was inner most often, ties together, and about which cards all
    agreed. The poll is the newest in which more than one person nominated.
    """
    revealed = [*outcomes]
    sorts = [each for each in revealed if each.sort and each.sort.people > 1]
    polls = [each for each in revealed if each.poll and _polled(each.poll)]
    lines = [each for each in revealed if each.spectrum and each.people > 1]
    told = {each.round.number: each for each in (*sorts[:1], *polls[-1:], *sorts[-1:], *lines[-1:])}
    return [*filter(None, (_named_round(told[number]) for number in sorted(told)))]


@register.filter
def outcome_title(outcome: Outcome) -> str:
    """Return the heading of a round's result."""
    if outcome.round.kind == Round.Kind.POLL:
        if outcome.round.number > 2:
            return _("Which cards people nominated, in round %(n)s") % {"n": outcome.round.number}
        return _("Which cards people nominated")
    if outcome.round.kind == Round.Kind.SPECTRUM:
        return _("Where people see us, and where they want us to be")
    if outcome.round.is_pack:
        return _("Where people placed each card, before the workshop")
    return _("Where people placed each card, in round %(n)s") % {"n": outcome.round.number}


@register.filter
def count_sentence(count: Count) -> str:
    """Say what one round says of one card: "4 of 5 placed it inner; 1 outer"; and whether all agree."""
    if count.line:
        return moves_sentence(*count.line)
    if count.tally is None:
        return _("%(counted)s nominated it") % {"counted": share_of(count.nominated, count.people)}
    inner = _("%(counted)s placed it inner") % {"counted": share_of(count.tally.inner, count.people)}
    if is_unanimous(count.tally):
        outer = _("%(counted)s placed it outer") % {"counted": share_of(count.tally.outer, count.people)}
        return _("%(said)s: all agree") % {"said": inner if count.tally.inner else outer}
    rest = others(count.tally)
    return _("%(inner)s; %(rest)s") % {"inner": inner, "rest": rest} if rest else inner


def is_unanimous(tally: SortTally) -> bool:
    """Whether all who answered, two people at least, put a card in the same circle."""
    return tally.people > 1 and tally.people in (tally.inner, tally.outer)


def _named_round(outcome: Outcome) -> str:
    if outcome.sort:
        came = " ".join(filter(None, [_sorted(outcome.sort), _agreed(outcome.sort)]))
    elif outcome.spectrum:
        came = _wanted(outcome.spectrum)
    else:
        came = _polled(outcome.poll) if outcome.poll else ""
    answered = of_people(outcome.answered.count, outcome.answered.seats)
    values = {"round": round_name(outcome.round), "answered": answered, "came": came}
    return _("%(round)s (%(answered)s answered): %(came)s") % values if came else ""


def _sorted(sort: SortResult) -> str:
    most = max((tally.inner for _card, tally in sort.rows), default=0)
    if not most:
        return _("Nobody placed a card in the inner circle.") if sort.rows else ""
    first = [card for card, tally in sort.rows if tally.inner == most]
    values = {
        "cards": _named(first, [card for card, _tally in sort.rows]),
        "counted": of_people(most, sort.people),
    }
    was = ngettext(
        "%(cards)s was inner for %(counted)s.", "%(cards)s were inner for %(counted)s each.", len(first)
    )
    return capfirst(was % values)


def _agreed(sort: SortResult) -> str:
    """Name the cards that all who answered put in the same circle; empty where there are none."""
    alike = [(card, tally) for card, tally in sort.rows if is_unanimous(tally)]
    if not alike:
        return ""
    circles = [(card, _("inner") if tally.inner else _("outer")) for card, tally in alike]
    names = _names([card for card, _tally in sort.rows])
    named = and_list(
        _("%(card)s (%(circle)s)") % {"card": names[card.key], "circle": circle} for card, circle in circles
    )
    if len(alike) > IN_WORDS:
        named = _("%(n)s of %(cards)s cards") % {"n": len(alike), "cards": len(sort.rows)}
    return _("All %(people)s agreed about %(cards)s.") % {"people": in_figures(sort.people), "cards": named}


def _polled(poll: PollResult) -> str:
    most = max((count for _card, count in poll.rows), default=0)
    if poll.tally.people < 2 or not most:
        return ""
    first = [card for card, count in poll.rows if count == most]
    values = {
        "cards": _named(first, [card for card, _count in poll.rows]),
        "counted": of_people(most, poll.tally.people),
    }
    came = ngettext(
        "%(cards)s came first: %(counted)s nominated it.",
        "%(cards)s came first together: %(counted)s nominated each.",
        len(first),
    )
    return came % values


def _wanted(lines: SpectrumResult) -> str:
    """Say on which card most people want to move, ties together; empty where nothing may be said of any."""
    told = [(card, spread) for card, spread in lines.rows if spread.both and not spread.is_withheld]
    moves = {card.key: spread.to_a + spread.to_b for card, spread in told}
    most = max(moves.values(), default=0)
    if not most:
        return _("Nobody wants to move on any card.") if told else ""
    first = [(card, spread) for card, spread in told if moves[card.key] == most]
    values = {"cards": _named([card for card, _spread in first], [card for card, _spread in lines.rows])}
    if len(first) == 1:
        values["moves"] = moves_sentence(*first[0])
        return _("A move is wanted most on %(cards)s: %(moves)s") % values
    by = ngettext("%(n)s person", "%(n)s people", most) % {"n": in_figures(most)}
    if len(first) == len(lines.rows):
        return _("A move is wanted on every card alike: by %(people)s each.") % {"people": by}
    return _("A move is wanted most on %(cards)s: by %(people)s each.") % (values | {"people": by})


def _named(cards: Sequence[Face | Poles], among: Sequence[Face | Poles]) -> str:
    if len(cards) == len(among) > 1:
        return _("all cards")
    if len(cards) > NAMED:
        return ngettext("%(n)s card", "%(n)s cards", len(cards)) % {"n": in_words(len(cards))}
    names = _names(among)
    return and_list(names[card.key] for card in cards)


def _names(among: Sequence[Face | Poles]) -> dict[str, str]:
    """Return what each card is called, with its number where others are called the same."""
    words = {card.key: f"“{card.short_title or card.title}”" for card in among}
    often = Counter(words.values())
    return {
        card.key: words[card.key] if often[words[card.key]] == 1 else f"{words[card.key]} ({card.label})"
        for card in among
    }
