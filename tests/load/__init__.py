"""A room full of people on a scratch database: how long an answer takes, and until every screen is right."""
