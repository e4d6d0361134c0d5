"""What the privacy notice and the accessibility statement say of this server, as its host filled it in."""

from dataclasses import dataclass, fields, replace

from django.utils.translation import gettext
from environs import Env

from config.mail import sends_mail


def gettext_noop(words: str) -> str:
    """Mark words as some that are translated later: Django's own asks the settings, which read this file."""
    return words


ALONE = gettext_noop(
    "Nobody. Roundel runs on this server alone, and its pages ask no other server for anything."
)
WITH_MAIL = gettext_noop(
    "Whoever carries the letters that are sent from here: they handle your name, your e-mail address and "
    "your personal link. Else nobody: the pages ask no other server for anything."
)


@dataclass(frozen=True)
class Notices:
    """Each is the text of a setting, ``NOTICE_`` and its name; empty until the host has said it.

    Attributes:
        controller: who is responsible: an organisation's name and address.
        contact: an e-mail address or telephone number for questions.
        dpo: how to reach the data protection officer.
        basis: the lawful basis, in a sentence.
        place: where the data are kept: organisation and country.
        prepared: the day on which the statements were last looked over, in words.
        processors: who else handles the data for the controller.
        complaints: the body that complaints about data go to.
        enforcement: the body that complaints about accessibility go to.
    """

    controller: str = ""
    contact: str = ""
    dpo: str = ""
    basis: str = ""
    place: str = ""
    prepared: str = ""
    processors: str = ALONE
    complaints: str = gettext_noop(
        "The Information Commissioner’s Office, https://ico.org.uk, telephone 0303 123 1113."
    )
    enforcement: str = gettext_noop(
        "The Equality and Human Rights Commission enforces the accessibility regulations for public bodies. "
        "If you are not happy with our answer, the Equality Advisory and Support Service can help you: "
        "https://www.equalityadvisoryservice.com."
    )

    def in_the_language_of_the_page(self) -> "Notices":
        """Return the same with what the host left as it was in the language of the page."""
        own = [(one.name, str(one.default)) for one in fields(self) if one.default]
        own = [(name, text) for name, text in own if getattr(self, name) == text]
        said = replace(self, **{name: gettext(text) for name, text in own})
        return replace(said, processors=gettext(WITH_MAIL)) if self.names_no_carrier else said

    @property
    def names_no_carrier(self) -> bool:
        """Whether letters leave this server, and the host has not said through whom."""
        return self.processors == ALONE and sends_mail()

    @property
    def missing(self) -> list[str]:
        """The settings that the host has still to fill in."""
        return [f"NOTICE_{one.name.upper()}" for one in fields(self) if not getattr(self, one.name)]


def read(env: Env) -> Notices:
    """Return the notices from the environment; what is not given keeps its default."""
    given = {one.name: env.str(f"NOTICE_{one.name.upper()}", "").strip() for one in fields(Notices)}
    return Notices(**{name: text for name, text in given.items() if text})
