"""Simulated leaders: what each thinks, and what each does next. Plain Python, the same for the same seed."""
