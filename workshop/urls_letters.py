"""The addresses of letters; `urls.py` takes them in."""

from django.urls import URLPattern, URLResolver, path

from .views import letter_sending, letters

LETTERS: list[URLPattern | URLResolver] = [
    path("letters/", letters.letters, name="letters"),
    path("letters/new/", letters.letter_new, name="letter-new"),
    path("letters/<uuid:uid>/", letters.letter, name="letter"),
    path("letters/<uuid:uid>/log/", letters.log, name="letter-log"),
    path("letters/<uuid:uid>/removal/", letters.removal, name="letter-removal"),
    path("letters/<uuid:uid>/trial/", letters.trial, name="letter-trial"),
    path("letters/<uuid:uid>/people/", letter_sending.choice, name="letter-choice"),
    path("letters/<uuid:uid>/sending/", letter_sending.sending, name="letter-sending"),
    path("letters/<uuid:uid>/again/", letter_sending.again, name="letter-again"),
    path("letters/<uuid:uid>/stopping/", letter_sending.stopping, name="letter-stopping"),
]
