"""Run a module of this folder with Django set up, print what it finds: `python -m tests.load.task NAME`."""

import json
import sys
from importlib import import_module

import django

if __name__ == "__main__":
    django.setup()
    name, *words = sys.argv[1:]
    sys.stdout.write(json.dumps(import_module(f"tests.load.{name}").main(*words)))
