"""An attacker who keeps all that a role is sent, watches who acts when, and works out who chose what."""
