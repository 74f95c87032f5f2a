"""The web application as uvicorn serves it."""

import os
import warnings

from django.core.asgi import get_asgi_application

# WhiteNoise hands out files by synchronous iterators; Django reads them in a thread, which suits files this small.
warnings.filterwarnings("ignore", message="StreamingHttpResponse must consume synchronous iterators")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "radslag.config.settings")
application = get_asgi_application()
