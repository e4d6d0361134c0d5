"""Nouns, all of them: one flat list, by area."""

from django.urls import URLPattern, URLResolver, path

from .views import blanks, consents, exports, joining, links, pack, remarks, sort

W = "w/<slug:slug>/"

urlpatterns: list[URLPattern | URLResolver] = [
    # Consent
    path(f"{W}pack/information/", consents.consent, name="consent"),
    # Joining
    path("join/", joining.join, name="join"),
    path(f"{W}welcome/", joining.welcome, name="welcome"),
    # Links
    path("link/<str:secret>/", links.link, name="link"),
    path("staff/<str:secret>/", links.staff, name="staff"),
    # The pack
    path(f"{W}pack/", pack.page, name="pack"),
    path(f"{W}pack/finish/", pack.finish, name="pack-finish"),
    path(f"{W}pack/remarks/<uuid:prompt>/", remarks.remark, name="pack-remark"),
    path(f"{W}pack/remarks/<uuid:prompt>/versions/<int:number>/", remarks.version, name="pack-version"),
    path(f"{W}pack/blanks/<uuid:card>/", blanks.blank, name="pack-blank"),
    path(f"{W}pack/blanks/<uuid:card>/removal/", blanks.removal, name="pack-blank-removal"),
    path(f"{W}pack/blanks/<uuid:card>/restoration/", blanks.restoration, name="pack-blank-restoration"),
    path(f"{W}pack/blanks/<uuid:card>/copies/<uuid:copy>/", blanks.copy, name="pack-blank-copy"),
    path(f"{W}rounds/<int:number>/sort/", sort.page, name="sort"),
    path(f"{W}rounds/<int:number>/sort/order/", sort.order, name="sort-order"),
    path(f"{W}rounds/<int:number>/placements/<uuid:card>/", sort.placement, name="placement"),
    # Results
    path(f"{W}exports/<slug:format>/", exports.export, name="export"),
]
