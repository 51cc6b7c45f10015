"""Readers turn documents into claims; the gate refuses what the words do not carry."""
