"""Redis as the channel layer: quiet sockets stay, and a Redis that goes and comes back is survived."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from channels.layers import channel_layers
from django.conf import settings
from django.test import override_settings

from tests.live.support import Wire, place, settle, socket_on, wait_until
from tests.services import Redis
from workshop.live import subscription as subscriptions
from workshop.live.hub import Hub
from workshop.live.sockets import Socket
from workshop.live.subscription import LayerDown
from workshop.models.audiences import PARTICIPANTS


def test_a_quiet_subscription_is_not_ended_by_a_time_out() -> None:
    code = "from config.settings import CHANNEL_LAYERS; print(CHANNEL_LAYERS['default']['CONFIG'])"
    env = os.environ | {"REDIS_URL": "redis://127.0.0.1:6379/0"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=env, cwd=settings.BASE_DIR, capture_output=True, text=True
    )
    assert "'socket_timeout': None" in done.stdout, done.stderr


def test_two_installations_on_one_redis_do_not_hear_each_other() -> None:
    layer, cache = "CHANNEL_LAYERS['default']['CONFIG']['prefix']", "CACHES['default']['KEY_PREFIX']"
    code = f"from config import settings; print(settings.{layer}, settings.{cache})"
    prefixes = set()
    for secret in ("a" * 60, "b" * 60):
        env = os.environ | {"REDIS_URL": "redis://127.0.0.1:6379/0", "SECRET_KEY": secret}
        run = [sys.executable, "-c", code]
        done = subprocess.run(run, env=env, cwd=settings.BASE_DIR, capture_output=True, text=True)
        prefixes |= set(done.stdout.split())
    assert len(prefixes) == 2


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[Redis]:
    """Redis as the channel layer."""
    server = Redis(tmp_path)
    hosts = [{"address": server.url, "socket_timeout": None}]
    backend = {"BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer", "CONFIG": {"hosts": hosts}}
    with override_settings(CHANNEL_LAYERS={"default": backend}):
        yield server
    server.stop()
    channel_layers.backends.clear()


async def joined(hub: Hub) -> tuple[Wire, Socket]:
    """Return a line and its socket, listening."""
    wire = Wire()
    one = socket_on(wire, place())
    await hub.join(one)
    return wire, one


async def hears(hub: Hub, wire: Wire, text: str) -> None:
    """Publish, and wait until it has come."""
    await hub.publish(7, {PARTICIPANTS: (1, text)})
    await wait_until(lambda: text in wire.texts())


@pytest.mark.redis
async def test_a_subscription_that_is_idle_for_longer_than_any_time_out_still_hears(
    hub: Hub, redis: Redis
) -> None:
    hub.people_moved = lambda workshop_id: None
    hosts = [{"address": redis.url, "socket_timeout": 0.05}]  # seconds, for the five of the client's own
    backend = {"BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer", "CONFIG": {"hosts": hosts}}
    with override_settings(CHANNEL_LAYERS={"default": backend}):
        wire, one = await joined(hub)
        await wait_until(lambda: re.search(r"idle=[1-9].*sub=[1-9]", redis.clients()) is not None)
        await hears(hub, wire, "after a while")
    assert one.ending is None


@pytest.mark.redis
async def test_when_redis_goes_sockets_are_told_and_when_it_is_back_they_hear_again(
    hub: Hub, redis: Redis
) -> None:
    hub.people_moved = lambda workshop_id: None
    wire, one = await joined(hub)
    await hears(hub, wire, "before")
    redis.stop()
    await hub.publish(7, {PARTICIPANTS: (2, "lost")})
    assert one.ending is not None
    assert json.loads(one.ending[1])["why"] == "layer"
    with pytest.raises(LayerDown):
        await joined(hub)
    redis.start()
    wire, _ = await joined(hub)
    await hears(hub, wire, "after")


@pytest.mark.redis
async def test_no_socket_is_deaf_two_beats_after_a_restart_that_nobody_saw(
    hub: Hub, redis: Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subscriptions, "_facts", lambda workshop_id, places: ({}, set()))
    hub.people_moved = lambda workshop_id: None
    wire, one = await joined(hub)
    await hears(hub, wire, "before")
    redis.stop()
    redis.start()
    for _ in range(2):
        await beat(hub)
    if one.ending is None:
        await hears(hub, wire, "after")


async def beat(hub: Hub) -> None:
    """Beat as the subscription does, if it still lives."""
    for ear in list(hub.subscriptions.values()):
        try:
            await ear.beat()
        except LayerDown as reason:
            hub.layer_failed(reason)
        await settle(200)
