"""What a simulated leader does once the group has met."""

from workshop.analysis.rehearsal.draws import dealt
from workshop.models import Gesture, Prompt, Remark
from workshop.models.ground_rules import newest_of
from workshop.models.lineage import seen_of
from workshop.models.questions import text_of
from workshop.models.wanted import NewCard, Wanted

from ..agreed import say_assent, write_text
from ..answers import save_answer
from ..discussion import post_remark
from ..gestures import set_gesture
from ..ground_rules import add_ground_rule, agree_to_ground_rules
from ..proposals import propose_change
from ..rounds import Vote, cast_ballots
from ..stances import take_stance
from ..suggestions import suggest_item
from ..ties import mark_start
from . import any_cards, words
from .deeds import Doing


def vote(it: Doing) -> None:
    """Nominate cards, or abstain."""
    numbers = [int(number) for number in it.deed.says.split()]
    uids = it.workshop.cards.filter(number__in=numbers).values_list("uid", flat=True)
    cast_ballots(it.round, [Vote(it.seat, frozenset(map(str, uids)), abstains=not numbers)])


def rule(it: Doing) -> None:
    """Add a ground rule."""
    add_ground_rule(it.seat, dealt(any_cards.RULES, int(it.deed.says), it.seed, "rules"), uid=it.uid)


def ground(it: Doing) -> None:
    """Agree to the ground rules that stand."""
    agree_to_ground_rules(it.seat, newest_of(it.workshop.ground_rules.all()))


def ready(it: Doing) -> None:
    """Be ready for this step."""
    set_gesture(it.seat, Gesture.Kind.READY, True, it.workshop.step_rev)


def hand(it: Doing) -> None:
    """Raise a hand."""
    set_gesture(it.seat, Gesture.Kind.HAND, True)


def plainer(it: Doing) -> None:
    """Ask, privately, for plainer words."""
    set_gesture(it.seat, Gesture.Kind.PLAINER, True)


def say(it: Doing) -> None:
    """Say something about the card on the stage."""
    card = it.card()
    post_remark(it.seat, card, words.said(it.seed, it.deed, card.title), uid=it.uid)


def reply(it: Doing) -> None:
    """Reply to the newest comment of somebody else on the card; without one there is nothing to reply to."""
    others = Remark.objects.said().filter(card__number=it.deed.card, reply_to=None, workshop=it.workshop)
    to = others.exclude(seat=it.seat).latest("created_at", "pk")
    body = words.one_of(it.seed, it.deed, any_cards.REPLIES)
    post_remark(it.seat, it.card(), body, uid=it.uid, reply_to=to)


def suggest(it: Doing) -> None:
    """Suggest a question for the agenda."""
    question, reason = words.one_of(it.seed, it.deed, any_cards.QUESTIONS)
    suggest_item(it.seat, uid=it.uid, question=question, why=reason)


def _question_of(it: Doing) -> Prompt:
    return it.workshop.prompts.get(uid=it.deed.about)


def answer(it: Doing) -> None:
    """Answer a question, alone."""
    save_answer(it.seat, _question_of(it), words.one_of(it.seed, it.deed, any_cards.ANSWERS), 0)


def text(it: Doing) -> None:
    """Write what the group could agree on."""
    write_text(it.seat, _question_of(it), words.one_of(it.seed, it.deed, any_cards.TEXTS), 0)


def assent(it: Doing) -> None:
    """Agree to that text, or dissent."""
    prompt = _question_of(it)
    say_assent(it.seat, prompt, it.deed.says, words.why(it.seed, it.deed), text_of(prompt).rev)


def stance(it: Doing) -> None:
    """Answer a change of cards."""
    proposal = it.workshop.proposals.get(uid=it.deed.about)
    take_stance(it.seat, proposal, it.deed.says, words.why(it.seed, it.deed))


def start(it: Doing) -> None:
    """Say with which card one would start."""
    mark_start(it.seat, it.card(), True)


def propose(it: Doing) -> None:
    """Propose a merge of two cards."""
    seen = seen_of(it.workshop)
    sources = tuple(seen[it.card(int(number)).pk] for number in it.deed.says.split())
    title, reason = any_cards.MERGED
    propose_change(it.seat, Wanted("merge", sources, None, (NewCard(title),), reason), uid=it.uid)
