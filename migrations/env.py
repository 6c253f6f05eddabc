"""Alembic's environment: migrations run on the connection that models/migrating.py hands over, in its transaction."""

from alembic import context

from models.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite can alter a table only by copying it
    compare_type=True,
)
context.run_migrations()
