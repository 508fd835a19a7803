"""Values and rules of the trade: the standard library only, nothing is looked up and nobody is asked."""
