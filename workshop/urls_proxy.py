"""Nouns of what facilitators enter for somebody without a device; `urls.py` takes them in."""

from django.urls import URLPattern, path

from .views import filled, proxy, proxy_ground

PROXIES: list[URLPattern] = [
    path("people/proxies/", proxy.people, name="proxies"),
    path("people/<uuid:uid>/proxy/", proxy.page, name="proxy"),
    path("people/<uuid:uid>/proxy/consent/", proxy.consent, name="proxy-consent"),
    path("people/<uuid:uid>/proxy/pack/", proxy.pack, name="proxy-pack"),
    path("people/<uuid:uid>/proxy/file/", filled.page_for, name="proxy-filled"),
    path("people/<uuid:uid>/proxy/file/answers/", filled.answers_for, name="proxy-filled-answers"),
    path("people/<uuid:uid>/proxy/remarks/", proxy.remark, name="proxy-remark"),
    path(
        "people/<uuid:uid>/proxy/remarks/<uuid:remark>/withdrawal/",
        proxy.remark_withdrawal,
        name="proxy-remark-withdrawal",
    ),
    path("people/<uuid:uid>/proxy/rounds/<int:number>/", proxy.ballot, name="proxy-ballot"),
    path("people/<uuid:uid>/proxy/questions/<uuid:question>/", proxy.answer, name="proxy-answer"),
    path("people/<uuid:uid>/proxy/questions/<uuid:question>/assent/", proxy.assent, name="proxy-assent"),
    path("people/<uuid:uid>/proxy/proposals/<uuid:proposal>/", proxy.stance, name="proxy-stance"),
    path("people/<uuid:uid>/proxy/ground-rules/", proxy_ground.rules, name="proxy-rules"),
    path("people/<uuid:uid>/proxy/agreement/", proxy_ground.agreement, name="proxy-agreement"),
    path(
        "people/<uuid:uid>/proxy/ground-rules/<uuid:rule>/withdrawal/",
        proxy_ground.withdrawal,
        name="proxy-rule-withdrawal",
    ),
]
