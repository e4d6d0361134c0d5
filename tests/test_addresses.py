"""Addresses and words that every page asks for are found once, and stay those that Django finds."""

import pytest
from django.template import Context, Template
from django.urls import NoReverseMatch, get_script_prefix, reverse, set_script_prefix
from django.utils.translation import gettext, ngettext, trans_real

from config.english import ask_no_empty_catalogue
from workshop.templatetags import addresses
from workshop.templatetags.addresses import address


def written(words: str, **context: object) -> str:
    return Template(words).render(Context(context))


def test_an_address_is_the_one_that_django_finds() -> None:
    for slug in ("abcdefghij", "klmnopqrst", "abcdefghij"):
        expected = reverse("sort", kwargs={"slug": slug, "number": 2})
        assert address("sort", slug=slug, number=2) == expected
        assert written("{% url 'sort' slug=slug number=2 %}", slug=slug) == expected
        assert (
            written("{% url 'sort' slug=slug number=2 as there %}({{ there }})", slug=slug) == f"({expected})"
        )


def test_an_address_that_is_not_there_is_empty_only_where_it_may_be() -> None:
    with pytest.raises(NoReverseMatch):
        written("{% url 'nowhere' %}")
    assert written("{% url 'nowhere' as there %}({{ there }})") == "()"


def test_an_address_follows_what_the_site_stands_under() -> None:
    before = get_script_prefix()
    assert address("home") == "/"
    set_script_prefix("/tables/")
    try:
        assert address("home") == "/tables/"
    finally:
        set_script_prefix(before)


def test_an_address_that_opens_a_door_is_kept_nowhere() -> None:
    before = addresses._found.cache_info().currsize
    for values in ({"secret": "a-secret"}, {"uidb64": "MQ", "token": "a-token"}):
        name = "link" if "secret" in values else "password_reset_confirm"
        assert address(name, **values) == reverse(name, kwargs=values)
    assert addresses._found.cache_info().currsize == before


def test_no_catalogue_without_words_is_asked_for_them() -> None:
    trans_real._translations.clear()  # type: ignore[attr-defined]  # as after a change of the settings
    before = [gettext("Agenda"), gettext("This field is required."), ngettext("%(n)s min", "%(n)s mins", 2)]
    assert vars(trans_real.translation("en-gb"))["_fallback"]
    ask_no_empty_catalogue()
    assert vars(trans_real.translation("en-gb"))["_fallback"] is None
    after = [gettext("Agenda"), gettext("This field is required."), ngettext("%(n)s min", "%(n)s mins", 2)]
    assert after == before
