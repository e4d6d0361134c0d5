"""What each fragment shows: one builder a fragment, from the database and the promise alone.

A page and a push call the same builder, so that they show the same. Nothing here is personal.
"""

from collections.abc import Callable
from typing import Any

from workshop.models import Card, Remark, Round, Seat, Step, Workshop
from workshop.models.asked_of import answering
from workshop.models.audiences import (
    FACILITATORS,
    PARTICIPANTS,
    SCREEN,
    blind_sentence,
    promise_sentence,
    sees_more_names,
)
from workshop.models.counting import answered, faces_of, poll_result, sort_result
from workshop.models.entered import told_to
from workshop.models.ground_rules import ground_of
from workshop.models.lineage import lineage_of
from workshop.models.once import once
from workshop.models.ordering import order_sentence, orders_agenda, revealed_polls
from workshop.models.ruling import rulings_of, verdicts
from workshop.models.spectrum import spectrum_result
from workshop.models.suggestions import suggested_in
from workshop.models.voices import additions_of, said_today, talk_about
from workshop.models.wording import up_to
from workshop.templatetags.rounds import round_question

from .agenda import for_everybody, items_of, news_of, unlisted
from .chair import chair as chair
from .control import stage_url
from .controls import controls as controls
from .gestures import gestures as gestures
from .gestures import hands as hands
from .gestures import here as here
from .join import join_facts
from .leaving import leaving
from .now import Now, look
from .packs import packs as packs
from .people import people as people
from .questions import alone_sentence, asked_question, question_facts
from .sentences import announcement, answered_sentence, headline, offer, place, said_sentence
from .synthesis import changes as changes
from .synthesis import proposal as proposal
from .synthesis import table_of
from .timing import timer as timer

Context = dict[str, Any]
RESULTS: dict[Round.Kind, Callable[[Round], Any]] = {
    Round.Kind.SORT: sort_result,
    Round.Kind.POLL: poll_result,
    Round.Kind.SPECTRUM: spectrum_result,
}


def stage(workshop: Workshop, audience: str) -> Context:
    """Return what is on the stage; with the code to join for the wall."""
    now = once(workshop, look, workshop)
    context = {"workshop": workshop, "now": now, "announce": announcement(now)}
    context |= {"offer": offer(now), "place": place(now)}
    context["alone"] = alone_sentence() if now.prompt else ""
    if now.round:
        context |= _asked(now.round, now)
    elif now.kind == Step.Kind.CHANGE:
        context["table"] = once(workshop, table_of, workshop)
    elif now.kind in ("", Step.Kind.WELCOME):
        context |= {"seats": _seats(workshop), "promise": promise_sentence(workshop)}
        context["ground"] = once(workshop, ground_of, workshop)
    if audience == SCREEN:
        context["join"] = join_facts(workshop)
    return context


def _asked(round: Round, now: Now) -> Context:
    context: Context = {"question": round_question(round), "up_to": up_to(round.k)}
    context["blind"] = blind_sentence(now.workshop)
    context["ruling"] = once(now.workshop, rulings_of, now.workshop).get(round.number)
    if now.is_revealed and now.has_poll:
        return context | {"headline": headline(once(now.workshop, poll_result, round))}
    return context | {"faces": once(now.workshop, faces_of, round)}


def _seats(workshop: Workshop) -> dict[str, int]:
    roles = list(workshop.seats.filter(removed_at=None).values_list("role", flat=True))
    return {
        "leaders": roles.count(Seat.Role.PARTICIPANT),
        "facilitators": roles.count(Seat.Role.FACILITATOR),
    }


def agenda(workshop: Workshop, audience: str) -> Context:
    """Return the agenda in order; ``ordered`` says in a sentence what order that is."""
    items, now = once(workshop, items_of, workshop), once(workshop, look, workshop)
    items = items if audience == FACILITATORS else for_everybody(items)
    context: Context = {"workshop": workshop, "items": items, "ordered": order_sentence(workshop)}
    context["news"] = news_of(workshop, items, context["ordered"])
    if audience != FACILITATORS:
        return context
    context["suggested"] = suggested_in(workshop, audience)
    context["unlisted"] = unlisted(workshop, items)
    ending = leaving(now, Step.Kind.CLOSE, items)
    return context | {"leaving": leaving(now), "ending": ending, "stage_url": stage_url(workshop)}


def tally(workshop: Workshop, audience: str) -> Context:
    """Return the counts that belong to the stage: of a hidden round how many have answered, and no more."""
    now = once(workshop, look, workshop)
    context: Context = {"workshop": workshop, "now": now, "shows": ""}
    if audience != PARTICIPANTS:
        context["seats"] = once(workshop, answering, workshop)
    if now.round:
        return context | (_result(now.round, audience) if now.is_revealed else _hidden(now.round))
    if now.prompt:
        return context | question_facts(now, now.prompt, audience)
    if now.card:
        return context | _about_card(workshop, now.card)
    if now.kind == Step.Kind.RESULTS:
        return context | _results(workshop, audience)
    return context


def _results(workshop: Workshop, audience: str) -> Context:
    """Return every revealed round, and those that still hide; for the wall one picture, best the sort's."""
    rounds = workshop.rounds_in_order()
    shown = [round for round in rounds if round.is_revealed]
    if audience == SCREEN and shown:
        best = next((each for each in shown if each.kind == Round.Kind.SORT), shown[-1])
        return _result(best, audience)
    hidden = [round for round in rounds if not round.is_revealed and not round.is_draft]
    return {"shows": "results", "results": [_result(round, audience) for round in shown], "hidden": hidden}


def _hidden(round: Round) -> Context:
    counts = once(round.workshop, answered, round)
    context = {"shows": "hidden", "round": round, "blind": blind_sentence(round.workshop)}
    faces = once(round.workshop, faces_of, round)
    return context | {"answered": counts, "says": answered_sentence(round, counts), "faces": faces}


def _result(round: Round, audience: str) -> Context:
    context: Context = {"shows": str(round.kind), "round": round, "up_to": up_to(round.k)}
    result = once(round.workshop, RESULTS[Round.Kind(round.kind)], round)
    ruling = once(round.workshop, rulings_of, round.workshop).get(round.number)
    judged = verdicts(ruling, result) if round.kind != Round.Kind.SPECTRUM else []
    entered = told_to(round.workshop, audience, result.entered, result.answered)
    context["follows"] = orders_agenda(round)
    return context | {"result": result, "ruling": ruling, "judged": judged, "entered": entered}


def _about_card(workshop: Workshop, card: Card) -> Context:
    """Return how often each poll nominated the card in front, once that may be seen."""
    counts = []
    for poll in revealed_polls(workshop):
        result = once(workshop, poll_result, poll)
        found = [n for face, n in result.rows if face.key == str(card.uid)]
        counts += [{"round": poll, "n": n, "people": result.tally.people} for n in found]
    return {"shows": "card", "counts": counts, "nominated": any(each["n"] for each in counts)}


def comments(workshop: Workshop, audience: str) -> Context:
    """Return what was said about the card in front, or answered; at the results, new cards."""
    now = once(workshop, look, workshop)
    context: Context = {"workshop": workshop, "now": now, "talk": None, "blanks": [], "announce": ""}
    if audience == SCREEN:
        return _said_today(now)
    context["private"] = sees_more_names(workshop, audience)
    if now.card:
        lineage = once(workshop, lineage_of, workshop)
        context["talk"] = talk = talk_about(now.card, workshop, audience, lineage)
        context["announce"] = said_sentence(talk)
        context["may_park"] = audience == FACILITATORS and workshop.is_live and not workshop.is_closed
    elif now.prompt and now.prompt.is_shown:
        context["question"] = asked_question(workshop, now.prompt, audience)
    elif now.kind == Step.Kind.RESULTS:
        context["blanks"] = additions_of(workshop, audience)
    return context


def _said_today(now: Now) -> Context:
    """Return, for the wall, how much was said today about the card in front and of what kind: no words."""
    if now.card is None or now.workshop.is_closed:
        return {"n": 0}
    reach = once(now.workshop, lineage_of, now.workshop).reach(now.card.pk)
    kinds = said_today(now.workshop, reach)
    named = [(key, str(label), kinds[key]) for key, label in Remark.Kind.choices if key and kinds[key]]
    return {"n": sum(kinds.values()), "kinds": named}


def where(workshop: Workshop, audience: str) -> Context:
    """Return where the group is, for a page that shows something else."""
    now = once(workshop, look, workshop)
    return {"workshop": workshop, "now": now, "place": place(now)}


def begun(workshop: Workshop, audience: str) -> Context:
    """Return what the pages beside the room show: whether the workshop is on, and how each round stands."""
    return {"workshop": workshop, "rounds": workshop.rounds_in_order()}
