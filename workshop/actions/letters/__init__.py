"""Letters: written, sent for by a facilitator, handed to the mail server one by one, once each."""

from .writing import begin_letter, edit_letter, remove_letter

__all__ = ["begin_letter", "edit_letter", "remove_letter"]
