"""Posts: files to values. Decoding, front matter, structure repair, Markdown to blocks, and which summit it was."""

from deckgen.posts.find import ENDINGS, PostFile, find
from deckgen.posts.language import language
from deckgen.posts.read import read
from deckgen.posts.summits import Group, group

__all__ = ["ENDINGS", "Group", "PostFile", "find", "group", "language", "read"]
