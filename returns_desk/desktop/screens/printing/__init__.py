"""Settings, the page of printers: what waits for them, and where each kind of paper goes from this station."""
