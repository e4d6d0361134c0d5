"""The one Django app."""

from django.apps import AppConfig


class WorkshopConfig(AppConfig):
    """Loads the checks of the settings, and tells the live room who takes its numbers."""

    name = "workshop"
    label = "workshop"
    verbose_name = "Roundel"

    def ready(self) -> None:
        """Register the system checks; `live` writes nothing, so an action takes the numbers of its pushes."""
        from config import checks  # noqa: F401 - importing registers them; settings must be ready

        from .actions.kit import take_numbers
        from .live.pacing import pacer

        pacer.number = take_numbers
