"""Guessing stops, and nobody else is stopped with it."""

import pytest
from django.conf import settings
from django.http import HttpRequest
from django.test import RequestFactory, override_settings
from limits.errors import StorageError
from limits.storage import MemoryStorage

from workshop.views.throttle import Throttle, address_of, shared_storage


@pytest.fixture
def throttle() -> Throttle:
    return Throttle("test", pair="3/hour", account="5/hour", storage=MemoryStorage())


def asks(address: str = "192.0.2.7") -> HttpRequest:
    return RequestFactory(REMOTE_ADDR=address).get("/")


def fail(throttle: Throttle, times: int, account: str, address: str = "192.0.2.7") -> None:
    for _ in range(times):
        throttle.failed(asks(address), account)


def test_guesses_stop_for_a_while_that_is_told_in_minutes(throttle: Throttle) -> None:
    fail(throttle, 2, "fay")
    assert throttle.wait(asks(), "fay") == 0
    fail(throttle, 1, "fay")
    assert 1 <= throttle.wait(asks(), "fay") <= 60


def test_a_thousand_people_behind_one_address_do_not_lock_each_other_out(throttle: Throttle) -> None:
    for n in range(1000):
        fail(throttle, 2, f"person {n}")
    assert throttle.wait(asks(), "person 1000") == 0
    assert throttle.wait(asks(), "person 7") == 0


def test_guesses_from_many_addresses_at_one_account_stop_too(throttle: Throttle) -> None:
    for n in range(5):
        fail(throttle, 1, "fay", f"198.51.100.{n}")
    assert throttle.wait(asks("203.0.113.9"), "fay")
    assert throttle.wait(asks("203.0.113.9"), "zoe") == 0


def test_a_right_try_forgets_the_slips_before_it(throttle: Throttle) -> None:
    fail(throttle, 2, "fay")
    throttle.succeeded(asks(), "fay")
    fail(throttle, 2, "fay")
    assert throttle.wait(asks(), "fay") == 0


def test_a_new_secret_forgets_everything(throttle: Throttle) -> None:
    fail(throttle, 6, "fay")
    throttle.forget(asks(), "fay")
    assert throttle.wait(asks(), "fay") == 0


def test_no_address_and_no_account_is_kept_as_it_is() -> None:
    storage = MemoryStorage()
    fail(Throttle("test", pair="3/hour", account="5/hour", storage=storage), 1, "fay@example.org")
    assert len(storage.storage) == 2
    assert not any("fay" in key or "192" in key for key in storage.storage)


def test_one_host_has_many_ipv6_addresses() -> None:
    assert address_of(asks("2001:db8:1:2::7")) == address_of(asks("2001:db8:1:2:9::1"))
    assert address_of(asks("2001:db8:1:3::7")) != address_of(asks("2001:db8:1:2::7"))


def test_guesses_stop_even_while_redis_is_down() -> None:
    class Down(MemoryStorage):
        def incr(self, *args: object, **more: object) -> int:
            raise StorageError(ConnectionError())

        def get(self, key: str) -> int:
            raise StorageError(ConnectionError())

    throttle = Throttle("down", pair="3/hour", storage=Down())
    fail(throttle, 3, "redis is down")
    assert throttle.wait(asks(), "redis is down")


@pytest.mark.redis
def test_two_installations_on_one_redis_count_apart() -> None:
    mine = shared_storage()
    mine.incr("a-code", 60)
    with override_settings(CACHES={"default": settings.CACHES["default"] | {"KEY_PREFIX": "another"}}):
        shared_storage().reset()
    assert mine.get("a-code") == 1
    mine.clear("a-code")
