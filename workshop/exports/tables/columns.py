"""The columns that several tables have."""

from django.utils.translation import gettext_lazy as _

from .kit import Column, Kind

OF_CARD = Column("card", _("Card"), Kind.CARD_NUMBER), Column("card", _("Title of the card"), Kind.CARD_TITLE)
PERSON, ENTERED = Column("seat", _("Person")), Column("entered_by", _("Entered by"))
STATE, QUOTE = Column("state", _("State")), Column("quote", _("May be quoted"))
TEXT, BODY = Column("text", _("Words"), Kind.WORDS), Column("body", _("Words"), Kind.WORDS)
REASON, WHY = Column("reason", _("Reason"), Kind.WORDS), Column("why", _("Why"), Kind.WORDS)
WHEN = Column("at", _("When (UTC)"), Kind.MOMENT)
REFERENCE = Column("uid", _("Reference"), Kind.REFERENCE)
