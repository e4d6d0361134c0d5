"""Every address is the workshop's."""

from django.urls import include, path

handler400 = "workshop.views.too_much.unread"
handler500 = "workshop.views.trouble.broken"
urlpatterns = [path("", include("workshop.urls"))]
