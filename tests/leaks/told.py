"""Who may ever read what, and from which moment: the promise as a table that needs no programmer.

The moments of a workshop, in order: packs (people prepare on their own), begun (the welcome), voted (the
poll is open), polled (it is revealed, a card is discussed, Cem takes the chair), asked (a question waits for
answers, a change is before the group), shown (both are settled), resorted (a last sort is open), sorted (it
is revealed), closed.

Each row is a thing that Ben wrote, unless it says otherwise. Each column is a reader: fay and gus facilitate,
Ben is the author, Ada and Cem take part, Cem has the chair from `polled` on, the observer watches, the wall
is the screen in the room, the file is what facilitators take away. A cell is the moment from which it may be
read, `-` for never, `a!` for then alone, since it
is taken back next. Nobody else reads anything: not strangers, not the facilitators of another workshop, not
somebody whose seat was removed; no log has any of it. A letter has its own words, whom it is for, and who
sent it; nothing else of anybody.
"""

MOMENTS = ("packs", "begun", "voted", "polled", "asked", "shown", "resorted", "sorted", "closed")
COLUMNS = ("fay", "gus", "ben", "ada", "chair", "observer", "wall", "file")

WORDS = """
venue               packs packs packs packs packs packs - packs
comment             packs packs packs begun begun begun - packs
other-tab           -     -     packs -     -     -     - packs
for-facilitators    packs packs packs -     -     -     - packs
account             packs packs packs begun begun begun - packs
account-private     packs packs packs -     -     -     - packs
sort-reason         -     -     packs -     -     -     - -
blank               packs packs packs begun begun begun - packs
blank-summary       packs packs packs begun begun begun - packs
rephrasing          packs packs packs begun begun begun - packs
rephrasing-summary  packs packs packs begun begun begun - packs
own-note-title      packs -     -     -     -     -     - -
own-note            packs -     -     -     -     -     - -
need                packs packs packs -     -     -     - -
need-aloud          packs packs -     packs -     -     - -
letter-subject      packs packs -     -     -     -     - -
letter-words        packs packs -     -     -     -     - -
reminder-subject    packs packs -     -     -     -     - -
reminder-words      packs? packs? -   -     -     -     - -
thanks-subject      packs? packs? -   -     -     -     - -
thanks-words        packs packs -     -     -     -     - -
shared-note         packs packs -     -     -     -     - packs
rule                begun begun? begun begun begun begun begun begun
rule-taken-back     -     -     begun -     -     -     - -
suggestion          begun begun begun -     polled -    - begun
suggestion-why      begun begun begun? -    polled -    - begun
remark              polled polled polled polled polled polled - polled
reply               polled polled polled polled polled polled - polled
remark-taken-back   polled! polled!? polled!? polled! polled! polled!? - polled!
step-note           polled polled -   -     -     -     - polled
reflection          polled -    -     -     -     -     - -
question            asked asked asked asked asked asked asked asked
answer              shown shown asked shown shown shown - shown
answer-other-tab    -     -     asked -     -     -     - shown
proposal-reason     asked asked asked asked asked asked - asked
stance-why          asked asked asked shown asked shown - asked
text                shown shown shown shown shown shown shown shown
text-beside         shown shown shown shown shown shown - shown
assent-why          shown shown shown shown shown shown - shown
tie-reason          shown shown shown shown shown shown - shown
second-reason       -     -     resorted -  -     -     - -
attribution         resorted resorted resorted - - -    - -
speech              resorted resorted -  -  -     -     - -
recording           resorted resorted -  -  -     -     - resorted
"""

# Where names are open, facilitators may quote a reason once its round is revealed, and it leaves in a file;
# where they are hidden, never. No name leaves in a file without the right to full data.
NAMED_WORDS = """
sort-reason         sorted closed packs -   -     -     - sorted
second-reason       sorted closed resorted - -    -     - sorted
"""

NAMED = """
fay-name            packs packs packs packs packs packs - -
gus-name            packs packs packs packs packs packs - -
ben-name            packs packs packs packs packs packs - -
ada-name            packs packs packs packs packs packs - -
chair-name          packs packs packs packs packs packs - -
observer-name       packs packs packs? packs packs packs - -
gone-name           packs packs -     -     -     -     - -
"""

# Facilitators are known to the group by name; people who take part are known to nobody but facilitators.
HIDDEN = """
fay-name            packs packs packs packs packs packs - -
gus-name            packs packs packs? packs? packs packs? - -
ben-name            packs packs packs -     -     -     - -
ada-name            packs packs -     packs -     -     - -
chair-name          packs packs -     -     packs -     - -
observer-name       packs packs -     -     -     packs - -
gone-name           packs packs -     -     -     -     - -
"""

# Addresses reach facilitators alone, pseudonyms the file alone; the number of a seat is in forms about it.
KEPT = """
fay-address         packs packs -     -     -     -     - -
gus-address         packs packs -     -     -     -     - -
ben-address         packs packs -     -     -     -     - -
ada-address         packs? packs? -   -     -     -     - -
chair-address       packs? packs? -   -     -     -     - -
fay-pseudonym       -     -     -     -     -     -     - packs
gus-pseudonym       -     -     -     -     -     -     - packs
ben-pseudonym       -     -     -     -     -     -     - packs
ada-pseudonym       -     -     -     -     -     -     - packs
chair-pseudonym     -     -     -     -     -     -     - packs
observer-pseudonym  -     -     -     -     -     -     - packs
gone-pseudonym      -     -     -     -     -     -     - packs
fay-seat            packs packs -     -     polled -    - -
gus-seat            packs packs -     -     polled -    - -
ben-seat            packs packs packs -     -     -     - -
ada-seat            packs packs -     packs -     -     - -
chair-seat          packs packs -     -     packs -     - -
observer-seat       packs packs -     -     -     packs - -
gone-seat           packs packs -     -     -     -     - -
wall-secret         -     -     -     -     -     -     packs -
"""

# Where names are open, the chair chooses the next one from a list of those who are in.
NAMED_KEPT = """
ben-seat            packs packs packs -     polled -    - -
ada-seat            packs packs -     packs polled -    - -
observer-seat       packs packs -     -     polled packs - -
"""

# After the close of an unlinked workshop the audit knows people by their pseudonyms alone, and nobody finds
# an answer of their own again.
UNLINKED = """
attribution         resorted resorted? resorted? - - - - -
second-reason       -     -     resorted? - -     -     - -
ben-pseudonym       closed? closed? -  -    -     -     - packs
ada-pseudonym       closed? closed? -  -    -     -     - packs
chair-pseudonym     closed? closed? -  -    -     -     - packs
observer-pseudonym  closed? closed? -  -    -     -     - packs
gone-pseudonym      closed? closed? -  -    -     -     - packs
"""

# What comes by e-mail: whose letter box, and what is in it beside the name and the address of its owner.
FROM_FAY = {"fay-name", "fay-address"}
LETTERS = {
    "letter-ben": {"letter-subject", "letter-words", "reminder-subject", "reminder-words", *FROM_FAY},
    "letter-ada": {"letter-subject", "letter-words", *FROM_FAY},
    "letter-chair": {"letter-subject", "letter-words", *FROM_FAY},
    "letter-gone": {"letter-subject", "letter-words", *FROM_FAY},
}

# The number of a seat stands in the addresses of pages about it, and so in the log of what was asked for.
LOG = {"ben-seat"}

TABLES = {
    "named": (WORDS, NAMED_WORDS, NAMED, KEPT, NAMED_KEPT),
    "hidden": (WORDS, HIDDEN, KEPT),
    "unlinked": (WORDS, HIDDEN, KEPT, UNLINKED),
}


def table(promise: str) -> dict[str, dict[str, str]]:
    """Return the rows of a promise by what was written, each a cell for each column; a later row holds."""
    rows: dict[str, dict[str, str]] = {}
    for line in "\n".join(TABLES[promise]).strip().splitlines():
        if line.strip():
            label, *cells = line.split()
            rows[label] = dict(zip(COLUMNS, cells, strict=True))
    return rows


def window(cell: str) -> tuple[str, ...]:
    """Return the moments in which a cell lets its reader read."""
    if cell == "-":
        return ()
    first = MOMENTS.index(cell.rstrip("?!"))
    return MOMENTS[first : first + 1 if "!" in cell else None]


def is_due(cell: str) -> bool:
    """Whether the recorder must find it: where it may be read and does not, the recorder is deaf.

    A question mark lets it be missing: it is not on every page, or that reader is not recorded then.
    """
    return cell != "-" and not cell.endswith("?")
