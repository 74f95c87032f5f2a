from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "radslag.base.jobs"
    label = "jobs"
