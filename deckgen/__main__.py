"""`python -m deckgen` is the command line."""

from deckgen.cli import main

main()
