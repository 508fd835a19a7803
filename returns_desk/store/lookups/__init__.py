"""Questions to the database, one module a family; they return records and decide nothing."""
