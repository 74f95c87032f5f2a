"""The addresses where people, their mandates and bodies are changed."""

from django.urls import path

from radslag.web.secretariat.views import (
    body_changes,
    mandates,
    merging,
    person_changes,
    personal_data,
    register_undo,
    splitting,
)

urlpatterns = [
    path("<slug:slug>/personer/ny/", person_changes.new, name="person_new"),
    path("<slug:slug>/personer/<uuid:uuid>/andra/", person_changes.edit, name="person_edit"),
    path("<slug:slug>/personer/<uuid:uuid>/uppdrag/", mandates.give, name="mandate_new"),
    path("<slug:slug>/personer/<uuid:uuid>/sla-ihop/", merging.merge, name="person_merge"),
    path("<slug:slug>/personer/<uuid:uuid>/dela-upp/", splitting.split, name="person_split"),
    path("<slug:slug>/personer/<uuid:uuid>/personuppgifter/", personal_data.privacy, name="person_privacy"),
    path("<slug:slug>/personer/<uuid:uuid>/personuppgifter/fil/", personal_data.download, name="person_data"),
    path("<slug:slug>/personnamn/<uuid:uuid>/ta-bort/", person_changes.remove, name="person_name_remove"),
    path("<slug:slug>/fortroendeuppdrag/<uuid:uuid>/", mandates.change, name="mandate_edit"),
    path("<slug:slug>/grupper/ny/", body_changes.new, name="body_new"),
    path("<slug:slug>/grupper/<uuid:uuid>/andra/", body_changes.edit, name="body_edit"),
    path("<slug:slug>/gruppnamn/<uuid:uuid>/ta-bort/", body_changes.remove, name="body_name_remove"),
    path("<slug:slug>/registret/<uuid:uuid>/angra/", register_undo.undo, name="register_undo"),
]
