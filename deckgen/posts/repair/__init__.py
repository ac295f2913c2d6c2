"""Structure that got lost on the way, put back by small rules, each of which says what it changed and where.

The rules run in the order of the list: first what hides text from Markdown, then what glues lines together, then
what makes false headings, then what is not the post's text at all, and last, where nothing shows any structure, the
search for the headings of plain text.
"""

from __future__ import annotations

from deckgen.model import Repair
from deckgen.posts.lines import Lines
from deckgen.posts.repair import (
    breaks,
    code,
    depth,
    glued,
    glued_items,
    headings,
    indents,
    jekyll,
    labels,
    marks,
    page,
    plain,
    swallowed,
    tabs,
)
from deckgen.posts.repair.rule import Rule, guarded

RULES = (
    Rule("too-deep", "what is nested deeper than the parser goes would be lost", depth.mend_depth),
    Rule("indented-prose", "Chinese paragraphs are indented, and Markdown takes them for code", breaks.indented_prose),
    Rule("indented-bullet", "bullets too far to the right are text or code to Markdown", indents.indented_bullets),
    Rule("site-code", "highlight tags are how site generators mark code", jekyll.highlight_tags),
    Rule("site-contents", "`{:toc}` stands for a table of contents", jekyll.kramdown_contents),
    Rule(
        "site-tag", "includes, shortcodes and attributes mean something to a site generator only", jekyll.mend_site_tags
    ),
    Rule("tab-table", "a table copied off a page has tabs between its cells", tabs.tab_tables),
    Rule("wide-space", "Markdown wants a plain space after a mark", marks.mend_wide_space),
    Rule("glued-heading", "a lost line break leaves a heading at the end of the line above", glued.mend_headings),
    Rule("heading-space", "`##标题` lacks its space", marks.mend_heading_space),
    Rule("glued-bullet", "lost line breaks leave a whole list in one line", glued_items.mend_bullets),
    Rule("lost-break", "wide gaps are all that is left of line breaks", breaks.mend_lost_breaks),
    Rule("foreign-bullet", "other programs draw bullets that Markdown does not know", marks.foreign_bullets),
    Rule("cramped-bullet", "`*内容` lacks its space", marks.mend_cramped_mark),
    Rule("lazy-label", "without a blank line a label ends the item above its list", labels.lazy_labels),
    Rule("loose-emphasis", "emphasis does not close behind a space", marks.mend_loose_emphasis),
    Rule("spaced-picture", "a space ends a picture's address", marks.mend_spaced_picture),
    Rule("open-link", "a link that is never closed shows its address", marks.mend_open_link),
    Rule("setext-trap", "a rule of dashes right below a paragraph makes a heading of it", breaks.setext_trap),
    Rule("swallowed-sentence", "a lost line break makes a heading run on into its text", swallowed.swallowed_sentences),
    Rule("false-heading", "notes, paragraphs and quotations are no headings, however large", headings.false_headings),
    Rule("page-furniture", "date, byline and notices around the text are facts, not text", page.furniture_above),
    Rule("page-furniture", "the page below the text is not the text", page.furniture_below),
    Rule("drawn-line", "lines drawn with dashes part nothing that a slide does not", page.dashes),
    Rule("lost-fence", "code copied off a page has no fence, and its lines look like headings", code.lost_fences),
    Rule("plain-title", "plain text begins with its title", plain.plain_title),
    Rule("plain-heading", "plain text shows its headings by number, place and length only", plain.plain_headings),
)


def mend(lines: Lines, *, titled: bool = False) -> tuple[Lines, tuple[Repair, ...]]:
    """The lines with their structure put back, and every change that was made, by original line.

    `titled` says that the title is known, so that none is looked for.
    """
    repairs: list[Repair] = []
    for rule in RULES:
        if titled and rule.name == "plain-title":
            continue
        mended = rule.mend(guarded(lines) if rule.name == "site-code" else lines)
        lines = mended.lines
        repairs.extend(mended.repairs)
    return lines, tuple(sorted(repairs, key=lambda repair: repair.line))
