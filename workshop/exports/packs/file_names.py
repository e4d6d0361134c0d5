"""The name of a person in the name of a file: Latin letters that no mark was added to are spelled out."""

from django.utils.text import slugify

# Letters with a mark lose it in `slugify`; these have none to lose and would vanish.
SPELLED = str.maketrans(
    {
        "Ł": "L", "ł": "l", "Ø": "O", "ø": "o", "Đ": "D", "đ": "d", "Ð": "D", "ð": "d", "Þ": "Th", "þ": "th",
        "Æ": "Ae", "æ": "ae", "Œ": "Oe", "œ": "oe", "ß": "ss", "ẞ": "SS", "ı": "i", "Ħ": "H", "ħ": "h",
        "Ŧ": "T", "ŧ": "t", "Ŋ": "Ng", "ŋ": "ng", "ĸ": "k", "Ə": "E", "ə": "e",
    }
)  # fmt: skip


def in_file_name(name: str) -> str:
    """Return a name as small letters and dashes; empty if it has no Latin letter."""
    return slugify(name.translate(SPELLED))
