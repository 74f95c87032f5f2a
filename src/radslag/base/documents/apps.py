from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "radslag.base.documents"
    label = "documents"
