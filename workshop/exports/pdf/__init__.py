"""The report as a tagged PDF, set by typst from data alone: no markup is ever made of what somebody wrote."""
