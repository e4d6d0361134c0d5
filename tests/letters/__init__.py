"""Letters: what goes to whom, through a mail server of our own that can be told to refuse."""
