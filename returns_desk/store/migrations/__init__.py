"""The database's migrations, run by ``store.migrate``."""
