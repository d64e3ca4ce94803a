"""Raw text to TEI: the public face of the encoder.

encoded = encode(Path("raw/book.txt").read_bytes(), load_profile(Path("p.toml")))
Path("texts/book.xml").write_bytes(encoded.tei)

Who wants nothing but the document writes `bytes(encode(text, profile))`.
"""

from octavo.encode.encoder import Encoded, encode
from octavo.encode.measures import as_toml
from octavo.encode.profile import Image, Profile, load_decisions, load_profile
from octavo.encode.review import ReviewItem, review_json
from octavo.encode.reviewpage import Reviewed, review_html

__all__ = [
    "Encoded",
    "Image",
    "Profile",
    "ReviewItem",
    "Reviewed",
    "as_toml",
    "encode",
    "load_decisions",
    "load_profile",
    "review_html",
    "review_json",
]
