"""Which claims speak of the same thing, and how they relate: a function of a set, not an order."""
