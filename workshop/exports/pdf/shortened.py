"""What a PDF holds of a very large workshop: so many comments under one heading, and how many more there are.

Twelve thousand comments are seven hundred pages, and take typst most of a gigabyte. The Word file holds all.
"""

from collections.abc import Iterable, Iterator

from django.utils.translation import ngettext

from workshop.exports.report.blocks import Block, Heading, Listing, Paragraph, Quotation

MOST = 100


def shortened(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks with at most ``MOST`` quotations under a heading and items in a list."""
    told = 0
    for block in blocks:
        if isinstance(block, Heading):
            yield from _more(told - MOST)
            told = 0
        if isinstance(block, Quotation):
            told += 1
            if told > MOST:
                continue
        yield Listing(block.items[:MOST]) if isinstance(block, Listing) else block
        if isinstance(block, Listing):
            yield from _more(len(block.items) - MOST)
    yield from _more(told - MOST)


def _more(n: int) -> Iterator[Block]:
    if n > 0:
        says = ngettext(
            "%(n)s more is left out here for its length: the Word file has it, and so have the tables.",
            "%(n)s more are left out here for their length: the Word file has them, and so have the tables.",
            n,
        )
        yield Paragraph(says % {"n": n}, look="small")
