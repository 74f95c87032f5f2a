"""The addresses of the inside site. Each stands in the table role × URL × status (tests/web/test_doors.py)."""

from django.urls import path

from radslag.web.secretariat.views import start

app_name = "secretariat"

urlpatterns = [
    path("", start.start, name="start"),
    path("utseende/", start.appearance, name="appearance"),
    path("komponenter/", start.components, name="components"),
    path("<slug:slug>/", start.home, name="home"),
]
