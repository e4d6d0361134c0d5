"""The pool of `config.postgresql` is well again as soon as its server is; Django's own is not."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.db.backends.postgresql.base import DatabaseWrapper as DjangosOwn

from config.postgresql.base import DatabaseWrapper

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db]
NAME = f"roundel-trial-{os.getpid()}"
KILL = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = %s"
MANY = 6  # connections in the pool


@contextmanager
def pooled(kind: Any, timeout: float) -> Iterator[Any]:
    """Keep a database with a full pool of its own until the block ends."""
    given = deepcopy(connection.settings_dict)
    given["OPTIONS"] |= {"application_name": NAME}
    given["OPTIONS"]["pool"] = {"min_size": MANY, "max_size": MANY, "timeout": timeout}
    database = kind(given, alias=NAME)
    try:
        database.ensure_connection()
        database.close()
        database.pool.wait()
        yield database
    finally:
        database.close()
        database.close_pool()


def kill_all() -> None:
    """End all connections of the pool, as a restart of the server does."""
    with connection.cursor() as cursor:
        cursor.execute(KILL, [NAME])
        assert cursor.fetchone() == (MANY,)


def asks(database: Any) -> None:
    """Ask the database something, as a request does.

    Raises:
        OperationalError: no connection was to be had in time.
    """
    with database.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)


def test_the_first_request_after_a_restart_is_answered() -> None:
    with pooled(DatabaseWrapper, timeout=10) as database:
        kill_all()
        asks(database)


def test_with_the_pool_that_django_makes_it_would_find_one_dead_connection_after_another() -> None:
    given = {"CONN_HEALTH_CHECKS": True}
    with pooled(lambda settings, alias: DjangosOwn(settings | given, alias), timeout=0.5) as database:
        kill_all()
        with pytest.raises(OperationalError, match="couldn't get a connection"):
            asks(database)
