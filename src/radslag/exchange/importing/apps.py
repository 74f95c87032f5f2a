from django.apps import AppConfig


class ImportingConfig(AppConfig):
    name = "radslag.exchange.importing"
    label = "importing"

    def ready(self) -> None:
        from radslag.exchange.importing import tasks  # noqa: F401 - registers what the worker can run
