"""Draws the pictures of the sample posts again: python posts/draw

They are kept beside the posts, so that nobody needs fonts to build decks from them.
"""

from diagrams import DIAGRAMS
from views import VIEWS

for draw in (*DIAGRAMS, *VIEWS):
    draw()
    print(draw.__name__)
