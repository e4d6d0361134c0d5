"""Nouns, all of them."""

from django.urls import URLPattern, URLResolver, path

from .views import exports, sort

W = "w/<slug:slug>/"

urlpatterns: list[URLPattern | URLResolver] = [
    # The pack
    path(f"{W}rounds/<int:number>/sort/", sort.page, name="sort"),
    path(f"{W}rounds/<int:number>/sort/order/", sort.order, name="sort-order"),
    path(f"{W}rounds/<int:number>/placements/<uuid:card>/", sort.placement, name="placement"),
    # Results
    path(f"{W}exports/<slug:format>/", exports.export, name="export"),
]
