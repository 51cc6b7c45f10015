"""Records, values, spans, ids and problems: what every other room speaks. Standard library only."""
