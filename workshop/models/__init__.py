"""The data, the rules and the verbs: what a workshop is, and what it refuses."""

from .assents import Assent
from .ballots import Ballot, Mark
from .brought import BroughtCredit, BroughtMark, BroughtQuote, BroughtRound, BroughtTotal
from .cards import Card, CardText
from .comments import Prompt, Remark, Version
from .consents import Consent, ConsentItem
from .credits import Contribution, Credit
from .gestures import Gesture
from .ground_rules import GroundRule
from .history import Audit, History, Job
from .kept import Kept, KeptShift
from .letters import Letter, Post
from .lineage import Change, ChangeCard
from .links import Link
from .needs import Need
from .notes import Note, NoteCard, Transcript
from .parking import Parking
from .people import Person, Seat, User
from .proposals import Proposal, ProposalCard, ProposalText, Stance
from .quotes import Quote
from .refusals import Closed, Forbidden, Invalid, Refusal, Stale
from .rounds import Round, RoundCard
from .rules import Rule
from .sheets import Sheet
from .stage import Step
from .suggestions import Suggestion
from .templates import Template
from .text import LIMITS, checked_text, clean_line, clean_text
from .ties import Start, Tie
from .timing import Timer
from .uploads import Upload
from .workshops import Stream, Workshop

__all__ = [
    "LIMITS",
    "Assent",
    "Audit",
    "Ballot",
    "BroughtCredit",
    "BroughtMark",
    "BroughtQuote",
    "BroughtRound",
    "BroughtTotal",
    "Card",
    "CardText",
    "Change",
    "ChangeCard",
    "Closed",
    "Consent",
    "ConsentItem",
    "Contribution",
    "Credit",
    "Forbidden",
    "Gesture",
    "GroundRule",
    "History",
    "Invalid",
    "Job",
    "Kept",
    "KeptShift",
    "Letter",
    "Link",
    "Mark",
    "Need",
    "Note",
    "NoteCard",
    "Parking",
    "Person",
    "Post",
    "Prompt",
    "Proposal",
    "ProposalCard",
    "ProposalText",
    "Quote",
    "Refusal",
    "Remark",
    "Round",
    "RoundCard",
    "Rule",
    "Seat",
    "Sheet",
    "Stale",
    "Stance",
    "Start",
    "Step",
    "Stream",
    "Suggestion",
    "Template",
    "Tie",
    "Timer",
    "Transcript",
    "Upload",
    "User",
    "Version",
    "Workshop",
    "checked_text",
    "clean_line",
    "clean_text",
]
