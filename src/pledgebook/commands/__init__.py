"""What each verb of the command line does, apart from its options (cli.py)."""
