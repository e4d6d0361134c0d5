"""What somebody reads in, kept with their seat: it goes along to another device."""

from workshop.models import Seat


def choose_language(seat: Seat, language: str) -> None:
    """Keep the language that somebody chose; no history, for it changes nothing that anybody else sees."""
    Seat.objects.filter(pk=seat.pk).exclude(language=language).update(language=language)
