"""Alembic's entry: it runs on the connection that ``migrate`` opened, inside its transaction."""

from alembic import context

from returns_desk.store.records import metadata

context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata, transaction_per_migration=False
)
context.run_migrations()
