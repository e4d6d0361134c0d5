"""An address that only takes forms, opened by hand: a page that says so, and where to go."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.shortcuts import render


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
        page = render(request, "405.html", {"home": home}, status=405)
        page.headers["Allow"] = response.headers["Allow"]
        return page

    return explained
