"""The results as one page that can be mailed: for those who took part, with no script and no request."""
