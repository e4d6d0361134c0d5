"""The engine. It leans on parts of Django's own that are not documented, so Django is pinned.

As Django makes the pool, a restart of the server costs seconds and then errors: dead connections are found
one by one, with a growing pause after each, and after a long outage the pool tries again only now and then.
"""

from collections.abc import Callable
from typing import Any

from django.db.backends.base.base import NO_DB_ALIAS
from django.db.backends.postgresql import base
from psycopg import Connection
from psycopg_pool import ConnectionPool


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's connection, with another pool."""

    # Django's own, which its stubs leave out.
    _connection_pools: "dict[str, ConnectionPool[Any]]"
    _configure_connection: "Callable[[Connection[Any]], None]"

    @property
    def pool(self) -> "ConnectionPool[Any] | None":
        """This process's pool, made when it is first wanted; none unless the settings ask for one."""
        options = self.settings_dict["OPTIONS"].get("pool")
        if self.alias == NO_DB_ALIAS or not options:
            return None
        if self.alias not in self._connection_pools:
            made = ConnectionPool(
                kwargs=self.get_connection_params() | {"autocommit": True},  # Django sets it as it needs
                open=False,
                configure=self._configure_connection,
                check=self._check,
                reconnect_timeout=2,
                reconnect_failed=ConnectionPool.check,  # begin anew, instead of waiting longer and longer
                **options,
            )
            self._connection_pools.setdefault(self.alias, made)
        return self._connection_pools[self.alias]

    def _check(self, connection: "Connection[Any]") -> None:
        """Try a connection before it is given out; if it has died, let all the others go too."""
        try:
            ConnectionPool.check_connection(connection)
        except Exception:
            if self.pool:
                self.pool.drain()
            raise
