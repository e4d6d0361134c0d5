"""The addresses of what Roundel stands for: who saw what, how long, in which language, and the end."""

from django.urls import URLPattern, URLResolver, path

from .views import (
    audit,
    bringing,
    guides,
    kept_templates,
    languages,
    my_data,
    no_letters,
    notices,
    own_words,
    retention,
    templates,
    workshops,
)

STANDING: list[URLPattern | URLResolver] = [
    path("my-data/", my_data.page, name="my-data"),
    path("my-data/file/", my_data.file, name="my-data-file"),
    path("my-data/words/<str:key>/", own_words.words, name="own-words"),
    path("my-data/withdrawal/", my_data.withdrawal, name="withdrawal"),
    path("people/<uuid:uid>/withdrawal/", my_data.recorded, name="person-withdrawal"),
    path("language/", languages.own_language, name="own-language"),
    path("removal/", workshops.removal, name="removal"),
    path("retention/", retention.page, name="retention"),
    path("audit/", audit.page, name="audit"),
    path("template/", kept_templates.page, name="template-kept"),
]
SITE: list[URLPattern | URLResolver] = [
    path("templates/", templates.page, name="templates"),
    path("templates/schema/", templates.schema, name="template-schema"),
    path("templates/new/", templates.template_new, name="template-new"),
    path("templates/own-<uuid:uid>/removal/", templates.template_removal, name="template-removal"),
    path("templates/<slug:ref>/", templates.template, name="template"),
    path("templates/<slug:ref>/file/", templates.template_file, name="template-file"),
    path("workshops/file/", bringing.workshop_file_new, name="workshop-file-new"),
    path("workshops/file/<uuid:uid>/", bringing.workshop_file, name="workshop-file"),
    path("workshops/file/<uuid:uid>/removal/", bringing.workshop_file_removal, name="workshop-file-removal"),
    path("guide/", guides.guides, name="guides"),
    path("guide/<slug:guide>/", guides.guide, name="guide"),
    path("guide/<slug:guide>/<slug:chapter>/", guides.chapter, name="chapter"),
    path("language/", languages.language, name="language"),
    path("no-letters/<str:token>/", no_letters.no_letters, name="no-letters"),
    path("withdrawn/", my_data.withdrawn, name="withdrawn"),
    path("promises/", notices.promises, name="promises"),
    path("privacy/", notices.privacy, name="privacy"),
    path("accessibility/", notices.accessibility, name="accessibility"),
]
