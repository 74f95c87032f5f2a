"""The web application as uvicorn serves it."""

import os
import warnings

from django.conf import settings
from django.core.asgi import get_asgi_application

from radslag.config.body_limit import BodyLimit

# WhiteNoise hands out files by synchronous iterators; Django reads them in a thread, which suits files this small.
warnings.filterwarnings("ignore", message="StreamingHttpResponse must consume synchronous iterators")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "radslag.config.settings")
_django = get_asgi_application()
application = BodyLimit(_django, small=settings.BODY_LIMIT, large=settings.UPLOAD_TOTAL)
