"""Nouns of what people say about themselves and their words: consent, credit, quotes; files out and in."""

from django.urls import URLPattern, path

from .views import (
    card_table,
    consent_items,
    consents,
    crediting,
    exports,
    extra_time,
    full_data,
    needs,
    own_quotes,
    pictures,
    quotes,
    sheets,
)

CHOICES: list[URLPattern] = [
    path("cards/table/", card_table.card_table, name="card-table"),
    path("cards/table/file/", card_table.card_table_file, name="card-table-file"),
    path("pack/information/", consents.consent, name="consent"),
    path("pack/information/answer/", consents.answer, name="consent-answer"),
    path("pack/information/reading/", consents.reading, name="consent-reading"),
    path("information/asking/", sheets.asking, name="information-asking"),
    path("consents/new/", consent_items.consent_item_new, name="consent-item-new"),
    path("consents/<uuid:uid>/", consent_items.consent_item, name="consent-item"),
    path(
        "consents/<uuid:uid>/retirement/",
        consent_items.consent_item_retirement,
        name="consent-item-retirement",
    ),
    path("needs/", needs.needs, name="needs"),
    path("credit/", crediting.credit, name="credit"),
    path("credits/", crediting.credits, name="credits"),
    path("people/<uuid:uid>/credit/", crediting.person_credit, name="person-credit"),
    path("quotes/", quotes.quotes, name="quotes"),
    path("quotes/words/", quotes.words, name="quote-words"),
    path("quotes/new/", quotes.quote_new, name="quote-new"),
    path("quotes/own/", own_quotes.own_quotes, name="own-quotes"),
    path("quotes/<uuid:uid>/", quotes.quote, name="quote"),
    path("quotes/<uuid:uid>/sending/", quotes.sending, name="quote-sending"),
    path("quotes/<uuid:uid>/release/", quotes.release, name="quote-release"),
    path("quotes/<uuid:uid>/removal/", quotes.removal, name="quote-removal"),
    path("quotes/<uuid:uid>/restoration/", quotes.restoration, name="quote-restoration"),
    path("quotes/<uuid:uid>/answer/", own_quotes.quote_answer, name="quote-answer"),
    path("pictures/<slug:picture>/", pictures.page, name="picture"),
    path("pictures/<slug:picture>/preview/", pictures.preview, name="picture-preview"),
    path("exports/<slug:format>/", exports.export, name="export"),
    path("exports/<slug:format>/note/", exports.note, name="export-note"),
    path("people/<uuid:uid>/extra-time/", extra_time.extra_time, name="person-extra-time"),
    path("people/<uuid:uid>/full-data/", full_data.full_data, name="person-full-data"),
]
