"""What @cert says: the score from which a decision of each kind counts as sure.

The limits were chosen so that of what bears no @cert at least 98 in 100 are right, of
medium 90, of low 60, on texts with a known right answer.
"""

from typing import Final

# From this score on: no @cert, cert="medium".
_LIMITS: Final[dict[str, tuple[float, float]]] = {
    "div": (0.9, 0.6),
    "p": (0.8, 0.8),
    "lg": (0.85, 0.6),
    "list": (0.96, 0.96),
    "quote": (1.0, 1.0),
    "ref": (0.8, 0.3),
    "name": (0.96, 0.84),
}


def cert(name: str, score: float) -> dict[str, str]:
    """Give the attribute that tells how sure a decision is; none if it is sure."""
    high, medium = _LIMITS[name]
    if score >= high:
        return {}
    return {"cert": "medium" if score >= medium else "low"}
