"""What a host should know about how Roundel is hosted: warnings in plain words. None of them stops anything.

`manage.py check --deploy` says them, and so does each start.
"""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.db import connection
from django.utils import timezone

from config.environment import OWN_MACHINE
from config.looking import free_at, network_of, others_may_read, switched_off
from config.mail import sends_mail

SHORT, FEW = 50, 10  # characters of a secret, and different ones among them
ROOM = 1_000_000_000  # bytes
Found = Iterator[tuple[str, str]]  # what is so, and what to do


def address() -> Found:
    """W001: plain http on an address that others reach."""
    site = urlsplit(settings.SITE_URL)
    if site.scheme == "http" and (site.hostname or "") not in OWN_MACHINE:
        yield (
            f"People reach Roundel at {settings.SITE_URL} without encryption: whoever shares their network "
            "reads what they write, and can take their links.",
            "Put a proxy with a certificate in front, and set SITE_URL to its https address.",
        )


def debugging() -> Found:
    """W002: pages that show the program's insides."""
    if settings.DEBUG:
        yield "DEBUG is on: an error shows settings and people's words to whoever meets it.", "Remove DEBUG."


def secret() -> Found:
    """W003: a secret that can be guessed, or read."""
    if len(settings.SECRET_KEY) < SHORT or len(set(settings.SECRET_KEY)) < FEW:
        yield (
            f"SECRET_KEY is short: whoever guesses it can sign in as anybody (at least {SHORT} characters).",
            "Take it out of .env; bin/up writes a new one. Everybody signs in anew.",
        )
    if others_may_read(env := settings.BASE_DIR / ".env"):
        yield f"Everybody on this machine may read {env}, and SECRET_KEY in it.", f"chmod 600 {env}"


def database_file() -> Found:
    """W004: a database file that others read, that is served, or that lies on a network."""
    place = database_place()
    if place is None:
        return
    if others_may_read(place):
        yield f"Everybody on this machine may read the database {place}.", f"chmod 600 {place}"
    for root in {settings.STATIC_ROOT, settings.BASE_DIR / "static"}:
        if place.is_relative_to(Path(root).resolve()):
            yield (
                f"The database {place} lies in {root}, from which files are served to anybody.",
                "Move it elsewhere, and say where in DATABASE_URL.",
            )
    if kind := network_of(place):
        yield (
            f"The database {place} lies on a network file system ({kind}), where SQLite can lose writes.",
            "Move it to a disk of this machine, or use PostgreSQL.",
        )


def syncing() -> Found:
    """W017: a PostgreSQL that answers before its disk has what was saved."""
    if off := switched_off():
        yield (
            f"PostgreSQL says that something is saved before it is on its disk ({', '.join(off)} off): after "
            "a power cut, what people were told was saved may be gone.",
            "Turn that on in postgresql.conf, and restart it.",
        )


def backups() -> Found:
    """W007: nothing to go back to."""
    from workshop.models import Audit, Workshop

    days = settings.BACKUP_WITHIN
    if not days or not Workshop.objects.filter(purpose=Workshop.Purpose.REAL).exists():
        return
    since = timezone.now() - timedelta(days=days)
    if not Audit.objects.filter(slug="", verb="backed_up", at__gte=since).exists():
        yield (
            f"No backup was made in the last {days} days.",
            "Run `manage.py backup` every night; docs/guide/host/backup.md has the line for cron. If another "
            "program makes your backups, set BACKUP_WITHIN=0.",
        )


def mail() -> Found:
    """W008: letters that nobody gets."""
    if not sends_mail():
        yield (
            "No mail is sent: letters are printed in the log at most. Nobody gets a link for a new password. "
            "Facilitators are reminded on pages alone that a workshop is erased; where none of them says "
            "that they saw it, its day is put off once, by 30 days.",
            "Set EMAIL_URL. `manage.py facilitator EMAIL --link` prints a link for a password.",
        )


def worker() -> Found:
    """W009: work that waits for nobody, or was given up."""
    from workshop.models import Workshop
    from workshop.models.jobs import failed_jobs, is_worker_alive

    waits = Workshop.objects.filter(retain_until__isnull=False).exists()
    if waits and not is_worker_alive(timezone.now()):
        yield (
            "The worker does not run: nobody is reminded, and no workshop is erased on its day.",
            "Start Roundel with bin/up, or run `manage.py work` beside it.",
        )
    if failed := failed_jobs():
        yield (
            f"{failed} jobs of the worker were given up, or fail each day; the log says why.",
            "Mend that, and tell us.",
        )


def ledger() -> Found:
    """W016: erasures that a backup would bring back, or has brought back."""
    from workshop.actions.standing import is_reapplied, not_in_the_ledger

    if not is_reapplied():
        yield (
            "A backup was put back, and what was erased since is not erased again.",
            f"See that the ledger of erasures is at {settings.ERASURES_FILE}, and run `manage.py "
            "reapplyerasures`.",
        )
    if missing := not_in_the_ledger():
        yield (
            f"{missing} erasures are not in the ledger at {settings.ERASURES_FILE}: a backup would bring "
            "them back.",
            "Servers on several machines need one ledger: set ERASURES_FILE to a file that they share. If it "
            "was moved, put it back in its place.",
        )


def clock() -> Found:
    """W011: a clock that cannot be trusted."""
    from workshop.models import Audit

    try:
        ZoneInfo(settings.TIME_ZONE)
    except (ZoneInfoNotFoundError, ValueError):
        yield "This machine knows no time zones: deadlines are wrong.", "Install Python's package tzdata."
    newest = Audit.objects.order_by("-at").values_list("at", flat=True).first()
    if newest and newest > timezone.now() + timedelta(minutes=5):
        yield f"The clock is behind: something was noted at {newest:%Y-%m-%d %H:%M} UTC.", "Set it, with NTP."


def processes() -> Found:
    """W012: servers that do not hear each other."""
    if settings.WORKERS > 1 and "InMemory" in str(settings.CHANNEL_LAYERS["default"]["BACKEND"]):
        yield "Several processes do not hear each other: pages do not follow the desk.", "Set REDIS_URL."


def hosts() -> Found:
    """W013: an address that anybody can forge."""
    if "*" in settings.ALLOWED_HOSTS:
        yield "ALLOWED_HOSTS=* lets anyone forge the address in e-mails.", "Name your own hosts."


def disk() -> Found:
    """W014: a disk that is nearly full, after which nothing is saved."""
    place = database_place()
    for folder in {place.parent if place else settings.BASE_DIR, Path(settings.BACKUP_FOLDER)}:
        if (free := free_at(folder, ROOM)) < ROOM:
            yield (
                f"Only {free // 1_000_000} MB are free where {folder} is. When it is full, nothing is saved.",
                "Make room: remove old backups with `manage.py backup --keep DAYS`.",
            )


def notices() -> Found:
    """W015: statements that are not filled in."""
    if missing := settings.NOTICES.missing:
        yield (
            "The privacy notice and the accessibility statement are not filled in, and say so to everybody.",
            f"Set {', '.join(missing)}.",
        )
    if settings.NOTICES.names_no_carrier:
        yield (
            "Letters go out through a mail server, and the privacy notice does not say whose it is.",
            "Set NOTICE_PROCESSORS: who handles names, addresses and personal links for you.",
        )


def database_place() -> Path | None:
    """Return where the SQLite file is; none for PostgreSQL."""
    return Path(connection.settings_dict["NAME"]).resolve() if connection.vendor == "sqlite" else None
