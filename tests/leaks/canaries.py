"""Words that nobody would write, one for each thing that somebody wrote, and where they turn up."""

import hashlib

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def word_for(label: str) -> str:
    """Return a word of eleven letters that stands for a label, the same each time."""
    digest = hashlib.sha256(label.encode()).digest()
    return "zq" + "".join(LETTERS[byte % 26] for byte in digest[:9])


class Canaries:
    """The words that were planted, by what each stands for."""

    def __init__(self) -> None:
        self.planted: dict[str, str] = {}

    def plant(self, label: str, word: str = "") -> str:
        """Return the word to be written for a label; ``word`` if it has one already, such as a secret."""
        self.planted[label] = word or word_for(label)
        return self.planted[label]

    def found_in(self, text: str) -> set[str]:
        """Return the labels whose words stand in a text, however they are capitalised."""
        folded = text.casefold()
        return {label for label, word in self.planted.items() if word.casefold() in folded}
