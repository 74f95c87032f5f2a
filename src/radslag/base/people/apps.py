from typing import Any

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "radslag.base.people"
    label = "people"

    def ready(self) -> None:
        from django.db.models.signals import post_migrate

        post_migrate.connect(_load_reference_data, sender=self, dispatch_uid="radslag.people.reference")


def _load_reference_data(sender: AppConfig, **_: Any) -> None:
    from radslag.base.people.register import load_municipalities

    # While migrations are only partly run, the table may not have all its columns yet.
    if "people_municipality" in _tables():
        load_municipalities()


def _tables() -> list[str]:
    from django.db import connection

    return connection.introspection.table_names()
