"""What a PDF holds of a very large workshop: what fits of what people wrote, and how much more there is.

Typst holds a whole document in memory: twelve thousand comments of thirty words, seven hundred pages, take
860 MB. The Word file holds all.
"""

from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import ngettext

from workshop.exports.report.blocks import Block, Heading, Listing, Paragraph, Quotation

FITS = 1_200_000  # characters of comments in one file, with what each takes beside them: 170 MB
BESIDE = 300  # a comment takes as much memory as so many characters, before its own
ITEMS = 100  # of one list


def shortened(blocks: Iterable[Block], fits: int = FITS) -> Iterator[Block]:
    """Yield the blocks with as many quotations as fit, and at most ``ITEMS`` of a list.

    Only the longest sections are cut, all at one length; each says how many more there are.
    """
    every = list(blocks)
    share = share_of(_lengths(every), fits)
    length = left = 0
    for block in every:
        if isinstance(block, Heading):
            yield from _more(left)
            length = left = 0
        if isinstance(block, Quotation):
            length += _length(block)
            if length > share:
                left += 1
                continue
        yield Listing(block.items[:ITEMS]) if isinstance(block, Listing) else block
        if isinstance(block, Listing):
            yield from _more(len(block.items) - ITEMS)
    yield from _more(left)


def share_of(lengths: Sequence[int], fits: int) -> int:
    """Return the length at which the longest are cut, so that all together fit."""
    room = fits
    for n, length in enumerate(sorted(lengths)):
        share = room // (len(lengths) - n)
        if length > share:
            return share
        room -= length
    return fits


def _lengths(blocks: Iterable[Block]) -> list[int]:
    """Return how much stands under each heading."""
    found = [0]
    for block in blocks:
        if isinstance(block, Heading):
            found.append(0)
        elif isinstance(block, Quotation):
            found[-1] += _length(block)
    return found


def _length(quotation: Quotation) -> int:
    return BESIDE + len(quotation.text) + len(quotation.by)


def _more(n: int) -> Iterator[Block]:
    if n > 0:
        says = ngettext(
            "%(n)s more is left out here for its length: the Word file has it, and so have the tables.",
            "%(n)s more are left out here for their length: the Word file has them, and so have the tables.",
            n,
        )
        yield Paragraph(says % {"n": n}, look="small")
