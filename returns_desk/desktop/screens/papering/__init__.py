"""Settings, the page of papers: the shop's details, its logo, colours and footers, with a slip drawn live beside it."""
