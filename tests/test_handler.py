"""The handler of pages does all that Django's own does, with a connection per thread, not per request."""

import io
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.core.handlers.asgi import ASGIHandler
from django.core.signals import request_finished, request_started
from django.db import connection
from django.db.backends.signals import connection_created
from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.test import override_settings
from django.urls import path

from config.gathering import Gathering, gathered
from config.handler import PooledHandler
from tests.asking import FORM, ask

closed: list[str] = []


class Watched(io.BytesIO):
    """A file that tells when it is closed."""

    def close(self) -> None:
        closed.append("file")
        super().close()


def echo(request: HttpRequest) -> HttpResponse:
    response = HttpResponse(f"{request.method} {request.path} {request.GET.get('a')} {request.POST.get('b')}")
    response.set_cookie("seat", "7")
    return response


def file(request: HttpRequest) -> FileResponse:
    """Answer with a file of two chunks."""
    return FileResponse(Watched(b"x" * 100_000), filename="x.txt")


def stream(request: HttpRequest) -> StreamingHttpResponse:

    def parts() -> Iterator[bytes]:
        yield b"one "
        yield b"two"

    return StreamingHttpResponse(parts())


def fail(request: HttpRequest) -> HttpResponse:
    raise ValueError("broken")


def ask_database(request: HttpRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("asked")


pages = {"echo": echo, "file": file, "stream": stream, "fail": fail, "database": ask_database}
# The second address of each looks like a vote's, so that `Gathering` gathers what is posted there.
urlpatterns = [path(f"{name}/{more}", view) for name, view in pages.items() for more in ("", "ballot/")]
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.filterwarnings("ignore:StreamingHttp")]


def gathering() -> Gathering:
    """Return what the server serves."""
    return gathered(PooledHandler())


both = pytest.mark.parametrize("handler", [ASGIHandler, PooledHandler, gathering])


@pytest.fixture(autouse=True)
def _these_pages() -> Iterator[None]:
    csrf = "django.middleware.csrf.CsrfViewMiddleware"
    rest = [name for name in settings.MIDDLEWARE if name != csrf]
    with override_settings(ROOT_URLCONF=__name__, MIDDLEWARE=rest, SECURE_SSL_REDIRECT=False):
        yield


@both
async def test_a_request_is_read_and_answered_whole(handler: Callable[[], Any]) -> None:
    answer = await ask(handler, "POST", "/echo/?a=1", b"b=2")
    assert (answer["status"], answer["body"]) == (200, b"POST /echo/ 1 2")
    assert any(name.lower() == b"set-cookie" and b"seat=7" in value for name, value in answer["headers"])


@both
@pytest.mark.parametrize(
    ("name", "status"), [("echo", 200), ("stream", 200), ("fail", 500), ("nowhere", 404)]
)
@override_settings(DEBUG=False)
async def test_what_only_looks_like_a_vote_is_answered_too(
    handler: Callable[[], Any], name: str, status: int
) -> None:
    answer = await ask(handler, "POST", f"/{name}/ballot/", b"b=2", [*FORM, (b"content-length", b"3")])
    assert answer["status"] == status
    assert name != "echo" or answer["body"] == b"POST /echo/ballot/ None 2"


@both
async def test_middleware_runs(handler: Callable[[], Any]) -> None:
    names = {name.lower() for name, _ in (await ask(handler, "GET", "/echo/"))["headers"]}
    assert {b"content-security-policy", b"cache-control", b"referrer-policy"} <= names


@both
async def test_a_file_arrives_whole_and_is_closed(handler: Callable[[], Any]) -> None:
    closed.clear()
    answer = await ask(handler, "GET", "/file/")
    assert answer["body"] == b"x" * 100_000
    assert closed


@both
async def test_what_streams_arrives_whole(handler: Callable[[], Any]) -> None:
    assert (await ask(handler, "GET", "/stream/"))["body"] == b"one two"


@both
@override_settings(DEBUG=False)
async def test_a_page_that_breaks_is_a_500(handler: Callable[[], Any]) -> None:
    assert (await ask(handler, "GET", "/fail/"))["status"] == 500


@both
async def test_an_address_that_leads_nowhere_is_a_404(handler: Callable[[], Any]) -> None:
    assert (await ask(handler, "GET", "/nowhere/"))["status"] == 404


@both
async def test_a_wrong_host_is_a_400(handler: Callable[[], Any]) -> None:
    assert (await ask(handler, "GET", "/echo/", headers=[(b"host", b"evil.example")]))["status"] == 400


@both
@override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=10)
async def test_a_body_over_the_limit_is_refused(handler: Callable[[], Any]) -> None:
    length = [*FORM, (b"content-length", b"100")]
    assert (await ask(handler, "POST", "/echo/", b"b=" + b"x" * 98, length))["status"] in (400, 413)


@both
async def test_the_frameworks_signals_are_sent(handler: Callable[[], Any]) -> None:
    heard: list[str] = []

    def started(**_: Any) -> None:
        heard.append("started")

    def finished(**_: Any) -> None:
        heard.append("finished")

    request_started.connect(started)
    request_finished.connect(finished)
    await ask(handler, "GET", "/echo/")
    request_started.disconnect(started)
    request_finished.disconnect(finished)
    assert heard == ["started", "finished"]


@both
async def test_a_browser_that_leaves_while_it_sends_gets_no_answer(handler: Callable[[], Any]) -> None:
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "POST", "headers": [(b"content-length", b"3")]}
    for place in ("/echo/", "/echo/ballot/"):
        await handler()({**scope, "path": place}, receive, send)
    assert sent == []


@pytest.mark.sqlite
async def test_many_requests_share_the_connections_of_few_threads() -> None:
    opened: list[Any] = []

    def note(**signal: Any) -> None:
        opened.append(signal["connection"])

    connection_created.connect(note)
    pages = PooledHandler(threads=2)
    for _ in range(10):
        assert (await ask(lambda: pages, "GET", "/database/"))["body"] == b"asked"
    connection_created.disconnect(note)
    assert len(opened) <= 2
