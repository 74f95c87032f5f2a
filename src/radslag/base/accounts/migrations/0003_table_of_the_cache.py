"""The table of Django's database cache, which holds the counts of the throttle."""

from typing import Any

from django.core.management import call_command
from django.db import migrations


def create(apps: Any, schema_editor: Any) -> None:
    """As Django itself makes it, so that its columns are the ones it asks for; harmless when it is there."""
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_roles_and_delegations")]

    operations = [migrations.RunPython(create, migrations.RunPython.noop)]
