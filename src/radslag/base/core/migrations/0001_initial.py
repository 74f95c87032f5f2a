"""PostgreSQL's Swedish collation and the extension that exclusion constraints need. SQLite gets its collation at connect."""

from django.db import migrations


def prepare(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
        schema_editor.execute("CREATE COLLATION IF NOT EXISTS swedish (provider = icu, locale = 'sv-SE')")


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [migrations.RunPython(prepare, migrations.RunPython.noop)]
