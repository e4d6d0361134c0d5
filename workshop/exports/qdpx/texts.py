"""What people wrote, text by text: with its author where that is known, and the codes that hold for it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from workshop.exports.accounts import account_name, accounts_in
from workshop.exports.document import Data

from .codes import (
    audience_codes,
    card_code,
    card_label,
    kind_code,
    nominated_code,
    prompt_code,
    question_code,
    zone_code,
)


@dataclass(frozen=True)
class Text:
    """One text: ``key`` is stable, ``name`` no other has, ``seat`` is a pseudonym, ``card`` a uid."""

    key: str
    name: str
    body: str
    seat: str | None = None
    card: str | None = None
    codes: tuple[str, ...] = ()


def texts_of(document: Data) -> list[Text]:
    """Return all texts of a document that are not empty, in its order, each under a name of its own."""
    made = [*_remarks(document), *_blanks(document), *_reasons(document), *_answers(document)]
    placed = _placed(document)
    taken: dict[str, int] = defaultdict(int)
    texts = []
    for each in made:
        if not each.body:
            continue
        taken[each.name] += 1
        name = each.name if taken[each.name] == 1 else f"{each.name} ({taken[each.name]})"
        where = placed.get((each.seat, each.card), []) if each.seat and each.card else []
        texts.append(replace(each, name=name, codes=(*each.codes, *where)))
    return texts


def people_of(document: Data) -> dict[str, str]:
    """Return by pseudonym what each person is called in this file."""
    return {each["pseudonym"]: each.get("name") or each["pseudonym"] for each in document["seats"]}


def _remarks(document: Data) -> Iterator[Text]:
    people = people_of(document)
    places = _labels(document) | {uid: account_name(each) for uid, each in accounts_in(document).items()}
    for each in document["remarks"]:
        where = _("in the pack") if each["from_pack"] else _("in the discussion")
        about = places.get(str(each["card"] or each["prompt"]), _("Any other comments"))
        name = " · ".join(filter(None, (about, people.get(str(each["seat"])), where)))
        asked = prompt_code(each["prompt"]) if each["prompt"] in places else ""
        own = card_code(each["card"]) if each["card"] else asked
        codes = (*filter(None, (own, kind_code(each))), *audience_codes(each))
        yield Text(f"remark {each['uid']}", name, each["body"], each["seat"], each["card"], codes)
        for n, body in enumerate(each["other_versions"], start=1):
            other = _("%(name)s, other version") % {"name": name}
            yield Text(f"remark {each['uid']} {n}", other, body, each["seat"], each["card"], codes)


def _blanks(document: Data) -> Iterator[Text]:
    people = people_of(document)
    for card in document["cards"]:
        if card["number"] is None and card["texts"]:
            words = card["texts"][-1]
            name = " · ".join(filter(None, (_("Blank card"), people.get(str(card["proposer"])))))
            body = "\n\n".join(filter(None, (words["title"], words["summary"])))
            yield Text(
                f"card {card['uid']}", name, body, card["proposer"], card["uid"], (card_code(card["uid"]),)
            )


def _reasons(document: Data) -> Iterator[Text]:
    cards, people = _labels(document), people_of(document)
    for each in document["rounds"]:
        for ballot in each["ballots"] or ():
            for mark in ballot["marks"]:
                about = cards.get(mark["card"], "")
                name = " · ".join(filter(None, (about, people.get(str(ballot["seat"])), _("why not placed"))))
                key = f"reason {each['number']} {ballot['seat']} {mark['card']}"
                yield Text(
                    key, name, mark["reason"], ballot["seat"], mark["card"], (card_code(mark["card"]),)
                )


def _answers(document: Data) -> Iterator[Text]:
    people = people_of(document)
    for n, each in enumerate(document["questions"], start=1):
        head, code = _("Question %(n)s") % {"n": n}, (question_code(each["uid"]),)
        for at, answer in enumerate(each["answers"] or (), start=1):
            name = " · ".join(filter(None, (head, people.get(str(answer["seat"])))))
            yield Text(f"answer {each['uid']} {at}", name, answer["body"], answer["seat"], None, code)
            for more, body in enumerate(answer["other_versions"], start=1):
                other = _("%(name)s, other version") % {"name": name}
                yield Text(f"answer {each['uid']} {at} {more}", other, body, answer["seat"], None, code)
        if agreed := each["agreed"]:
            name = f"{head} · {_('the agreed text')}"
            yield Text(f"agreed {each['uid']}", name, agreed["text"], None, None, code)


def _placed(document: Data) -> dict[tuple[str, str], list[str]]:
    """Return by person and card the codes of where they put it, and that they nominated it."""
    placed = defaultdict(list)
    for each in document["rounds"]:
        for ballot in each["ballots"] or ():
            for mark in ballot["marks"]:
                key = (ballot["seat"], mark["card"])
                if each["kind"] == "sort" and mark["zone"]:
                    placed[key].append(zone_code(each["number"], mark["zone"]))
                if each["kind"] == "poll" and mark["nominated"]:
                    placed[key].append(nominated_code(each["number"]))
    return dict(placed)


def _labels(document: Data) -> dict[str, str]:
    return {card["uid"]: card_label(card) for card in document["cards"]}
