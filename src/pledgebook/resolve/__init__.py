"""Money, quantities, dates and actors in a text, as canonical values. Never needs the parser."""
