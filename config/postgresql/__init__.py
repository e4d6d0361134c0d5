"""Django's PostgreSQL with a pool that outlives a restart of its server: the engine `config.postgresql`."""
