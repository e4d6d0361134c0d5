"""What people agreed to, in the terms that they were asked in; where names are hidden, counted."""

from collections.abc import Iterator

from workshop.exports.cells import csv_of, yes_or_no
from workshop.exports.consenting import or_untold
from workshop.exports.document import Data

ASKED = "question version text required yes no".split()
GIVEN = "seat question version text agrees given_at recorded_by".split()


def asked_csv(document: Data) -> bytes:
    """Return what was asked, each version, and how many say yes and no to it, if that is told."""
    rows = (
        {
            **{key: item[key] for key in ("version", "text")},
            **{key: or_untold(item[key]) for key in ("yes", "no")},
            "question": item["key"],
            "required": yes_or_no(item["required"]),
        }
        for item in document["consent_items"]
    )
    return csv_of(ASKED, rows)


def consents_csv(document: Data) -> bytes:
    """Return each person's newest answer to each question; the heads alone where names are hidden."""
    return csv_of(GIVEN, _given(document))


def _given(document: Data) -> Iterator[Data]:
    words = {(item["key"], item["version"]): item["text"] for item in document["consent_items"]}
    for seat in document["seats"]:
        newest = {each["key"]: each for each in seat.get("consents_given", ())}
        for key, each in newest.items():
            yield {
                "seat": seat["pseudonym"],
                "question": key,
                "version": each["version"],
                "text": words.get((key, each["version"])),
                "agrees": yes_or_no(each["answer"]),
                "given_at": each["at"],
                "recorded_by": seat["consents_recorded_by"].get(key),
            }
