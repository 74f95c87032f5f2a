"""The product's settings for tests: a home of their own that is gone afterwards, and cheap passwords.

Of the caller's RADSLAG_* only the database reaches a test (RADSLAG_DATABASE_URL): a leg of the run is about it.
"""

import atexit
import os
import shutil
import tempfile

for _name in [name for name in os.environ if name.startswith("RADSLAG_")]:
    if not _name.startswith(("RADSLAG_TEST_", "RADSLAG_REQUIRE_", "RADSLAG_DATABASE_URL")):
        del os.environ[_name]
# In memory where there is such a folder: the database is a file, as in the product, so that several connections meet.
_PLACE = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
os.environ["RADSLAG_HOME"] = tempfile.mkdtemp(prefix="radslag-test-", dir=_PLACE)
atexit.register(shutil.rmtree, os.environ["RADSLAG_HOME"], ignore_errors=True)

from radslag.config.settings import *  # noqa: E402, F403  - the environment above must be in place first

if ENVIRONMENT.database.engine == "sqlite":  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": str(HOME / "test.sqlite3")}  # noqa: F405
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
