"""Timed transcripts in WebVTT: strict about the header, forgiving about the rest.

The format: https://www.w3.org/TR/webvtt1/. What programs that record meetings write differs from it in
small ways, so a comma for a full stop in a time and a missing blank line are taken as they are meant.
Times are seconds from the beginning of the recording.
"""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?"
TIMES = re.compile(rf"\s*{TIME}\s*-->\s*{TIME}(?:\s.*)?")
VOICE = re.compile(r"<v(?:\.[^\s>]*)?(?:\s([^>]*))?>")
TAG = re.compile(r"<[^>]*>")
HEADER = re.compile(r"\ufeff?WEBVTT(?:[ \t].*)?")
ARROW, BLOCKS = "-->", ("NOTE", "STYLE", "REGION")


class BadTranscript(ValueError):
    """What cannot be read as WebVTT: ``line`` counts from 1, ``reason`` is header, time or empty."""

    def __init__(self, reason: str, line: int) -> None:
        super().__init__(f"{reason} in line {line}")
        self.reason, self.line = reason, line


@dataclass(frozen=True)
class Cue:
    """Something that was said, from ``start`` to ``end``; ``speaker`` is empty where nobody is named."""

    start: float
    end: float
    speaker: str
    text: str


def read_webvtt(text: str) -> list[Cue]:
    """Return what was said, in the order of time.

    Args:
        text: a file with LF line ends.

    Raises:
        BadTranscript: the first line is not WEBVTT, a line with an arrow has no two times, nothing is said.
    """
    lines = text.split("\n")
    if not HEADER.fullmatch(lines[0]):
        raise BadTranscript("header", 1)
    cues = [cue for cue in _cues(lines) if cue.text]
    if not cues:
        raise BadTranscript("empty", len(lines))
    return sorted(cues, key=lambda cue: (cue.start, cue.end))


def _cues(lines: Sequence[str]) -> Iterator[Cue]:
    n = 1
    while n < len(lines):
        if lines[n].startswith(BLOCKS):
            n = _end_of_block(lines, n + 1)
        elif ARROW in lines[n]:
            start, end = _times(lines[n], n + 1)
            until = _end_of_block(lines, n + 1)
            yield from _voices(start, end, "\n".join(lines[n + 1 : until]))
            n = until
        else:
            n += 1


def _end_of_block(lines: Sequence[str], n: int) -> int:
    """Return the next line that is blank or has times."""
    while n < len(lines) and lines[n].strip() and ARROW not in lines[n]:
        n += 1
    return n


def _times(line: str, number: int) -> tuple[float, float]:
    found = TIMES.fullmatch(line)
    if not found:
        raise BadTranscript("time", number)
    start, end = _seconds(found.groups()[:4]), _seconds(found.groups()[4:])
    return start, max(start, end)


def _seconds(parts: Sequence[str | None]) -> float:
    hours, minutes, seconds, thousandths = parts
    fraction = int((thousandths or "0").ljust(3, "0")) / 1000
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0) + fraction


def _voices(start: float, end: float, payload: str) -> Iterator[Cue]:
    """Yield one cue for each voice in a payload; words before the first voice are nobody's."""
    first, *rest = VOICE.split(payload)
    yield Cue(start, end, "", _plain(first))
    for speaker, words in zip(rest[::2], rest[1::2], strict=True):
        yield Cue(start, end, _plain(speaker or ""), _plain(words))


def _plain(words: str) -> str:
    return " ".join(html.unescape(TAG.sub("", words)).split())


def between(cues: Sequence[Cue], start: float, end: float) -> list[Cue]:
    """Return what was being said at any time from ``start`` to ``end``, both counted in."""
    return [cue for cue in cues if cue.start <= end and cue.end >= start]
