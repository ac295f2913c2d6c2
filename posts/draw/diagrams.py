"""The diagrams and charts of all cities, in the order of their posts."""

from __future__ import annotations

from barcelona import evacuation, schedule, segments, votes, whiteboard
from beijing import database, layers, window
from tokyo import chain, drivers, plan, ports, poster
from west import binding, clusters, expand

DIAGRAMS = (
    evacuation,
    segments,
    votes,
    whiteboard,
    schedule,
    database,
    window,
    layers,
    clusters,
    expand,
    binding,
    drivers,
    ports,
    plan,
    chain,
    poster,
)
