"""The names of Office Open XML (ISO/IEC 29500): namespaces, types of relationships and of parts, placeholders."""

from __future__ import annotations

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
"""How the types of relationships between parts begin."""

RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
PRESENTATIONML = "application/vnd.openxmlformats-officedocument.presentationml."
"""How the content types of parts begin that only presentations have."""

THEME = "application/vnd.openxmlformats-officedocument.theme+xml"

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
"""Namespaces as they stand before the names of elements and attributes once these are parsed."""

TITLES = ("title", "ctrTitle")
"""The types of placeholders that are titles."""

ANCHOR = {"top": "t", "middle": "ctr", "bottom": "b"}
"""Where text stands in its box, as DrawingML says it (`anchor` of `a:bodyPr`)."""
