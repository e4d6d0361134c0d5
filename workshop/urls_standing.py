"""The addresses of what Roundel stands for: who saw what, how long, and the end; `urls.py` takes them in."""

from django.urls import URLPattern, URLResolver, path

from .views import audit, notices, retention, workshops

STANDING: list[URLPattern | URLResolver] = [
    path("removal/", workshops.removal, name="removal"),
    path("retention/", retention.page, name="retention"),
    path("audit/", audit.page, name="audit"),
]
SITE: list[URLPattern | URLResolver] = [
    path("promises/", notices.promises, name="promises"),
    path("privacy/", notices.privacy, name="privacy"),
    path("accessibility/", notices.accessibility, name="accessibility"),
]
