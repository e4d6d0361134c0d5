"""The people of a workshop that is brought back, and what they agreed to."""

from datetime import datetime

from django.utils import timezone

from workshop.models import BroughtCredit, Consent, ConsentItem, Contribution, Credit, Person, Seat, Sheet
from workshop.models.brought import BroughtQuote

from .scene import MANY, Data, Scene, told


def bring_seats(scene: Scene) -> None:
    """Bring back the seats: with names where the file has them, else people are their pseudonyms."""
    rows = scene.document["seats"]
    here = [row for row in rows if not row["withdrawn"]]
    people = [Person(workshop=scene.workshop, name=row.get("name") or row["pseudonym"]) for row in here]
    Person.objects.bulk_create(people, batch_size=MANY)
    known = {row["pseudonym"]: person for row, person in zip(here, people, strict=True)}
    gone = scene.workshop.closed_at or timezone.now()
    seats = [_seat(scene, row, known.get(row["pseudonym"]), gone) for row in rows]
    scene.seats = {
        seat.pseudonym: seat for seat in Seat.objects.bulk_create(_first_led(seats), batch_size=MANY)
    }


def _seat(scene: Scene, row: Data, person: Person | None, gone: datetime) -> Seat:
    sheets = [each["sheet"] for each in row.get("consents_given", ())]
    return Seat(
        workshop=scene.workshop,
        person=person,
        pseudonym=row["pseudonym"],
        role=row["role"],
        removed_at=gone if row["removed"] else None,
        withdrawn_at=gone if row["withdrawn"] else None,
        sheet=max(sheets, default=0),
        created_at=told(row.get("joined_at"), scene.began),
    )


def _first_led(seats: list[Seat]) -> list[Seat]:
    """Return the seats with the facilitators first: the earliest of them has the rights that come with it."""
    return sorted(seats, key=lambda seat: not seat.is_facilitator)


def bring_asked(scene: Scene) -> None:
    """Bring back the information and what people were asked to agree to, in every version, with answers."""
    sheets = scene.document["information_sheets"]
    if len(sheets) > 1:
        Sheet.objects.bulk_create(_sheet(scene, row) for row in sheets)
    items = ConsentItem.objects.bulk_create(
        _item(scene, n, row) for n, row in enumerate(scene.document["consent_items"])
    )
    known = {(item.key, item.version): item for item in items}
    given = [consent for row in scene.document["seats"] for consent in _consents(scene, row, known)]
    Consent.objects.bulk_create(given, batch_size=MANY)


def _sheet(scene: Scene, row: Data) -> Sheet:
    at = told(row["at"], scene.began)
    known = {"version": row["version"], "text": row["text"], "matters": row["matters"], "at": at}
    return Sheet(workshop=scene.workshop, **known)


def _item(scene: Scene, n: int, row: Data) -> ConsentItem:
    """Return an item; how many said yes and no is kept where it is not known who did."""
    retired = told(None, scene.began) if row.get("retired") else None
    kept = {} if scene.names else {"brought_yes": row["yes"], "brought_no": row["no"]}
    return ConsentItem(
        workshop=scene.workshop,
        key=row["key"],
        version=row["version"],
        position=row.get("position", n),
        text=row["text"],
        required=row["required"],
        retired_at=retired,
        **kept,
    )


def _consents(scene: Scene, row: Data, items: dict[tuple[str, int], ConsentItem]) -> list[Consent]:
    """Return the answers of a seat; the file says who recorded the newest to each item, and no other."""
    seat, given = scene.seats[row["pseudonym"]], row.get("consents_given", ())
    newest = {each["key"]: n for n, each in enumerate(given)}
    recorded = row.get("consents_recorded_by", {})
    return [
        Consent(
            seat=seat,
            item=items[each["key"], each["version"]],
            answer=each["answer"],
            sheet=each["sheet"],
            at=told(each["at"], scene.began),
            proxy=scene.seat(recorded.get(each["key"])) if newest[each["key"]] == n else None,
        )
        for n, each in enumerate(given)
    ]


def bring_credits(scene: Scene) -> None:
    """Bring back who is credited: as somebody's own where one person alone has that name, else nobody's."""
    names = [seat.name for seat in scene.seats.values() if seat.removed_at is None]
    own = {seat.name: seat for seat in scene.seats.values() if names.count(seat.name) == 1 and scene.names}
    for row in scene.document["credits"]:
        seat = own.pop(row["name"], None) if row["name"] else None
        if seat is None:
            BroughtCredit.objects.create(workshop=scene.workshop, **{**row, "roles": " ".join(row["roles"])})
            continue
        proxy = next((each for each in scene.seats.values() if each.is_facilitator), None)
        known = {"kind": row["kind"], "name": row["name"], "role": row["role"], "rev": 1}
        credit = Credit.objects.create(seat=seat, proxy=proxy if row["entered"] else None, **known)
        Contribution.objects.bulk_create(Contribution(credit=credit, role=each) for each in row["roles"])


def bring_quotes(scene: Scene) -> None:
    """Bring back the quotes that may be printed; the file does not say from which words they were taken."""
    BroughtQuote.objects.bulk_create(
        BroughtQuote(
            workshop=scene.workshop,
            uid=row["uid"],
            text=row["text"],
            attribution=row["attribution"],
            is_named=row["named"],
            state=row["state"],
            is_checked=row["checked"],
            is_signed_otherwise=row["attribution_changed"],
            card=scene.card(row["card"]),
            said_in=row["said_in"],
        )
        for row in scene.document["quotes"]
    )


def facilitator_of(scene: Scene) -> Seat:
    """Return the first facilitator who sits there, a new one if the file has none.

    The seat is that of whoever brings the workshop back.
    """
    found = [seat for seat in scene.seats.values() if seat.is_facilitator and seat.removed_at is None]
    if found:
        return found[0]
    person = Person.objects.create(workshop=scene.workshop, name=scene.workshop.title[:20])
    n = next(n for n in range(1, len(scene.seats) + 2) if f"F{n}" not in scene.seats)
    seat = Seat.objects.create(
        workshop=scene.workshop, person=person, pseudonym=f"F{n}", role=Seat.Role.FACILITATOR
    )
    scene.seats[seat.pseudonym] = seat
    return seat
