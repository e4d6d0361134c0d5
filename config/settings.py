"""All of Roundel's settings, driven by the environment. README.md has the table of them."""

from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _

from config import environment as given
from config import notices

BASE_DIR = Path(__file__).resolve().parent.parent
env = given.reader(BASE_DIR)

# The server and its address
DEBUG = given.flag(env, "DEBUG")
HOST = env.str("HOST", "127.0.0.1")
PORT = given.number(env, "PORT", 8000, least=1, most=65535)
SITE_URL = given.site_url(env, PORT)
SECURE = SITE_URL.startswith("https://")
SECRET_KEY = given.secret_key(env, DEBUG)
ALLOWED_HOSTS = given.allowed_hosts(env, DEBUG, SITE_URL)
DEMO = given.demo(env, DEBUG, ALLOWED_HOSTS)
CSRF_TRUSTED_ORIGINS = [SITE_URL]
ROOT_URLCONF = "config.urls"
ASGI_APPLICATION = "config.asgi.application"

INSTALLED_APPS = [
    "workshop",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "csp",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.headers.on_every_page",
    "config.language.speak",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "config.methods.explain",
    "config.acknowledged.acknowledge",
    "config.text_size.remember",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["workshop.templatetags.addresses", "workshop.templatetags.short"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Where things are kept
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": given.database(env, BASE_DIR)}
ERASURES_FILE = Path(env.str("ERASURES_FILE", str(BASE_DIR / "var" / "erasures.jsonl")))
RETAIN_DAYS = given.number(env, "RETAIN_DAYS", 0, least=0, most=36500)
WORK = given.flag(env, "WORK", True)
NOTICES = notices.read(env)
BACKUP_WITHIN = given.number(env, "BACKUP_WITHIN", 2, least=0, most=365)
BACKUP_DAYS = given.number(env, "BACKUP_DAYS", 30, least=1, most=3650)
REDIS_URL = given.redis_url(env)
WORKERS = given.workers(env, REDIS_URL)
BACKUP_FOLDER = Path(env.str("BACKUP_FOLDER", str(BASE_DIR / "var" / "backups")))
CHANNEL_LAYERS: dict[str, dict[str, object]] = {
    "default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
if REDIS_URL:
    # Two Roundels on one Redis, each with its own database, must not hear each other.
    own = f"roundel-{sha256(SECRET_KEY.encode()).hexdigest()[:12]}"
    # redis-py 8 ends a subscription that has been quiet for a while unless it has no time-out.
    hosts = [{"address": REDIS_URL, "socket_timeout": None}]
    CHANNEL_LAYERS["default"] = {
        "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
        "CONFIG": {"hosts": hosts, "prefix": own},
    }
    CACHES["default"] = {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL,
        "KEY_PREFIX": own,
    }

# Language and time
LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", _("English")), ("cy", _("Welsh"))]
WELSH = given.flag(env, "WELSH")  # off until a native reader has approved it: docs/decisions/welsh.md
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/London"
USE_I18N = USE_TZ = True

# Static files
STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", str(BASE_DIR / "var" / "static")))
STATICFILES_DIRS = [BASE_DIR / "static", ("guide", BASE_DIR / "docs" / "images")]
HASHED_STATIC = given.flag(env, "HASHED_STATIC", not DEBUG)
PLAIN_STATIC = "django.contrib.staticfiles.storage.StaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "config.storage.HashedStatic" if HASHED_STATIC else PLAIN_STATIC},
}
WHITENOISE_USE_FINDERS = not HASHED_STATIC
WHITENOISE_AUTOREFRESH = DEBUG

# People
AUTH_USER_MODEL = "workshop.User"
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "sign-in"
PASSWORD_RESET_TIMEOUT = 60 * 60 * 24
RULES = "django.contrib.auth.password_validation."
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": RULES + "UserAttributeSimilarityValidator", "OPTIONS": {"user_attributes": ["email"]}},
    {"NAME": RULES + "MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": RULES + "CommonPasswordValidator"},
    {"NAME": RULES + "NumericPasswordValidator"},
]
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = True

# What the browser may do
OWN_SOCKET = SITE_URL.replace("http", "ws", 1)  # browsers before 2022 do not count it as 'self'
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "connect-src": ["'self'", OWN_SOCKET],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "report-uri": ["/reports/"],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    feature: [] for feature in ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin"  # docs/decisions/referrer-policy.md
SECURE_SSL_REDIRECT = given.flag(env, "SSL_REDIRECT", SECURE)
SECURE_HSTS_SECONDS = given.number(env, "HSTS_SECONDS", 31536000 if SECURE else 0, least=0, most=10**9)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = given.flag(env, "HSTS_SUBDOMAINS")
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
MOST_UPLOADED = 50 * 1024 * 1024  # of one file, in bytes
FILE_UPLOAD_HANDLERS = [
    "config.uploads.MeasuringHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# E-mail
EMAIL = given.email(env)
EMAIL_BACKEND = EMAIL["EMAIL_BACKEND"]
EMAIL_HOST, EMAIL_PORT = EMAIL["EMAIL_HOST"] or "localhost", EMAIL["EMAIL_PORT"] or 25
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = EMAIL["EMAIL_HOST_USER"] or "", EMAIL["EMAIL_HOST_PASSWORD"] or ""
EMAIL_USE_TLS, EMAIL_USE_SSL = EMAIL["EMAIL_USE_TLS"], EMAIL["EMAIL_USE_SSL"]
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("FROM_EMAIL", f"roundel@{urlsplit(SITE_URL).hostname}")

# What is logged: never a personal link, whichever library writes the line
CONSOLE = {"class": "logging.StreamHandler", "filters": ["redact"], "formatter": "plain"}
LOG_REQUESTS = given.flag(env, "LOG_REQUESTS")
SERVER_LOG = {"handlers": ["console"], "level": "INFO" if LOG_REQUESTS else "WARNING", "propagate": False}
REQUEST_LOG = SERVER_LOG if LOG_REQUESTS else SERVER_LOG | {"handlers": []}
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"redact": {"()": "config.redaction.RedactLinks"}},
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": CONSOLE},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "workshop": {"level": "INFO"},
        "uvicorn": SERVER_LOG,
        "uvicorn.error": SERVER_LOG,
        "uvicorn.access": REQUEST_LOG,
    },
}
