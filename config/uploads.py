"""No file larger than the limit is kept, not even for a moment: what comes after the limit is thrown away."""

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile

TOO_LARGE = "roundel.too_large"  # in the META of a request of which a file did not arrive


class MeasuringHandler(FileUploadHandler):
    """Counts the bytes of each file that is sent; one that is too large does not arrive."""

    size = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin to count."""
        super().new_file(*args, **kwargs)
        self.size = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Hand on what still fits.

        Raises:
            SkipFile: the file is too large.
        """
        self.size += len(raw_data)
        if self.size > settings.MOST_UPLOADED:
            if self.request is not None:
                self.request.META[TOO_LARGE] = "1"
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the file to the next handler."""
