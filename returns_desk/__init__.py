"""Returns Desk: the fastest and calmest way to turn a returned parcel into a decision."""

__version__ = "0.5.0"
