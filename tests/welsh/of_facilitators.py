"""Texts of pages that others share with facilitators, which facilitators alone get to see, in English.

A template or a file of ours, and those of its texts that nobody else is shown; all where none is named.
"""

ALONE: dict[str, tuple[str, ...]] = {
    "workshop/parts/_facilitator_nav.html": (),
    "workshop/retention/_soon.html": (),
    "workshop/results/_take.html": (),
    "workshop/chair/_chaired.html": (),
    "workshop/lineage/_reflection.html": (),
    "workshop/lineage/_reflections.html": (),
    "workshop/lineage/_spoken.html": (),
    "workshop/quotes/_allowance.html": (),
    "workshop/rehearsals/_strip.html": (),
    "workshop/results/_again.html": (),
    "workshop/results/_exports.html": (),
    "workshop/results/_figures_all.html": (),
    "workshop/results/_figures_order.html": (),
    "workshop/results/_matrix.html": (),
    "workshop/results/_other.html": (),
    "workshop/results/_pairs.html": (),
    "workshop/forms/credits.py": (
        "In what is written up, credit them",
        "Their name, as it should be printed",
        "Their description",
        "What they contributed",
    ),
    "workshop/live/chair.py": ("Back to %(owner)s now", "Take the chair back"),
    "workshop/models/credits.py": (
        "They said this themselves, so only they can change it. Nothing was changed.",
    ),
    "workshop/views/filled_page.py": ("What was in the file of %(name)s is saved.",),
    "workshop/chair/page.html": ("Back to the desk",),
    "workshop/credits/page.html": (
        "How %(name)s is credited",
        "They said this themselves, so only they can change it.",
        "Enter it as they told you. It is marked as entered by you, and they can change it on their own "
        "page.",
    ),
    "workshop/desk/_keys.html": ("End: close the workshop, at the last step",),
    "workshop/filled/page.html": (
        "Send in the Word file of %(name)s",
        "For somebody who filled in their pack as a Word file. You see what was understood, and put it right "
        "with them, before anything of it counts.",
        "So nothing from a file can be entered now. What they wrote can still be said in the discussion.",
    ),
    "workshop/help/_here.html": ("In the guide:",),
    "workshop/lineage/page.html": ("Notes on moments", "Transcripts"),
    "workshop/pack/_state.html": (
        "They can write in the boxes while the pack is open. Nothing can be written here, because your seat "
        "prepares the workshop.",
    ),
    "workshop/results/_accounts.html": ("Only facilitators see these.",),
    "workshop/results/_moved.html": (
        "Who moved how many cards",
        "Facilitators alone see this: it follows each person from one round to the other. If you open it "
        "while this page is on a screen, you show it to all. It is printed only while it is open.",
        "Cards that each person moved between rounds %(before)s and %(after)s",
        "Only people who answered both, and cards that they answered for both times. A card that came out of "
        "others counts for whoever had put all that it came from in one place.",
    ),
    "workshop/results/_nothing.html": (
        "What people chose appears here when a round is revealed: to you and to everybody else at the same "
        "moment. Comments are below as soon as somebody writes one.",
        "Go to the desk",
    ),
    "workshop/results/_opening.html": (
        "Facilitators alone see who wrote each comment on this page. If you show it on a screen, or print "
        "it, you show the names too.",
        "Take the results away",
    ),
    "workshop/rehearsals/_banner.html": ("More", "about this rehearsal"),
    "workshop/results/_figures.html": (
        "Facilitators alone see what rests on people’s whole sorts: the order by ranks and one against one, "
        "how far people share it, what one missing voice would change, and the intervals. All others see "
        "what the totals say. If you show this page on a screen, you show them these too.",
    ),
    "workshop/results/_search.html": ("Quoted",),
    "workshop/rounds/_rule.html": ("Its stamp begins with %(print)s; the whole of it is in the files.",),
}


def are_theirs(where: str) -> bool:
    """Say whether all texts of a template or a file are for facilitators alone."""
    return ALONE.get(where) == ()


def is_theirs(where: str, text: str) -> bool:
    """Say whether a text of a template or a file is for facilitators alone."""
    return are_theirs(where) or text in ALONE.get(where, ())
