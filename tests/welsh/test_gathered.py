"""What is answered together with others is in English, so a page in Welsh is answered alone."""

from typing import Any

import pytest

from config.gathering import asks_regions, is_vote
from workshop.models.languages import ENGLISH, WELSH


def scope(method: str, path: str, language: str) -> dict[str, Any]:
    """Return what a server knows of a request."""
    headers = [(b"content-length", b"100"), (b"cookie", f"csrftoken=x; language={language}".encode())]
    return {"method": method, "path": path, "headers": headers}


@pytest.mark.parametrize("offers", [True, False])
def test_a_vote_and_regions_in_welsh_go_the_long_way_where_welsh_is_offered(
    settings: Any, offers: bool
) -> None:
    settings.WELSH = offers
    for is_ours, method, path in (
        (is_vote, "POST", "/w/x/rounds/2/ballot/"),
        (asks_regions, "GET", "/w/x/room/regions/"),
        (asks_regions, "GET", "/w/x/pack/regions/"),
    ):
        assert is_ours(scope(method, path, ENGLISH))
        assert is_ours(scope(method, path, WELSH)) is not offers
