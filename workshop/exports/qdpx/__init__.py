"""For NVivo, ATLAS.ti and MAXQDA: a project of REFI-QDA 1.0, in which what people wrote is coded already."""

from .project import QDPX

__all__ = ["QDPX"]
