"""Everything in the register as plain values, to compare before and after."""

from __future__ import annotations

from typing import Any

from django.apps import apps

from radslag.base.core.guards import owned

# A revision only ever counts up, so that an old page can tell; the trail and the batches of work are no register.
LEFT_OUT = {"revision"}
APPS = {"people", "accounts", "meetings", "decisions", "minutes", "documents"}

Dump = dict[str, dict[int, dict[str, Any]]]


def dump() -> Dump:
    """Model → key → column → value."""
    models = [model for model in apps.get_models() if owned(model) and model._meta.app_label in APPS]
    return {
        model._meta.label: {
            row["id"]: {name: value for name, value in row.items() if name not in LEFT_OUT}
            for row in model._base_manager.values()
        }
        for model in models
    }
