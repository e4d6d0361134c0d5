"""Simulated leaders at work: what each says and does in a rehearsal, through the same actions as people."""
