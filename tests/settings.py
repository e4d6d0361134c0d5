"""The settings under test: Roundel's own, with an environment that no machine's `.env` can change."""

import os

os.environ["ENV_FILE"] = os.devnull
os.environ.setdefault("SECRET_KEY", "for-tests-only-for-tests-only-for-tests-only-0123456789")
os.environ.setdefault("HASHED_STATIC", "false")
os.environ.setdefault("ALLOWED_HOSTS", "127.0.0.1,localhost,testserver")

from config.settings import *  # noqa: F403 - the environment comes first
