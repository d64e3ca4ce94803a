from collections.abc import Iterator

from octavo.relaxng.steps import Steps

def run(
    steps: Steps, first: bytes, rest: Iterator[bytes], limit: int
) -> bool | None: ...
