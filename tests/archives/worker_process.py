"""A worker process on the test's own database and files, with a lease so short that a killed one is soon replaced."""

from __future__ import annotations

import os
from datetime import timedelta


def main() -> None:
    """Work until killed."""
    import django
    from django.conf import settings

    settings.DATABASES["default"]["NAME"] = os.environ["RADSLAG_TEST_DATABASE"]
    settings.MEDIA_ROOT = os.environ["RADSLAG_TEST_FILES"]
    django.setup()
    from radslag.base.jobs import actions, worker

    actions.LEASE = timedelta(seconds=5)
    worker.SWEEP_EVERY = 0.5
    worker.main()


if __name__ == "__main__":
    main()
