"""Timed transcripts: what programs write is read, and what is none is refused by its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.analysis.webvtt import BadTranscript, Cue, between, read_webvtt

FILE = """WEBVTT - a meeting

NOTE a --> b
This is not said.

STYLE
::cue { color: red }

1
00:00:01.000 --> 00:00:04.500 align:start
<v Ada Lovelace>I would not <i>merge</i> these &amp; those.</v>

01:02,5 --> 01:03.25
Two lines
of one thing.
01:05.000 --> 01:04.000
<v.loud Ben>Yes.</v> <v Cem>No.</v>
"""


def test_who_said_what_is_read_with_its_times() -> None:
    assert read_webvtt(FILE) == [
        Cue(1, 4.5, "Ada Lovelace", "I would not merge these & those."),
        Cue(62.5, 63.25, "", "Two lines of one thing."),
        Cue(65, 65, "Ben", "Yes."),
        Cue(65, 65, "Cem", "No."),
    ]


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        ("", "header", 1),
        ("1\n00:01.000 --> 00:02.000\nHello", "header", 1),
        ("\nWEBVTT\n\n00:01.000 --> 00:02.000\nHello", "header", 1),
        ("WEBVTTX\n\n00:01.000 --> 00:02.000\nHello", "header", 1),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n\nsoon --> later\nHi", "time", 6),
        ("WEBVTT\n\nNOTE nothing\n", "empty", 4),
    ],
)
def test_what_is_no_transcript_is_refused_by_its_line(text: str, reason: str, line: int) -> None:
    with pytest.raises(BadTranscript) as refused:
        read_webvtt(text)

    assert (refused.value.reason, refused.value.line) == (reason, line)


def test_a_byte_order_mark_before_the_header_is_no_fault() -> None:
    assert read_webvtt("\ufeffWEBVTT\n\n00:01.000 --> 00:02.000\nHello")[0].text == "Hello"


def test_a_window_holds_what_was_being_said_in_it() -> None:
    cues = [Cue(0, 10, "", "before"), Cue(5, 20, "", "into"), Cue(30, 31, "", "in"), Cue(61, 62, "", "after")]

    assert [cue.text for cue in between(cues, 11, 60)] == ["into", "in"]


@given(st.text(alphabet=st.sampled_from("WEBVT\n-> 0123456789:.,<v>NOTE&;a"), max_size=200))
def test_any_text_is_read_or_refused_and_never_breaks(text: str) -> None:
    try:
        cues = read_webvtt("WEBVTT\n" + text)
    except BadTranscript as refused:
        cues, line = [], refused.line
    else:
        line = 1
    assert 1 <= line <= text.count("\n") + 2
    assert all(cue.text and cue.start <= cue.end for cue in cues)
    assert cues == sorted(cues, key=lambda cue: (cue.start, cue.end))
