"""What a query may cost."""

from __future__ import annotations

import os
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Limits:
    """Bounds of the service.

    Attributes:
        seconds: how long one query may take.
        megabytes: how large one answer may be.
        memory: how much memory one query may need beside the data, in MB.
        workers: how many queries are answered at a time.
        patience: how many seconds a query waits for its turn.
        characters: how long a query may be.
    """

    seconds: float = 30.0
    megabytes: float = 64.0
    memory: int = 1024
    workers: int = field(default_factory=lambda: max(4, os.cpu_count() or 1))
    patience: float = 30.0
    characters: int = 1_000_000
