"""How Roundel is configured and served."""
