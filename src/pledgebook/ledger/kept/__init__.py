"""What totals need of a book, kept with its entries: columns of numbers instead of records."""
