"""The settings under test: Roundel's own, with an environment that no machine's `.env` can change."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path


def scratch_folder() -> Path:
    """Return where test databases live: in memory where there is room, since each commit is synced."""
    memory = Path("/dev/shm")
    roomy = os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > 500_000_000
    return memory if roomy else Path(tempfile.gettempdir())


def clear(scratch: Path) -> None:
    """Remove a database with what was made beside it: those of the tests, and what SQLite leaves of them."""
    for each in scratch.parent.glob(f"{scratch.name}*"):
        each.unlink(missing_ok=True)


os.environ["ENV_FILE"] = os.devnull
# A secret for each of those that test side by side: what they keep in one Redis is kept apart by it.
worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
os.environ["SECRET_KEY"] = f"for-tests-only-for-tests-only-for-tests-only-0123456789-{worker}"
# And a database of Redis for each: a test that empties its cache empties all of it.
if "REDIS_URL" in os.environ:
    number = 1 + int(worker.removeprefix("gw")) % 15 if worker != "alone" else 0
    os.environ["REDIS_URL"] = f"{os.environ['REDIS_URL'].rpartition('/')[0]}/{number}"
os.environ.setdefault("HASHED_STATIC", "false")
os.environ.setdefault("ALLOWED_HOSTS", "127.0.0.1,localhost,testserver")
if "TEST_DATABASE_URL" in os.environ:
    os.environ["DATABASE_URL"] = os.environ["TEST_DATABASE_URL"]
erasures = scratch_folder() / f"roundel-{os.getpid()}-erasures.jsonl"
os.environ["ERASURES_FILE"] = str(erasures)
atexit.register(erasures.unlink, missing_ok=True)
if not os.environ.get("DATABASE_URL"):
    scratch = scratch_folder() / f"roundel-{os.getpid()}.sqlite3"
    os.environ["DATABASE_URL"] = f"sqlite:///{scratch}"
    atexit.register(clear, scratch)

from config.settings import *  # noqa: E402, F403 - the environment comes first

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405 - from the line above
    # A file, so that threads contend as they do in earnest; xdist adds each worker's name.
    DATABASES["default"]["TEST"] = {"NAME": f"{DATABASES['default']['NAME']}-test"}  # noqa: F405 - the same
elif "MIGRATED_DATABASE" in os.environ:
    DATABASES["default"]["TEST"] = {"TEMPLATE": os.environ["MIGRATED_DATABASE"]}  # noqa: F405 - the same
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WHITENOISE_AUTOREFRESH = True  # or the middlewares of each client, which are its own, read all files anew
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
