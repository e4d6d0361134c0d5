"""Short help for facilitators before the hour: what one does on a page, and which chapter has more.

Each line: the names of addresses, the chapter (with an anchor where one fits), the words.
"""

from django.utils.translation import gettext_lazy as _

BEFORE = (
    (
        ("person-extra-time",),
        "access-needs#extra-time",
        _("Choose until when this person may fill in their pack, whenever it closes to the others."),
    ),
    (
        ("person-needs",),
        "access-needs#what-you-do",
        _("Tick what this person tells you aloud. They see that you did, and can change it."),
    ),
    (
        ("home",),
        "first-workshop",
        _(
            "Your workshops. Open one, make a new one, or practise the hour alone with invented "
            "leaders first."
        ),
    ),
    (
        ("workshop-new", "templates", "template", "template-new"),
        "making",
        _("Look at a pack as leaders would see it, then make a workshop of it. Nobody is told of it."),
    ),
    (
        ("template-kept", "template-removal"),
        "making#keep-a-template-and-share-it",
        _("Keep the words of this workshop, to start others from. No people, answers or dates go along."),
    ),
    (
        ("workshop-file-new", "workshop-file", "workshop-file-removal"),
        "again#bring-a-workshop-back",
        _("Choose a file. You see what is in it before anything of it is brought in."),
    ),
    (
        ("overview", "overview-comments", "pack", "round-opening", "round-closing", "round-draft"),
        "pack",
        _(
            "Open the pack, see who has begun, read what people write. Where they put cards shows at "
            "the reveal."
        ),
    ),
    (
        ("setup",),
        "set-up",
        _(
            "Go down the list “Before you invite people”. The promise about names is fixed at the "
            "first answer."
        ),
    ),
    (
        ("consent-item-new", "consent-item", "consent"),
        "set-up#information-and-consent",
        _(
            "One thing that people agree to, or do not. If you change one that was answered, all are "
            "asked again."
        ),
    ),
    (
        ("cards", "card-new", "card", "card-removal"),
        "cards",
        _("Write the cards and put them in order. Once the pack is open their words stay as they are."),
    ),
    (
        ("card-table", "card-table-file"),
        "cards#from-a-spreadsheet",
        _("Paste rows or choose a file. You see the cards first; all of them come in, or none."),
    ),
    (
        ("prompts", "prompt-new", "prompt", "prompt-removal"),
        "open-prompts",
        _("Questions that people answer at length in their pack. Nobody has to answer any."),
    ),
    (
        ("preparation", "preparation-card", "preparation-note"),
        "making#before-the-first-cards-prepare-together",
        _(
            "Each facilitator writes notes alone. Then lay them side by side and make the first cards "
            "of them."
        ),
    ),
    (
        ("people", "invitations", "screen-invitation", "welcome"),
        "inviting",
        _("Paste names, then copy the links that you are shown: they are shown once. A link is a key."),
    ),
    (
        ("person",),
        "inviting#a-new-link",
        _("All about one person: their name, their links, what they need, and what you enter for them."),
    ),
    (
        ("several-links", "earlier-links", "person-link", "person-renewal", "person-revocation"),
        "inviting#a-new-link",
        _("Make links for those who lost theirs. Earlier links go on working until you end them."),
    ),
    (
        ("facilitators", "person-full-data"),
        "inviting#other-facilitators",
        _("Somebody who facilitates with you signs in with a password and sees the same pages as you."),
    ),
    (
        ("credits", "person-credit", "credit"),
        "inviting#how-people-are-credited",
        _("How people want to be named in what you write up. Nobody is named until they say so."),
    ),
    (
        ("letters", "letter-new", "letter", "letter-removal", "letter-trial"),
        "letters",
        _("Write a letter, see how it arrives, and send yourself a copy. Nothing goes out by itself."),
    ),
    (
        ("letter-choice", "letter-sending", "letter-log"),
        "letters#send-it",
        _("See who gets the letter before it is sent. Nobody gets the same letter twice."),
    ),
    (
        ("pack-files", "own-pack-file"),
        "paper-and-word",
        _(
            "Choose for whom, how large, and which sheets. A pack with a name opens that person’s "
            "pack: it is a key."
        ),
    ),
    (
        ("proxies", "proxy", "proxy-filled", "pack-finish"),
        "for-somebody",
        _("Begin with what they agree to, then enter what they say. You know what you enter: tell them so."),
    ),
    (
        ("rehearsal", "rehearsal-removal", "rehearsals", "rehearsal-strip"),
        "rehearse",
        _("Lead the hour with invented leaders. Nobody real is told, and one press ends it."),
    ),
)
