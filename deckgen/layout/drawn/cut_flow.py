"""A flowchart with more than can be read is cut in two: ways across the cut lead to and from the author's numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckgen.model import Drawn, Edge, Flow, Node, Run, plain

MOST, FEWEST = 9, 3
"""Nodes on a page, references among them, and the fewest of a page's own."""

MOST_TOGETHER, SIZE_TOGETHER = 12, 16.0
"""The nodes of a flowchart that stay together where their text has at least that size in points."""


def least_size(drawn: Drawn) -> float:
    """The least size in points at which a drawing may be shown on a page: a flowchart of many nodes, in larger text."""
    return SIZE_TOGETHER if isinstance(drawn, Flow) and len(drawn.nodes) > MOST else 0.0


def is_reference(node: Node) -> bool:
    """Whether a node stands for a question on another page."""
    return bool(node.name) and plain(node.text) == _reference(node.name)


def _reference(name: str) -> str:
    return f"→ {name}"


def flow_parts(drawn: Flow) -> tuple[Flow, ...]:
    """The flowchart as it is where it can be read; else cut where the fewest ways cross; nothing where neither can be.

    A way across the cut leads to a reference that holds the author's number of the question it goes on with, and that
    question shows its number. A question without a number cannot be referred to.
    """
    if len(drawn.nodes) <= MOST:
        return (drawn,)
    flow = _in_order(drawn)
    cuts = []
    for place in range(FEWEST, len(flow.nodes) - FEWEST + 1):
        parts = _part(flow, 0, place), _part(flow, place, len(flow.nodes))
        if all(part is not None and len(part.nodes) <= MOST for part in parts):
            crossing = sum((edge.start < place) != (edge.end < place) for edge in flow.edges)
            uneven = abs(len(flow.nodes) - 2 * place)
            cuts.append((crossing, uneven, place, tuple(part for part in parts if part is not None)))
    return min(cuts)[3] if cuts else ()


def _in_order(flow: Flow) -> Flow:
    """The nodes so that each question is followed by the ends that it is the first to lead to."""
    leads_on = {edge.start for edge in flow.edges}
    order: list[int] = []
    for place in range(len(flow.nodes)):
        ends = (edge.end for edge in flow.edges if edge.start == place and edge.end not in leads_on)
        order += [node for node in (place, *ends) if node not in order and (node != place or place in leads_on)]
    order += [place for place in range(len(flow.nodes)) if place not in order]
    at = {node: place for place, node in enumerate(order)}
    edges = tuple(replace(edge, start=at[edge.start], end=at[edge.end]) for edge in flow.edges)
    return Flow(tuple(flow.nodes[node] for node in order), edges)


def _part(flow: Flow, start: int, end: int) -> Flow | None:
    """The nodes from one place to another, with a reference for each that a way from here leads to elsewhere."""
    inside = range(start, end)
    within = [edge for edge in flow.edges if edge.start in inside]
    abroad = list(dict.fromkeys(edge.end for edge in within if edge.end not in inside))
    if not all(flow.nodes[place].name for place in abroad):
        return None
    asked = {edge.end for edge in flow.edges if edge.start not in inside and edge.end in inside}
    nodes = [_numbered(flow.nodes[place]) if place in asked else flow.nodes[place] for place in inside]
    nodes += (replace(flow.nodes[place], text=(Run(_reference(flow.nodes[place].name)),)) for place in abroad)
    return Flow(tuple(nodes), tuple(_moved(within, inside, abroad)))


def _moved(edges: list[Edge], inside: range, abroad: list[int]) -> Iterator[Edge]:
    for edge in edges:
        place = edge.end - inside.start if edge.end in inside else len(inside) + abroad.index(edge.end)
        yield replace(edge, start=edge.start - inside.start, end=place)


def _numbered(node: Node) -> Node:
    if plain(node.text).startswith(node.name):
        return node
    return replace(node, text=(Run(f"{node.name}  ", bold=True), *node.text))
