"""Every address is the workshop's."""

from django.urls import include, path

handler500 = "workshop.views.trouble.broken"
urlpatterns = [path("", include("workshop.urls"))]
