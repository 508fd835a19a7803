"""Tests of the print queue on its way out."""
