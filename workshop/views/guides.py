"""The guides, for whoever asks: what stands in docs/guide, chapter by chapter."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from config.guides import CONTENTS, GUIDES, chapters, title_of


@require_safe
def guides(request: HttpRequest) -> HttpResponse:
    """Show which guides there are."""
    both = [(name, title_of(name, CONTENTS)) for name in GUIDES]
    return render(request, "workshop/guide/guides.html", {"guides": both})


@require_safe
def guide(request: HttpRequest, guide: str) -> HttpResponse:
    """Show the contents of a guide."""
    if guide not in GUIDES:
        raise Http404(_("There is no such guide."))
    facts = {"guide": guide, "title": title_of(guide, CONTENTS), "next": chapters(guide)[0]}
    return render(request, "workshop/guide/contents.html", facts)


@require_safe
def chapter(request: HttpRequest, guide: str, chapter: str) -> HttpResponse:
    """Show a chapter, with those before and after it, and the contents beside it."""
    every = chapters(guide)
    names = [each.name for each in every]
    if chapter not in names:
        raise Http404(_("There is no such chapter."))
    n = names.index(chapter)
    facts = {
        "guide": guide,
        "whole": title_of(guide, CONTENTS),
        "title": title_of(guide, chapter),
        "chapter": every[n],
        "chapters": every,
        "previous": every[n - 1] if n else None,
        "next": every[n + 1] if n + 1 < len(every) else None,
    }
    return render(request, "workshop/guide/chapter.html", facts)
