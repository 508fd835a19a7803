"""Paper: slips, labels and sheets as PDF, PNG or ZPL, made from frozen values; no Qt, no database."""
