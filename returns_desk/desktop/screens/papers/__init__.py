"""The papers of a batch in the window: numbered ones, files that others made, what is put together of them."""
