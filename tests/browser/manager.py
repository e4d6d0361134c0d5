"""Management commands one after another in one process: a start of Django costs more than most of them.

Each line that comes in is a JSON list of words; each that goes out is what was printed, and what went wrong.
"""

import io
import json
import sys
import traceback
from contextlib import redirect_stdout

import django
from django.core.management import call_command
from django.db import close_old_connections


def main() -> None:
    """Run what comes in until nothing more does."""
    django.setup()
    for line in sys.stdin:
        printed, wrong = io.StringIO(), ""
        try:
            with redirect_stdout(printed):
                call_command(*json.loads(line))
        except Exception:  # the test that asked is told, whatever it is
            wrong = traceback.format_exc()
        close_old_connections()
        sys.stdout.write(f"{json.dumps([printed.getvalue(), wrong])}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
