"""What the summarizer knows of Korean and Japanese: only what stands at the head, set off from the rest."""

from __future__ import annotations

from deckgen.summary.pattern import late, words

KOREAN_FILLER_HEAD = words(
    "그리고 하지만 그러나 그런데 또한 또 그래서 따라서 즉 한편 물론 사실 먼저 우선 마지막으로 결국 다만 참고로",
    r",?\s+",
)
JAPANESE_FILLER_HEAD = words(
    """また さらに しかし ただし そして 一方 一方で なお ちなみに つまり 実は 実際 実際に もちろん まず 次に 最後に
    そのため したがって なので ところで そこで それから とりあえず""",
    "、",
)
PRONOUN_HEAD = words(
    """이는 이것은 그것은 이런 그런 이러한 그러한 그는 그녀는 これ[はらが] それ[はらが] この その 彼[はらが] こう
    そう 同社 同氏 こちら"""
)
PARTICLE = late(r" (을|를|이|가|은|는|에|에서|와|과|의|로|으로|도|만)(?=[ ,.]|$)")
"""A Korean particle that a space parts from its word, as stands behind brackets."""
POINTER = late(
    r"(?:아래|위|다음)\s?(?:그림|사진|표)[^\s]*\s?|(?:下|上|次)の?(?:図|写真|表)(?:の(?:よう(?:に|な)|とおり))?、?"
)
