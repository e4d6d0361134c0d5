"""Roundel as a large house runs it: PostgreSQL, Redis, two servers, and nginx by the example."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.services import Postgres, Redis, end, spare_port, wait_for

ROOT = Path(__file__).resolve().parent.parent.parent
NGINX = "/usr/sbin/nginx"
PEOPLE = 12
AROUND = """{user}
pid {folder}/nginx.pid; error_log {folder}/start.log; events {{ worker_connections 1024; }}
http {{
{paths}
include {folder}/roundel.conf;
}}"""


@dataclass
class Server:
    """One server of Roundel on a port of its own, of one or more workers."""

    port: int
    env: dict[str, str]
    workers: int
    running: "subprocess.Popen[bytes] | None" = None

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Serve with Roundel's own flags, and return once it answers."""
        command = [sys.executable, "-m", "tests.load.serve", "tests.browser.brisk"]
        own = {"PORT": str(self.port), "WORKERS": str(self.workers)}
        self.running = subprocess.Popen(command, cwd=ROOT, env=self.env | own)
        wait_for(self.port)

    def stop(self) -> None:
        """Ask it to end, as a restart does, and wait until it has."""
        if self.running:
            end(self.running)


@dataclass
class World:
    """All that runs, and one workshop whose poll is open.

    Attributes:
        seeded: what `tests.load.seed` printed: slug, cards, cookies.
        front: the address of nginx.
    """

    folder: Path
    postgres: Postgres
    redis: Redis
    front: str
    servers: list[Server]
    seeded: dict[str, Any] = field(default_factory=dict)


@contextmanager
def running(folder: Path) -> Iterator[World]:
    """Start everything, and stop it when the block ends."""
    with ExitStack() as stack:
        postgres, redis, port = Postgres(), Redis(folder), spare_port()
        stack.callback(postgres.close)
        stack.callback(lambda: redis.stop())
        env = environment(postgres, redis, port)
        servers = [Server(spare_port(), env, workers) for workers in (1, 2)]
        world = World(folder, postgres, redis, f"http://127.0.0.1:{port}", servers)
        seed = [sys.executable, "-m", "tests.load.task", "seed", str(PEOPLE)]
        done = subprocess.run(seed, cwd=ROOT, env=env, stdout=subprocess.PIPE, check=True)
        world.seeded = json.loads(done.stdout)
        for server in servers:
            server.start()
            stack.callback(server.stop)
        nginx = subprocess.Popen([NGINX, "-p", folder, "-c", configured(world, port), "-g", "daemon off;"])
        stack.callback(end, nginx)
        wait_for(port)
        yield world


def environment(postgres: Postgres, redis: Redis, port: int) -> dict[str, str]:
    """Return the environment of both servers."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "ENV_FILE": os.devnull,
        "SECRET_KEY": "for-tests-of-scale-only-0123456789-0123456789-0123456789",
        "DATABASE_URL": postgres.url,
        "REDIS_URL": redis.url,
        "HASHED_STATIC": "false",
        "SITE_URL": f"http://127.0.0.1:{port}",
        "ALLOWED_HOSTS": "127.0.0.1",
    }


def configured(world: World, port: int) -> Path:
    """Write nginx's configuration: the example, on our ports, without its certificate; return where."""
    text = (ROOT / "deploy" / "nginx.conf").read_text()
    text = re.sub(r".*ssl_certificate.*\n", "", text).replace("/var/log/nginx", str(world.folder))
    text = text.replace("listen 443 ssl;", f"listen 127.0.0.1:{port};")
    text = text.replace("listen 80;", f"listen 127.0.0.1:{spare_port()};")
    for n, server in enumerate(world.servers, start=1):
        assert f"127.0.0.1:800{n}" in text
        text = text.replace(f"127.0.0.1:800{n}", f"127.0.0.1:{server.port}")
    (world.folder / "roundel.conf").write_text(text)
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    paths = "".join(f"{kind}_temp_path {world.folder}/{kind};\n" for kind in kinds)
    user = "user root;" if os.geteuid() == 0 else ""
    file = world.folder / "nginx.conf"
    file.write_text(AROUND.format(folder=world.folder, paths=paths, user=user))
    return file
