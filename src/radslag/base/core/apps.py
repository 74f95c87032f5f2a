"""Core has no tables; it prepares the database: the Swedish collation, and the guards that stand outside migrations."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "radslag.base.core"
    label = "core"

    def ready(self) -> None:
        from django.db.backends.signals import connection_created
        from django.db.models.signals import post_migrate, pre_migrate

        from radslag.base.core import guards, sqlite

        connection_created.connect(sqlite.prepare, dispatch_uid="radslag.core.sqlite")
        pre_migrate.connect(guards.stand_aside, sender=self, dispatch_uid="radslag.core.guards.aside")
        post_migrate.connect(guards.return_to_post, sender=self, dispatch_uid="radslag.core.guards.post")
