"""python bot.py COMMAND: the door; hands on to bot/cli.py."""

from bot.cli import main

if __name__ == "__main__":
    main()
