"""Every rule by its id, with what it says in one sentence: for people, and for programs that read SARIF.

Every notice that reading, building and exporting give names one of them, and so does every finding.
"""

from __future__ import annotations

from collections.abc import Mapping

RULES: Mapping[str, str] = {
    # posts
    "post-unreadable": "A post cannot be read.",
    "post-doubled": "Two posts say the same.",
    "post-setting": "A setting of a post or of the table of summits is not understood.",
    "encoding": "A post is not written in UTF-8.",
    "picture-missing": "A picture that a post names is not there.",
    "picture-refused": "A picture lies where deckgen does not look: on the web, or outside of the posts' folder.",
    "picture-unusable": "A picture's file cannot be shown.",
    "picture-small": "A picture is too small to be read on a slide.",
    "heading-empty": "A heading has nothing below it.",
    "structure-guessed": "A post's structure was broken and has been guessed.",
    "link-dead": "A link leads nowhere.",
    "title-long": "A title does not fit its slide.",
    "text-cut": "Text of a post is not shown on a slide as it is written.",
    "summit-unknown": "Nothing says which summit a post belongs to.",
    "summit-doubled": "A summit's deck is wanted by more than one outline, or by an outline and posts.",
    # what posts are built with, and what comes of it
    "setting-unusable": "A theme file or a deckgen.toml says what cannot be used.",
    "template-unusable": "A company's template cannot be used.",
    "template-unfit": "A company's template lacks a layout, or room, that slides need.",
    "edit-kept": "A deck or an outline that somebody had edited was kept under another name.",
    "file-unwritten": "A file cannot be written.",
    # decks
    "deck-unreadable": "A deck cannot be read.",
    "deck-damaged": "A deck refers to parts that it does not hold.",
    "deck-heavy": "A deck is large, or holds far more pixels than it shows.",
    "text-overflow": "Text is taller or wider than its box.",
    "text-off-slide": "Text runs off the slide.",
    "text-small": "Text is too small to be read from the back of a room.",
    "text-dense": "A slide holds more text than an audience reads.",
    "text-contrast": "Text hardly differs from what is behind it.",
    "text-covered": "Text stands on other text, or something hides it.",
    "font-missing": "A typeface is not on this machine, or its widths are not known.",
    "picture-distorted": "A picture is stretched or squeezed.",
    "picture-coarse": "A picture is shown larger than its pixels allow.",
    "picture-linked": "A picture lies outside of the deck.",
    "picture-of-slide": "A slide is a picture: its words can be neither edited nor found nor read aloud.",
    "alt-missing": "A picture or chart says nothing to those who cannot see it.",
    "title-missing": "A slide has no title.",
    "title-doubled": "Two slides have the same title.",
    "slide-empty": "A slide shows nothing.",
    "shape-off-slide": "A shape lies wholly or partly beside the slide.",
    # decks as LibreOffice shows them
    "render-failed": "LibreOffice cannot show a deck.",
    "render-outside": "Text is shown outside of its box.",
    "render-shrunk": "Text is shown smaller than it is written.",
    "render-lost": "Text is not shown at all.",
}
