"""What a check may look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from .register import Register
from .verlauf import Step, courses


@dataclass(frozen=True)
class Facts:
    """The register, the courses made from it, and the day for which everything is said."""

    register: Register
    today: date
    courses: dict[str, list[Step]] = field(default_factory=dict)

    @classmethod
    def of(cls, register: Register, today: date) -> Facts:
        """Derive the facts from a register."""
        return cls(register, today, courses(register))
