"""Guessing stops: wrong passwords and codes are counted, right ones never.

A failure counts against the pair of address and account, and against the account alone. It never counts
against an address alone, unless the account is left empty, so a thousand people behind one address do not
lock one another out. Counts live in memory, or in Redis for several processes; no address or e-mail is in
a key as it is.
"""

import ipaddress
import logging
import math
import time
from collections.abc import Iterator

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from limits import RateLimitItem, parse
from limits.errors import StorageError
from limits.storage import MemoryStorage, RedisStorage, Storage
from limits.strategies import FixedWindowRateLimiter

log = logging.getLogger("workshop.throttle")
HERE = MemoryStorage()


def shared_storage() -> Storage:
    """Return where failures are counted: Redis if there is one, apart from another Roundel's; else here."""
    if not settings.REDIS_URL:
        return HERE
    own = settings.CACHES["default"]["KEY_PREFIX"]
    return RedisStorage(settings.REDIS_URL, key_prefix=f"{own}-throttle", wrap_exceptions=True)


class Throttle:
    """Counts the failures of one kind of secret.

    Args:
        purpose: a word that keeps these counts apart from others.
        pair: how many failures one address may have with one account, such as ``10/15 minutes``.
        account: how many failures one account may have from everywhere; no bound if empty.
        storage: where to count; Redis or memory, as the settings say, if left out.
    """

    def __init__(self, purpose: str, *, pair: str, account: str = "", storage: Storage | None = None) -> None:
        self.purpose = purpose
        self.pair = parse(pair)
        self.account = parse(account) if account else None
        self.counts = FixedWindowRateLimiter(storage or shared_storage())
        self.spare = FixedWindowRateLimiter(HERE)

    def wait(self, request: HttpRequest, account: str = "") -> int:
        """Return how many minutes must pass before the next try; 0 if it may be made now."""
        waits = [self._wait(item, key) for item, key in self._keys(request, account)]
        return max(waits, default=0)

    def failed(self, request: HttpRequest, account: str = "") -> None:
        """Count a wrong try."""
        for item, key in self._keys(request, account):
            self._do("hit", item, key)

    def succeeded(self, request: HttpRequest, account: str = "") -> None:
        """Forget the wrong tries of this address with this account: a slip is no guess."""
        self._do("clear", self.pair, self._key("pair", address_of(request), account))

    def forget(self, request: HttpRequest, account: str) -> None:
        """Forget all wrong tries with this account: its secret is a new one."""
        for item, key in self._keys(request, account):
            self._do("clear", item, key)

    def _keys(self, request: HttpRequest, account: str) -> Iterator[tuple[RateLimitItem, str]]:
        yield self.pair, self._key("pair", address_of(request), account)
        if self.account and account:
            yield self.account, self._key("account", account)

    def _key(self, *parts: str) -> str:
        return salted_hmac(f"throttle.{self.purpose}", "\n".join(parts)).hexdigest()

    def _wait(self, item: RateLimitItem, key: str) -> int:
        if self._do("test", item, key):
            return 0
        stats = self._do("get_window_stats", item, key)
        return max(1, math.ceil((stats.reset_time - time.time()) / 60))

    def _do(self, verb: str, item: RateLimitItem, key: str):  # type: ignore[no-untyped-def]  # as the verb
        try:
            return getattr(self.counts, verb)(item, key)
        except StorageError:
            log.warning("Redis did not answer, so wrong tries are counted in this process alone.")
            return getattr(self.spare, verb)(item, key)


def address_of(request: HttpRequest) -> str:
    """Return the network address that a request came from; of IPv6 the network, as one host has many."""
    text = request.META.get("REMOTE_ADDR", "")
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return text
    if address.version == 4:
        return text
    return str(ipaddress.ip_network((address, 64), strict=False).network_address)
