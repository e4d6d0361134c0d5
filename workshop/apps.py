"""The one Django app."""

from django.apps import AppConfig


class WorkshopConfig(AppConfig):
    """Loads the checks of the settings with the app."""

    name = "workshop"
    label = "workshop"
    verbose_name = "Roundel"

    def ready(self) -> None:
        """Register the system checks."""
        from config import checks  # noqa: F401 - importing registers them; settings must be ready
