"""The data, the rules and the verbs: what a workshop is, and what it refuses."""

from .ballots import Ballot, Mark
from .cards import Card, CardText
from .comments import Prompt, Remark, Version
from .consents import Consent, ConsentItem
from .history import Audit, History, Job
from .lineage import Change, ChangeCard, Proposal, Stance
from .links import Link
from .people import Person, Seat, User
from .refusals import Closed, Forbidden, Invalid, Refusal, Stale
from .rounds import Round, RoundCard
from .stage import Step
from .text import LIMITS, checked_text, clean_line, clean_text
from .workshops import Stream, Workshop

__all__ = [
    "LIMITS",
    "Audit",
    "Ballot",
    "Card",
    "CardText",
    "Change",
    "ChangeCard",
    "Closed",
    "Consent",
    "ConsentItem",
    "Forbidden",
    "History",
    "Invalid",
    "Job",
    "Link",
    "Mark",
    "Person",
    "Prompt",
    "Proposal",
    "Refusal",
    "Remark",
    "Round",
    "RoundCard",
    "Seat",
    "Stale",
    "Stance",
    "Step",
    "Stream",
    "User",
    "Version",
    "Workshop",
    "checked_text",
    "clean_line",
    "clean_text",
]
