"""What the summarizer knows of English: what a line can shed, and how clauses hang together."""

from __future__ import annotations

import re

from deckgen.summary.pattern import late, one_of

_I = re.IGNORECASE | re.ASCII


def _heads(phrases: str) -> str:
    """Phrases, one a line, as alternatives."""
    return "(?:" + "|".join(line.strip() for line in phrases.strip().splitlines()) + ")"


FILLER_HEAD = late(
    one_of(
        """however moreover furthermore additionally also besides actually basically essentially
        first firstly second secondly third thirdly finally lastly then next so thus therefore hence
        consequently accordingly meanwhile well now interestingly surprisingly unsurprisingly importantly
        notably honestly frankly similarly likewise still nevertheless nonetheless yet and but or"""
    )
    + r"(?:,\s+|(?<=\b(?:and|but|yet))\s+|(?<=\b(?:or|so))\s+)"
    + "|"
    + _heads(
        """in addition
        of course
        in fact
        in short
        in summary
        to sum up
        in other words
        that said
        on the other hand
        as a result
        to be honest
        needless to say
        as you (?:may |might )?know
        as we (?:all )?know
        as expected
"""
    )
    + r",\s+",
    _I,
)
POINTER = late(
    r"(?=[,(\sas])(?:,\s*|(?<!\s)\s+)?\(?(?:as (?:shown|seen|illustrated|depicted|listed|described)?\s*"
    r"(?:in the (?:figure|picture|diagram|table|image|photo|slide|screenshot)(?: (?:below|above))?|below|above)"
    r"|(?:see|shown in) (?:the )?(?:figure|picture|diagram|table|image|photo|slide|screenshot)"
    r"(?: \d+)?(?: (?:below|above))?"
    r"|see below|see above|\((?:below|above|left|right)\)|as follows)\)?(?=[\s,.;:)]|$)",
    _I,
)
LABEL_HEAD = late(
    r"(?:here (?:is|are)|here's|below (?:is|are)|these are|the following (?:is|are)|let's (?:look at|see)"
    r"|let us (?:look at|see)|i (?:will|would like to|'ll) (?:list|describe))\s+",
    _I,
)
LABEL_TAIL = late(
    r"(?<!\s)(?:\s+(?:,\s+)?|,\s+)(?:as follows|as below|(?:is|are|include|includes|were|was) the following"
    r"|are|is|include|includes|were|was|the following|below)\s*$",
    _I,
)
BREAK = late(
    r"(?=[;,—\s])(?:(?:(?<!\s)\s+)?(?P<mark>;|\s[–—-]{1,2}(?=\s)|—|,)\s+(?=\w)"
    r"|(?<!\s)\s+(?=(?P<conj>because|although|though|whereas|unless|while|if|when|so that)\b))",
    re.ASCII,
)
FINITE = late(
    r"\b(?:\w{3,}ed|"
    + one_of(
        """is are was were has have had will can could should would may might must does do did isn't aren't don't
        doesn't won't can't makes make takes take gives give gets get needs need uses use runs run wants want
        says say shows show works work allows allow brings bring provides provide supports support becomes
        become became came comes come drew rose fell told spoke held met won lost sold bought brought taught
        chose broke wrote drove sent spent felt dealt cut set put hit left paid read grew knew know knows went
        goes go made took gave got ran said saw grew grows grow built builds build found kept keeps keep led
        leads lead means mean lets let helps help remains remain starts start began begins begin"""
    )
    + r")\b",
    _I,
)
SUBJECT_HEAD = late(
    r"(?:(?:and|so|yet|or) )?(?:we|they|it|he|she|this"
    r"|that(?= (?:is|was|has|had|makes|made|means|will|would|can|could|helps))"
    r"|these|those|the|a|an|there|you|its|our|their|his|her|each|every|all"
    r"|both|many|most|some|one|two|[A-Z]\w*)\b",
    re.ASCII,
)
JOIN_HEAD = late(r"(?:and|or|but|so|yet|nor)\b", _I)
CONTRAST_HEAD = late(
    r"(?:but|although|though|whereas|while|yet|except|unless|however|if|when|until|only|even|not)\b", _I
)
RELATIVE_HEAD = late(r"(?:which|who|whose|where|whom)\b", _I)
PARTICIPLE_HEAD = late(
    r"(?:thus |thereby |even |often |usually )?(?!during\b|bring\b|string\b|being\b|king\b)[a-z]{3,}ing\b"
)
EXAMPLE_HEAD = late(
    r"(?:such as|including|e\.g\.|for example|for instance|especially|particularly"
    r"|in particular|namely|i\.e\.|like)(?=[\s,])",
    _I,
)
REASON_HEAD = late(r"(?:because|since|as|so that|given|thanks to|due to)\b", _I)
CONDITION_HEAD = late(
    r"(?:if|when|whenever|unless|until|once|even if|although|though|according to|while|provided|only)\b", _I
)
OPENING_HEAD = late(
    one_of(
        """if when while once unless although though because since after before given until whenever even
        despite instead rather in at on for with without during as by to from under over according thanks
        due compared today yesterday currently recently now last"""
    )
    + r"\b",
    _I,
)
PRONOUN_HEAD = late(
    r"(?:it|this|these|those|they|he|she|such|its|their|his|her|both of them|the (?:latter|former|above|same))\b", _I
)
INSET = late(r"\b(?:that|which|who|whose|where|whom)\b", _I)
ELLIPSIS = late(r"\b(?:not|so|too|either|do|does|did|should|would|could|can|almost|yes|no|maybe)$", _I)
ABBREVIATION = late(
    r"(?:(?<!\d )\b(?:e\.g|i\.e|etc|vs|mr|mrs|ms|dr|prof|no|fig|al|inc|ltd|corp"
    r"|approx|st|jr|sr|v|vol|dept|u\.s|a\.m|p\.m|resp|cf|ca)"
    r"|\b[A-Z])\.$",
    _I,
)
