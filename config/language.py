"""Pages in the language that their reader chose."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation

from workshop.models.languages import ENGLISH, language_of, offered

Answer = Callable[[HttpRequest], HttpResponseBase]
# Pages of who prepares and leads, and the guides, which are written in English alone; those in a workshop are
# known by the seat (views/access.py).
ENGLISH_ALONE = ("/accounts/", "/workshops/", "/templates/", "/rehearsals/", "/staff/", "/guide/")


def speak(get_response: Answer) -> Answer:
    """Answer a page of those who take part in the language of the browser's cookie; all others in English."""

    def spoken(request: HttpRequest) -> HttpResponseBase:
        if len(offered()) == 1 or request.path.startswith(ENGLISH_ALONE):
            return get_response(request)
        request.chooses_language = True  # type: ignore[attr-defined]  # for the masthead: it offers the other
        language = language_of(request.COOKIES)
        if language == ENGLISH:
            return get_response(request)
        with translation.override(language):
            return get_response(request)

    return spoken
