"""Nouns of what people say about themselves and their words: consent, credit, quotes."""

from django.urls import URLPattern, path

from .views import consent_items, consents, crediting

CHOICES: list[URLPattern] = [
    path("pack/information/", consents.consent, name="consent"),
    path("pack/information/answer/", consents.answer, name="consent-answer"),
    path("pack/information/reading/", consents.reading, name="consent-reading"),
    path("consents/new/", consent_items.consent_item_new, name="consent-item-new"),
    path("consents/<uuid:uid>/", consent_items.consent_item, name="consent-item"),
    path(
        "consents/<uuid:uid>/retirement/",
        consent_items.consent_item_retirement,
        name="consent-item-retirement",
    ),
    path("credit/", crediting.credit, name="credit"),
    path("credits/", crediting.credits, name="credits"),
    path("people/<uuid:uid>/credit/", crediting.person_credit, name="person-credit"),
]
