"""Words by which parts of a book are known, in English, German and French."""


def words(text: str) -> frozenset[str]:
    """Give the words of a text as a set."""
    return frozenset(text.split())
