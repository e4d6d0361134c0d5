"""The one Django app."""

from django.apps import AppConfig


class WorkshopConfig(AppConfig):
    """Loads the checks of the settings, and tells the live room who takes its numbers."""

    name = "workshop"
    label = "workshop"
    verbose_name = "Roundel"

    def ready(self) -> None:
        """Register the system checks; `live` writes nothing, so an action takes the numbers of its pushes."""
        from config import advice, checks  # noqa: F401 - importing registers them; settings must be ready
        from config.english import ask_no_empty_catalogue

        from .actions.turns import take_numbers_in_turn
        from .live.pacing import pacer

        ask_no_empty_catalogue()
        pacer.number = take_numbers_in_turn
