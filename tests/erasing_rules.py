"""What becomes of each field that holds words or knows a seat when a person withdraws: a line each.

``erased``: gone with the row, or emptied. ``group``: the group's or the facilitators', and it stays.
``plain``: no words of a person can be in it. ``unlinked``: the row may stay, and knows no seat any more.
``entered``: names the facilitator who entered something. ``shell``: names what is left of the seat.
``nobody``: came in a file that does not say whose it is; quotes go with anybody's withdrawal.
"""

RULES: dict[str, str] = {}


def _say(rule: str, fields: str) -> None:
    RULES.update(dict.fromkeys(fields.split(), rule))


_say(
    "erased",
    """
    Person.name Person.email Remark.body Version.body Mark.reason Assent.why Stance.why
    Proposal.reason Change.reason Tie.reason GroundRule.text Suggestion.question Suggestion.why Note.title
    Note.body CardText.title CardText.short_title CardText.summary CardText.pole_a CardText.pole_b
    CardText.notes ProposalText.title ProposalText.short_title ProposalText.summary ProposalText.pole_a
    ProposalText.pole_b Consent.seat Gesture.seat GroundRule.seat Link.seat Link.digest Note.seat
    Suggestion.seat Credit.seat Credit.name Credit.role Need.seat Need.more
    Quote.text Quote.amended Quote.attribution Post.seat Post.said
    Post.subject Post.body
    """,
)
_say(
    "group",
    """
    Workshop.title Workshop.question Workshop.instructions Workshop.reading_title Workshop.reading
    Workshop.information Workshop.citation Workshop.chair Workshop.chair_lender Step.chair Prompt.text
    Prompt.heading Prompt.hints Workshop.account_title Template.name Template.document Upload.facts
    Prompt.citation ConsentItem.text Sheet.text Sheet.seat Letter.subject Letter.body Letter.seat
    Workshop.venue Transcript.name Transcript.body Transcript.seat User.name User.email
    """,
)
_say(
    "unlinked",
    """
    Ballot.seat Card.proposer CardText.seat Change.seat History.seat Parking.seat Proposal.seat Remark.seat
    Rule.seat Tie.seat Version.seat Assent.seat Stance.seat Start.seat
    """,
)
_say(
    "entered",
    """
    Seat.ground_rules_proxy Assent.proxy Ballot.proxy CardText.proxy Consent.proxy GroundRule.proxy Mark.proxy
    Remark.proxy Stance.proxy Credit.proxy Need.proxy Quote.marked_by Post.by
    """,
)
_say("nobody", "BroughtCredit.name BroughtCredit.role BroughtQuote.text BroughtQuote.attribution")
_say("shell", "Audit.seat Audit.who Seat.pseudonym")
_say(
    "plain",
    """
    Workshop.slug Workshop.join_code Workshop.zone Seat.language Stream.audience User.password History.verb
    History.ids Audit.slug Audit.verb Audit.ids Audit.prev_hash Audit.hash Job.kind Job.key Rule.hash
    Rule.zone ConsentItem.key Proposal.verb ChangeCard.before_status BroughtTotal.now BroughtTotal.want
    Upload.sha256 BroughtCredit.roles BroughtQuote.state BroughtQuote.said_in BroughtMark.kind
    """,
)
