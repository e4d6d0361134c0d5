"""A letter as it reaches one person: as text, as HTML and as what a mail server is handed."""

from .copies import Copy, copy_of, example_copy
from .mail import as_mail

__all__ = ["Copy", "as_mail", "copy_of", "example_copy"]
