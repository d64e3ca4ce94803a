"""Documents made at random from a RELAX NG grammar, to try it from within.

Works on the full syntax tree of a schema. Each document is the shortest that holds
a certain element, and this element is filled at random: one for every element of
the grammar touches the whole of it.
"""

import random
from collections import Counter
from xml.sax.saxutils import escape, quoteattr

from octavo.relaxng.syntax import Node

WORDS = ["red", "ink", "on a torn", "page", "near", "the river", "& more", "<"]
SAMPLES = {
    ("anyURI", r"\S+"): ["#somewhere", "https://example.org/a", "image.png"],
    ("token", r"[^\p{C}\p{Z}]+"): ["word", "x-1"],
    ("token", r"[a-z][a-z0-9\+\.\-]*"): ["psn"],
    ("token", r"\d+(\.\d+){0,2}"): ["4.9"],
    ("token", r"\d+[a-z]*\d*(\.\d+[a-z]*\d*){0,3}"): ["0.1.0", "2a"],
    ("token", r"-?\d+(\.\d+)?,-?\d+(\.\d+)?"): ["0,0", "12.5,40", "-3,7"],
    (
        "token",
        r"\d+(\.\d+)?(%|cm|mm|in|pt|pc|px|em|rem|vw|vh)",
    ): ["80%", "4.5cm"],
    ("token", ""): ["one two", "w-ww/-"],
    ("language", ""): ["en", "de-CH", "grc"],
    ("date", ""): ["1917-11-07"],
    ("gYear", ""): ["1917", "-0043"],
    ("gYearMonth", ""): ["1917-11"],
    ("gMonth", ""): ["--11"],
    ("gMonthDay", ""): ["--11-07"],
    ("gDay", ""): ["---07"],
    ("dateTime", ""): ["1917-11-07T10:00:00Z"],
    ("time", ""): ["10:30:00"],
    ("boolean", ""): ["true", "false"],
    ("decimal", ""): ["0", "-1.5", "42"],
    ("nonNegativeInteger", ""): ["0", "7"],
    ("Name", ""): ["persName", "x"],
    ("NCName", ""): ["ident"],
}
REPEATING = ("zeroOrMore", "oneOrMore")
FREE = ("optional", "zeroOrMore", "empty", "text", "data", "value", "list", "attribute")


class Grammar:
    """The definitions of a schema, with those of the schemas it includes."""

    def __init__(self, root: Node, read) -> None:
        self.definitions: dict[str, list[Node]] = {}
        self.combine: dict[str, str] = {}
        self._read = read
        self._collect(root)
        self.depth: dict[int, float] = {}
        self._measure()
        self.above = self._connect()

    def _collect(self, node: Node) -> None:
        for child in node.children:
            if child.name in ("define", "start"):
                name = child.attributes.get("name", "start")
                self.definitions.setdefault(name, []).append(child)
                self.combine.setdefault(name, "choice")
                if "combine" in child.attributes:
                    self.combine[name] = child.attributes["combine"]
            elif child.name == "include":
                self._collect(self._read(child))
            elif child.name == "div":
                self._collect(child)

    def elements(self) -> list[Node]:
        """Every element pattern of the grammar."""
        return [n for n in self._nodes() if n.name == "element"]

    def names(self) -> list[str]:
        """The names of all elements, sorted."""
        return sorted({element.attributes["name"] for element in self.elements()})

    def _nodes(self):
        queue = [d for group in self.definitions.values() for d in group]
        while queue:
            node = queue.pop()
            yield node
            queue.extend(node.children)

    def _measure(self) -> None:
        """How deep each pattern must nest at least, as a least fixed point."""
        self._order = nodes = list(self._nodes())[::-1]
        changed = True
        while changed:
            changed = False
            for node in nodes:
                depth = self._depth_of(node)
                if depth < self.at_least(node):
                    self.depth[id(node)] = depth
                    changed = True

    def at_least(self, node: Node) -> float:
        return self.depth.get(id(node), float("inf"))

    def distances(self, goal: str) -> dict[int, float]:
        """How many elements down the goal can be found, by pattern."""
        near = [e for e in self.elements() if e.attributes["name"] == goal]
        distance = {id(node): 0 for node in near}
        steps = 0
        while near:
            far = []
            for node in near:
                for above in self.above.get(id(node), ()):
                    if id(above) not in distance:
                        distance[id(above)] = steps + (above.name == "element")
                        (far if above.name == "element" else near).append(above)
            near, steps = far, steps + 1
        return distance

    def _connect(self) -> dict[int, list[Node]]:
        """The patterns directly above each pattern; attributes lead nowhere."""
        above: dict[int, list[Node]] = {}
        for node in self._order:
            below = node.children
            if node.name == "ref":
                below = self.definitions[node.attributes["name"]]
            for child in below if node.name != "attribute" else ():
                above.setdefault(id(child), []).append(node)
        return above

    def _depth_of(self, node: Node) -> float:
        if node.name in FREE:
            return 0
        if node.name == "ref":
            return min(map(self.at_least, self.definitions[node.attributes["name"]]))
        if node.name == "notAllowed":
            return float("inf")
        below = [self.at_least(child) for child in node.children]
        if node.name == "choice":
            return min(below)
        return max(below, default=0) + (node.name == "element")


class Generator:
    """One stream of random documents, each on its shortest way to some element."""

    def __init__(self, grammar: Grammar, seed: int, depth: int = 5) -> None:
        self.grammar = grammar
        self.random = random.Random(seed)
        self.depth = depth
        self.limit = 0
        self.used: Counter[str] = Counter()

    def document(self, goal: str, size: int = 60) -> str:
        """Make the least document with this element, which is filled at random."""
        self.distance = self.grammar.distances(goal)
        self.goal, self.size, self.left, self.ids = goal, size, 0, 0
        self.aiming = True
        return "".join(self._make("start", 0)[1])

    def _make(self, name, level):
        """Choose one of several definitions of a name, or group them all."""
        choices = self.grammar.definitions[name]
        if self.grammar.combine[name] == "choice" and len(choices) > 1:
            return self.pattern(self._choose(choices, level), level)
        return self._all(choices, level)

    def _all(self, nodes, level):
        nearest = min(nodes, key=self._far, default=None) if self.aiming else None
        attributes, content = [], []
        for node in nodes:
            self.aiming = node is nearest
            more, inside = self.pattern(node, level)
            attributes += more
            content += inside
        return attributes, content

    def _far(self, node) -> float:
        return self.distance.get(id(node), float("inf"))

    def _choose(self, nodes, level):
        if self.aiming:
            return min(nodes, key=self._far)
        least = min(map(self.grammar.at_least, nodes))
        room = max(self.limit - level, least) if self.left > 0 else least
        fitting = [n for n in nodes if self.grammar.at_least(n) <= room]
        return self.random.choice(fitting)

    def _wants(self, node, level) -> bool:
        if self.aiming:
            return True
        if self.left <= 0:
            return False
        if all(map(self._is_attribute, [node] if node.attributes else node.children)):
            return self.random.random() < 0.15
        inside = max((self.grammar.at_least(c) for c in node.children), default=0)
        return level + inside < self.limit and self.random.random() < 0.7

    def _is_attribute(self, node) -> bool:
        if node.name != "ref":
            return node.name == "attribute"
        first = self.grammar.definitions[node.attributes["name"]][0]
        return all(self._is_attribute(child) for child in first.children)

    def pattern(self, node, level):
        """Make attributes and content that match a pattern."""
        make = getattr(self, f"_{node.name}", None)
        if make is None:
            return self._all(node.children, level)
        return make(node, level)

    def _ref(self, node, level):
        return self._make(node.attributes["name"], level)

    def _choice(self, node, level):
        return self.pattern(self._choose(node.children, level), level)

    def _optional(self, node, level):
        return self._all(node.children, level) if self._wants(node, level) else ([], [])

    def _zeroOrMore(self, node, level):  # noqa: N802
        content = []
        while self._wants(node, level):
            content += self._all(node.children, level)[1]
        return [], content

    def _oneOrMore(self, node, level):  # noqa: N802
        attributes, content = self._all(node.children, level)
        return attributes, content + self._zeroOrMore(node, level)[1]

    def _text(self, _node, _level):
        return [], [escape(" ".join(self.random.choices(WORDS, k=2))) + " "]

    def _value(self, node, _level):
        return [], [escape(node.text) + " "]

    def _data(self, node, _level):
        kind = node.attributes["type"]
        if kind == "ID":
            self.ids += 1
            return [], [f"id{self.ids}"]
        facets = [c.text for c in node.children if c.attributes.get("name")]
        sample = SAMPLES[kind, facets[0] if facets else ""]
        return [], [escape(self.random.choice(sample)) + " "]

    def _attribute(self, node, level):
        value = "".join(self._all(node.children, level)[1]).strip()
        return [f" {node.attributes['name']}={quoteattr(value)}"], []

    def _element(self, node, level):
        name = node.attributes["name"]
        arrived = self.aiming and name == self.goal
        if arrived:
            self.aiming, self.left = False, self.size
            self.limit = level + self.depth
        self.used[name] += 1
        self.left -= 1
        attributes, content = self._all(node.children, level + 1)
        if arrived:
            self.left = 0
        if level == 0:
            attributes.insert(0, ' xmlns="http://www.tei-c.org/ns/1.0"')
        return [], [f"<{name}{''.join(attributes)}>{''.join(content)}</{name}>"]
