"""A job is done once by its key, by one worker; what fails is tried again; a dead worker is replaced."""

import os
import signal
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from config import serve
from config.keeping import serving
from tests.browser.server import ROOT
from workshop.actions.jobs import do_next, finish, lease, plan
from workshop.management.commands import work
from workshop.management.commands.work import wait
from workshop.models import Job
from workshop.models.jobs import LEASE, MOST_TRIES, failed_jobs
from workshop.models.retention import ERASE

from .house import make_place

NOW = datetime(2031, 5, 20, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


class Gone(Exception):
    """The mail server is away."""


def fail(job: Job) -> None:
    """Do nothing, loudly."""
    raise Gone


@pytest.mark.django_db
def test_the_same_key_is_one_job_and_is_done_once() -> None:
    done: list[str] = []

    def do(job: Job) -> None:
        done.append(job.key)
        finish(job)

    for _again in range(3):
        plan("cake", "cake:1", NOW)
        do_next(NOW, {"cake": do})
    assert done == ["cake:1"]


@pytest.mark.django_db
def test_a_leased_job_is_nobody_elses_until_the_lease_is_over() -> None:
    plan("cake", "cake:1", NOW)
    assert lease(NOW - MINUTE) is None
    assert lease(NOW)
    assert lease(NOW + LEASE - MINUTE) is None
    again = lease(NOW + LEASE)
    assert again is not None
    assert again.tries == 2


@pytest.mark.django_db
def test_what_fails_rests_longer_each_time_and_is_given_up_in_the_end() -> None:
    plan("cake", "cake:1", NOW)
    plan("tea", "tea:1", NOW)
    moment, rests = NOW, []
    assert do_next(moment, {"cake": fail, "tea": finish})
    assert do_next(moment, {"cake": fail, "tea": finish})  # the others are not held up
    for _try in range(MOST_TRIES - 1):
        due = Job.objects.get(key="cake:1").due_at
        rests.append((due - moment) // MINUTE)
        moment = due
        assert do_next(moment, {"cake": fail})
    assert rests == [1, 2, 4, 8, 16, 32, 64]
    assert Job.objects.get(key="cake:1").state == "failed"
    assert not do_next(moment + timedelta(days=9), {"cake": fail})


@pytest.mark.django_db
def test_an_erasure_that_fails_is_tried_daily_for_ever_and_the_host_is_told() -> None:
    plan(ERASE, "erase:1", NOW)
    moment = NOW
    for _try in range(2 * MOST_TRIES):
        rest, moment = moment, Job.objects.get(key="erase:1").due_at
        assert do_next(moment, {ERASE: fail})
    assert Job.objects.get(key="erase:1").due_at - moment == timedelta(days=1) == moment - rest
    assert failed_jobs() == 1
    assert do_next(moment + timedelta(days=1), {ERASE: finish})
    assert failed_jobs() == 0


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_take_two_jobs() -> None:
    for n in range(2):
        plan("cake", f"cake:{n}", NOW)
    taken: list[Job | None] = []

    def take() -> None:
        taken.append(lease(NOW))
        connection.close()

    other = threading.Thread(target=take)
    with transaction.atomic():
        taken.append(lease(NOW))
        other.start()
        other.join(20)
        waited = other.is_alive()  # for the first one's job, which this transaction has locked
    other.join(20)
    assert not waited
    assert sorted(job.key for job in taken if job) == ["cake:0", "cake:1"]


@pytest.fixture
def worker_words() -> list[str]:
    return [sys.executable, "-m", "tests.standing.worker"]


def test_a_worker_that_is_killed_in_the_middle_is_replaced_and_the_work_is_done_once(
    tmp_path: Path, worker_words: list[str]
) -> None:
    place = make_place(tmp_path / "killed_worker", tmp_path / "erasures.jsonl")
    place.seed()
    slug = place.seeded["slug"]
    words = [*worker_words, slug]
    with subprocess.Popen(words, cwd=ROOT, env=place.around, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout
        said = worker.stdout.readline()
        worker.kill()
    assert said == "in the middle\n"  # rows are deleted, nothing is committed
    assert place.manage("exportworkshop", slug, "--out", str(tmp_path / "still.json"))[0] == 0
    assert "Done: 0" in place.manage("work", "--once")[1]  # the lease is not over
    subprocess.run([*worker_words, slug, "later"], cwd=ROOT, env=place.around, check=True)
    assert "Done: 1" in place.manage("work", "--once")[1]
    assert "Done: 0" in place.manage("work", "--once")[1]
    assert "There is no workshop" in place.manage("exportworkshop", slug, "--out", str(tmp_path / "x"))[1]


def test_the_server_starts_a_worker_that_ends_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []
    monkeypatch.setattr(subprocess, "Popen", seen.append)
    serve.start_worker()
    [words] = seen
    assert words[2:] == ["work", "--beside", str(os.getpid())]
    over = threading.Event()
    monkeypatch.setattr(os, "getppid", lambda: 1)  # whoever adopts what is left behind
    wait(over, os.getpid())
    assert over.is_set()


@pytest.mark.django_db
def test_what_nobody_foresaw_ends_no_worker(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    looks: list[str] = []

    def look(over: threading.Event, _beside: int | None) -> None:
        looks.append("a look")
        if len(looks) == 2:
            over.set()

    monkeypatch.setattr(signal, "signal", lambda *_any: None)
    monkeypatch.setattr(serving, "hold", lambda: True)
    monkeypatch.setattr(work, "beat", lambda _now: 1 / 0)
    monkeypatch.setattr(work, "wait", look)
    call_command("work")
    assert len(looks) == 2
    assert caplog.text.count("ZeroDivisionError") == 2
