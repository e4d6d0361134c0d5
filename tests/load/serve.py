"""Serve an application with Roundel's own flags: `python -m tests.load.serve tests.load.bare`."""

import os
import sys

from config.serve import command

if __name__ == "__main__":
    words = [
        f"{sys.argv[1]}:application" if word == "config.asgi:application" else word for word in command()
    ]
    os.execv(sys.executable, words)
