"""The pieces that every document is made of: pages, letters, tables, bars."""
