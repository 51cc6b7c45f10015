"""Blocks, sentences, quotations, tokens and parses. The only room that knows the parser."""
