"""What a check may look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from .register import Record, Register
from .source import Document
from .verlauf import Step, courses
from .written import Written, written


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

    def contributions(self) -> Iterator[Record]:
        """Every valid record that carries a trace."""
        return (self.register.records[kennung] for kennung in self.courses)

    @cached_property
    def written(self) -> list[Written]:
        """Every file as people wrote it, broken ones too, for rules that look at the words."""
        return list(written(self.register))

    @cached_property
    def unsure(self) -> set[str]:
        """Contributions whose course may lack steps, because minutes that name them are broken.

        What follows from the last step must not be blamed on them: the minutes are blamed already.
        Those of a meeting to come, prepared to be filled in, hold no steps yet.
        """
        register = self.register
        valid = {record.path for record in register.of("protokoll")}
        texts = [
            d.raw for t, d in register.documents
            if t.art == "protokoll" and d.path not in valid and not self._to_come(d)
        ]  # fmt: skip
        for minutes in register.of("protokoll"):
            for schritt in minutes.data.schritte:
                targets = [register.records.get(kennung) for kennung in schritt.zu]
                known = (t and t.type.status and t.type.status.of(schritt.status) for t in targets)
                if not all(known):
                    texts.append(minutes.document.raw)
        return {kennung for kennung in self.courses if any(kennung.encode() in t for t in texts)}

    def _to_come(self, minutes: Document) -> bool:
        day = (minutes.fields() or {}).get("datum")
        return isinstance(day, str) and str(self.today) < day < "3"
