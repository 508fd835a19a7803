"""Settings, the page of the rules for decisions: versions, the table, its forms, an example beside them, the replay."""
