"""Every address is the workshop's."""

from django.urls import include, path

handler400 = "workshop.views.too_much.unread"
handler404 = "workshop.views.missing.missing"
handler500 = "workshop.views.trouble.broken"
urlpatterns = [path("", include("workshop.urls"))]
