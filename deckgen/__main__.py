"""`python -m deckgen` is the command line."""

from deckgen.cli import main

# Further processes import this file once more, under another name.
if __name__ == "__main__":
    main()
