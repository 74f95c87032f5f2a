"""The addresses: account pages by allauth, health, and the inside site."""

from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

from radslag.config.health import healthz, readyz

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("sprak/", set_language, name="set_language"),
    path("konto/", include("radslag.config.account_urls")),
    path("", include("radslag.web.secretariat.urls")),
]
handler400 = "radslag.web.secretariat.views.errors.bad_request"
handler403 = "radslag.web.secretariat.views.errors.forbidden"
handler404 = "radslag.web.secretariat.views.errors.not_found"
handler500 = "radslag.web.secretariat.views.errors.server_error"
