"""The codes that a project begins with: cards, circles, nominations, questions, and kinds of comment."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from workshop.exports.accounts import account_name, accounts_in
from workshop.exports.document import Data, title_of, told_apart
from workshop.models import Remark
from workshop.models.ballots import ZONES
from workshop.templatetags.naming import and_list

INNER, OUTER, CARD = "#9B2D3A", "#5E7387", "#B98B4A"
FACILITATORS = "code shown to facilitators"


@dataclass(frozen=True)
class Code:
    """A code; ``key`` is stable. One with codes ``within`` it is their heading and codes nothing itself."""

    key: str
    name: str
    about: str = ""
    colour: str = ""
    within: list["Code"] = field(default_factory=list)


def card_code(uid: str) -> str:
    """Return the key of the code of a card."""
    return f"code card {uid}"


def zone_code(round: int, zone: str) -> str:
    """Return the key of the code of a circle in a round."""
    return f"code round {round} {zone}"


def nominated_code(round: int) -> str:
    """Return the key of the code of what was nominated in a round."""
    return f"code round {round} nominated"


def question_code(uid: str) -> str:
    """Return the key of the code of a question."""
    return f"code question {uid}"


def prompt_code(uid: str) -> str:
    """Return the key of the code of an open prompt."""
    return f"code prompt {uid}"


def kind_code(remark: Data) -> str:
    """Return the key of the code of what kind of comment it is, and where it was made."""
    return f"code kind {remark['kind'] or ('pack' if remark['from_pack'] else 'discussion')}"


def audience_codes(remark: Data) -> tuple[str, ...]:
    """Return the key of the code of what was written to facilitators alone, if it was."""
    return (FACILITATORS,) if remark["visibility"] == Remark.Visibility.FACILITATORS else ()


def card_label(card: Data) -> str:
    """Return what a card is called among sources and codes."""
    return f"{card['number']}. {title_of(card)}" if card["number"] else title_of(card)


def codes_of(document: Data) -> list[Code]:
    """Return the codes of a document under their headings; no heading without codes.

    A card that came from others has its code from the beginning, as new text is coded to it; it says where
    what was written about those is.
    """
    labels = {each["uid"]: card_label(each) for each in document["cards"]}
    came = {each["card"]: [labels[uid] for uid in each["came_from"]] for each in document["lineage"]}
    apart = told_apart(document)
    cards = [_card(each, apart.get(each["uid"]), came.get(each["uid"], [])) for each in document["cards"]]
    headings = [
        Code("codes cards", _("Cards"), _("What a text is about, as its author wrote it."), within=cards),
        *_placements(document["rounds"]),
        Code("codes prompts", _("Open prompts"), within=[*_prompts(document)]),
        Code("codes questions", _("Questions"), within=[*_questions(document["questions"])]),
        Code("codes kinds", _("Kinds of comment"), within=_kinds(document["remarks"])),
        Code("codes shown to", _("Written for"), within=_audiences(document["remarks"])),
    ]
    return [each for each in headings if each.within]


def _card(card: Data, apart: str | None, came_from: list[str]) -> Code:
    words = card["texts"][-1] if card["texts"] else {"summary": ""}
    label = apart or card_label(card)
    name = label if card["number"] else _("Blank card: %(title)s") % {"title": label}
    about = [words["summary"], _where(came_from) if came_from else ""]
    return Code(card_code(card["uid"]), name, "\n\n".join(filter(None, about)), CARD)


def _where(came_from: list[str]) -> str:
    says = _(
        "It came from %(cards)s. What was written about them before is coded to them, as its authors meant "
        "it; here is what was written about it since, if anything."
    )
    return says % {"cards": and_list(f"“{card}”" for card in came_from)}


def _placements(rounds: Iterable[Data]) -> Iterator[Code]:
    """Yield a heading for each round of which the file has single answers: where names are open."""
    colours = {"inner": INNER, "outer": OUTER}
    about = _("The author of the text put the card that it is about here.")
    for each in rounds:
        if not each["ballots"] or each["kind"] not in ("sort", "poll"):
            continue
        n, title = each["number"], _("Round %(n)s: where its author put the card") % {"n": each["number"]}
        zones = [
            Code(zone_code(n, zone), str(at), about, colours.get(zone, "")) for zone, at in ZONES.items()
        ]
        if each["kind"] == "poll":
            title = _("Round %(n)s: what its author nominated") % {"n": n}
            zones = [Code(nominated_code(n), _("Nominated"), _("The author nominated the card."), INNER)]
        yield Code(f"codes round {n}", title, within=zones)


def _prompts(document: Data) -> Iterator[Code]:
    for uid, each in accounts_in(document).items():
        yield Code(prompt_code(uid), account_name(each), each["text"])


def _questions(questions: Iterable[Data]) -> Iterator[Code]:
    for n, each in enumerate(questions, start=1):
        yield Code(question_code(each["uid"]), _("Question %(n)s") % {"n": n}, each["text"])


def _kinds(remarks: Iterable[Data]) -> list[Code]:
    names = {f"code kind {kind}": str(name) for kind, name in Remark.Kind.choices if kind}
    names |= {"code kind pack": _("From the pack"), "code kind discussion": _("From the discussion")}
    used = {kind_code(each) for each in remarks}
    return [Code(key, name) for key, name in names.items() if key in used]


def _audiences(remarks: Iterable[Data]) -> list[Code]:
    about = _("Its author wrote it to facilitators, and the group did not read it.")
    private = any(audience_codes(each) for each in remarks)
    return [Code(FACILITATORS, _("Facilitators alone"), about)] if private else []
