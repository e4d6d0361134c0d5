"""Every address is the workshop's."""

from django.urls import include, path

urlpatterns = [path("", include("workshop.urls"))]
