"""Short help for those who take part, who watch, or who have no seat: what one does on a page.

Each line: the names of addresses, the part of Help that has more (nothing for all of it), the words.
"""

from django.utils.translation import gettext_lazy as _

PARTICIPANTS = (
    (
        ("pack", "pack-finish", "welcome"),
        "saving",
        _(
            "Read each card, write what you think, and place the cards. All is saved as you go, on "
            "any device."
        ),
    ),
    (
        ("sort", "sort-former"),
        "circles",
        _(
            "Give each card one of three places: tap one, or use the arrow keys. You can change it "
            "until it closes."
        ),
    ),
    (
        ("pack-blank-removal", "pack-version"),
        "saving",
        _("Nothing that you wrote is lost by what you press here, unless the page says so."),
    ),
    (
        ("spectrum",),
        "keyboard",
        _("On each line mark where we are, and where you want to be. You can change it until it closes."),
    ),
    (
        ("filled",),
        "saving",
        _(
            "Choose the Word file that you filled in. You see what was understood before anything of "
            "it counts."
        ),
    ),
    (
        ("own-pack-file",),
        "saving",
        _("Take your pack as a file, to print or to fill in with Word. What you wrote so far is in it."),
    ),
    (
        ("consent",),
        "data",
        _("What you agree to, one by one. You can change each answer at any time."),
    ),
    (
        ("needs",),
        "accessibility",
        _("Tick what would make taking part easier, then save. Your pages follow at once."),
    ),
    (
        ("credit",),
        "data",
        _("Say whether and how you are named in what is written up. Until you do, you are not named."),
    ),
    (
        ("own-quotes",),
        "data",
        _("Words of yours that somebody wants to quote. Accept them, change them, or refuse."),
    ),
    (
        ("my-data", "own-words", "withdrawal", "withdrawn"),
        "data",
        _("What the workshop holds about you. Take it along in a file, take one thing back, or withdraw."),
    ),
    (
        ("room", "room-mine", "room-proposal", "room-suggestions", "room-gestures", "ballot"),
        "live",
        _(
            "This page follows the group by itself. Answer what is asked, comment, or raise your hand "
            "at the foot."
        ),
    ),
    (
        ("room-chair", "room-led", "chair"),
        "live",
        _(
            "While you are in the chair you lead: the button goes on, and every page follows. You can "
            "give it back."
        ),
    ),
    (
        ("synthesis", "change-new", "stance", "tie-new"),
        "live",
        _(
            "How the cards change. You can propose a change and say what you think of one; nothing is "
            "lost by it."
        ),
    ),
    (
        ("lineage", "lineage-moment"),
        "live",
        _("Where each card came from, step by step, and why."),
    ),
    (
        ("results",),
        "privacy",
        _("What was revealed: each picture has a sentence and a table that say the same."),
    ),
)
OBSERVER = _("You watch: you see what the group sees, and nothing is asked of you.")
ANYBODY = (
    (
        ("home",),
        "joining",
        _("Take part with your personal link or with the code on the screen. Facilitators sign in."),
    ),
    (
        ("join",),
        "joining",
        _("Type the code that the screen shows, and your name. You then get a link of your own: copy it."),
    ),
    (
        ("link", "staff"),
        "joining",
        _("Your link knows who you are. Press the button to come in; do not pass the link on."),
    ),
    (
        ("sign-in", "signed-out"),
        "joining",
        _("Only facilitators sign in. Who takes part opens their personal link instead."),
    ),
    (
        ("password_reset", "password_reset_done", "password_reset_confirm"),
        "facilitators",
        _(
            "For facilitators. If no letter comes, whoever runs this server can make you a link for a "
            "password."
        ),
    ),
    (
        ("privacy", "promises", "withdrawn"),
        "privacy",
        _("What is kept about people here, who sees it, and what you can do about it."),
    ),
    (
        ("no-letters",),
        "joining",
        _("Say here whether letters of this workshop may come to you."),
    ),
    (
        ("accessibility",),
        "accessibility",
        _("How far everybody can take part, and whom to tell if something stands in your way."),
    ),
    (
        ("guides", "guide", "chapter"),
        "",
        _(
            "The guides are for those who facilitate and those who run the server. Who takes part "
            "needs neither."
        ),
    ),
    (
        ("help",),
        "",
        _("Short answers. “On this page” leads to each of them."),
    ),
)
