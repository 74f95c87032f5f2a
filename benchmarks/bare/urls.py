"""Where the bare view is."""

from django.urls import path

from benchmarks.bare.view import meeting

urlpatterns = [path("moten/<uuid:uuid>/", meeting, name="meeting")]
