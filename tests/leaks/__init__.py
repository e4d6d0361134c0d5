"""What each person is sent through a whole workshop, byte by byte, and what nobody may do by any door."""
