"""The addresses of the collaboration's own Word templates."""

from django.urls import path

from radslag.web.secretariat.views import templates

urlpatterns = [
    path("<slug:slug>/mallar/", templates.templates, name="templates"),
    path("<slug:slug>/mallar/radslags/", templates.template_default, name="template_default"),
    path("<slug:slug>/mallar/<uuid:uuid>/", templates.template, name="template"),
    path("<slug:slug>/mallar/<uuid:uuid>/anvand/", templates.template_use, name="template_use"),
    path("<slug:slug>/mallar/<uuid:uuid>/lagg-undan/", templates.template_retire, name="template_retire"),
    path("<slug:slug>/mallar/<uuid:uuid>/fil/", templates.template_file, name="template_file"),
    path("<slug:slug>/mallar/<uuid:uuid>/prov/", templates.template_trial, name="template_trial"),
]
