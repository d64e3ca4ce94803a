"""A RELAX NG engine, usable alone."""
