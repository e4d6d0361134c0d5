"""Pictures for README and guide, taken from a rehearsal with a fixed seed: `bin/screenshots`."""
