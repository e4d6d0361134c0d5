"""Short help for facilitators, from the hour on: what one does on a page, and which chapter has more.

Each line: the names of addresses, the chapter (with an anchor where one fits), the words.
"""

from django.utils.translation import gettext_lazy as _

SINCE = (
    (
        ("desk", "room", "screen", "room-led", "room-mine", "room-gestures", "room-proposal"),
        "the-hour",
        _("The button at the stage goes on, and every page follows. “Back” takes the last move back."),
    ),
    (
        ("round-revelation", "ballot"),
        "poll#after-the-reveal",
        _("A reveal shows the result to everybody at the same moment. It cannot be hidden again."),
    ),
    (
        ("parkings", "parking"),
        "discussion#a-comment-that-belongs-elsewhere",
        _("Show a comment on another card as well. It stays where it was written, and can be brought back."),
    ),
    (
        ("suggestions-waiting", "room-suggestions"),
        "discussion#suggestions-from-the-room",
        _("What people want on the agenda. Accept it and move it to its place, or put it away."),
    ),
    (
        ("chair", "room-chair"),
        "the-chair",
        _(
            "Let somebody lead for this step or for good. They see no pack, file or name that they "
            "did not see."
        ),
    ),
    (
        ("rounds", "round-rule", "round-removal", "sort", "spectrum", "sort-former"),
        "rounds",
        _(
            "Ask everybody the same thing once more: a card sort, a poll, a spectrum. Fix a rule "
            "before the reveal."
        ),
    ),
    (
        ("synthesis", "change-new", "change-undoing", "changes", "proposal-making", "tie-new", "tie-removal"),
        "changes",
        _(
            "Tick cards and choose what to do. Nothing that people wrote is lost, and each change can "
            "be taken back."
        ),
    ),
    (
        (
            "lineage",
            "lineage-moment",
            "reflections",
            "transcripts",
            "reflection-removal",
            "transcript-removal",
        ),
        "changes#why-is-card-8-what-it-is",
        _(
            "Where each card came from, and why. Go through it step by step; your notes stay with "
            "facilitators."
        ),
    ),
    (
        ("results",),
        "results",
        _(
            "What was revealed, as a sentence, a picture and a table. Your page shows more than that "
            "of the group."
        ),
    ),
    (
        ("export", "picture", "picture-preview"),
        "files",
        _("Look at what stands in people’s words before you take the file. Who takes what is noted."),
    ),
    (
        ("comparison", "repetition"),
        "again",
        _(
            "The same cards once more, later or elsewhere, and what shifted in between. Consent is "
            "asked afresh."
        ),
    ),
    (
        ("quotes", "quote-words", "quote-new", "quote", "own-quotes"),
        "quotes",
        _("Choose words, say how they are attributed, and have them checked by who wrote them."),
    ),
    (
        ("who-agreed",),
        "after#who-agreed-to-what",
        _("Look here before you record a voice or quote somebody."),
    ),
    (
        ("audit",),
        "files#who-took-what",
        _(
            "Who saw addresses and packs, made links, took files or changed what was promised. It "
            "cannot be edited."
        ),
    ),
    (
        ("my-data", "withdrawal", "person-withdrawal", "own-words"),
        "after#withdrawal",
        _("What is held about somebody, and how it is taken back. It is for good, and asked twice."),
    ),
    (
        ("retention",),
        "after#how-long-it-is-kept",
        _("Choose the day on which everything is erased. You are reminded before, and can choose another."),
    ),
    (
        ("removal",),
        "after#delete-it-now",
        _("Deleting is for good. Take what you need along first, and tell your host about backups."),
    ),
)
