"""An address that only takes forms, opened by hand: a page that says so, and where to go."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from workshop.models.languages import speak_english

# Forms of the desk: who loads such an address again comes from there.
OF_THE_DESK = {
    *("stage", "steps", "step", "step-note", "step-note-copy", "workshop-closing", "suggestion"),
    *("agenda-order", "agenda-removal", "agenda-restoration", "questions", "question-revelation"),
    *("round-opening", "round-closing", "round-revelation", "timer", "timer-extension", "timer-removal"),
    *("gesture-lowering", "gestures-lowering", "gestures-restoration"),
}


def explain(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Give the bare 405 of a form's address words for whoever loads it again, or opens it in another tab."""

    def explained(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if request.method != "GET" or not isinstance(response, HttpResponseNotAllowed):
            return response
        parts = request.path.split("/")
        home = f"/w/{parts[2]}/" if parts[1] == "w" and len(parts) > 2 else "/"
        match = request.resolver_match
        if match and match.url_name in OF_THE_DESK and _by_hand(request):
            return redirect(f"{home}desk/")
        if request.user.is_authenticated:
            speak_english()  # a facilitator: the help on it is theirs
        page = render(request, "405.html", {"home": home}, status=405)
        page.headers["Allow"] = response.headers["Allow"]
        return page

    return explained


def _by_hand(request: HttpRequest) -> bool:
    """Whether a browser loads it as a page."""
    return "text/html" in request.headers.get("Accept", "")
