"""The results as a draft for a co-author: one plain report, which DOCX and PDF are written from."""
