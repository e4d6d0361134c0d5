"""What comes in from files: read apart from the server, checked, and only then handed to an action.

Nothing here writes a row. What a child process runs (`child.py` and what it imports) is plain Python: it
knows no database and no secret.
"""
