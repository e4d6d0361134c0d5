"""English is the language that Roundel is written in, so no catalogue need be asked for its words."""

from django.utils.translation import trans_real

OWN = ("en-gb",)


def ask_no_empty_catalogue() -> None:
    """Leave out the catalogues that Django hangs behind its British ones: they hold no words at all.

    Each would be asked in vain for each word of each page.
    """
    for language in OWN:
        catalogue = trans_real.translation(language)
        behind, empty = vars(catalogue).get("_fallback"), True
        while behind:
            empty = empty and not any(vars(behind)["_catalog"].keys() - {""})
            behind = vars(behind).get("_fallback")
        if empty:
            vars(catalogue)["_fallback"] = None
