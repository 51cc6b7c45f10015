"""The schema's steps, run by the program itself when a book is made or opened."""
