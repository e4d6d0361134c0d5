"""Nouns, all of them: one flat list, by area."""

from django.urls import URLPattern, URLResolver, path

from .views import consents, exports, joining, links, sort

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
    path(f"{W}rounds/<int:number>/sort/", sort.page, name="sort"),
    path(f"{W}rounds/<int:number>/sort/order/", sort.order, name="sort-order"),
    path(f"{W}rounds/<int:number>/placements/<uuid:card>/", sort.placement, name="placement"),
    # Results
    path(f"{W}exports/<slug:format>/", exports.export, name="export"),
]
