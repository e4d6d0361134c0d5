"""What people send, checked field by field; the rules that need the workshop are in actions."""
