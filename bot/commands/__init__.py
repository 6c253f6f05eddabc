"""What each command does; bot/cli.py holds their names and options."""
