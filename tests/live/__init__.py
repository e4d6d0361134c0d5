"""The live room: who hears what, when, and what happens when something fails."""
