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
os.environ["RADSLAG_HOME"] = tempfile.mkdtemp(prefix="radslag-test-")
atexit.register(shutil.rmtree, os.environ["RADSLAG_HOME"], ignore_errors=True)

from radslag.config.settings import *  # noqa: E402, F403  - the environment above must be in place first

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405 - from the product's settings above
    # A file, not memory: the threads and processes of a test wait for each other as they do in the product.
    DATABASES["default"]["TEST"] = {"NAME": f"{os.environ['RADSLAG_HOME']}/test.sqlite3"}  # noqa: F405
