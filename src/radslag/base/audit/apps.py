from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "radslag.base.audit"
    label = "audit"
