"""The window's printing: the drain beside the work, the mark, the page of printers."""
