"""The layers are real: a module imports only from lower ones."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "octavo"
LAYERS = [
    {
        "names",
        "hints",
        "diagnostics",
        "errors",
        "settings",
        "files",
        "stderr",
        "reported",
        "processes",
        "decoding",
    },
    {"resources", "source", "edition", "saxon", "ledger"},
    {"relaxng", "schematron"},
    {"encode", "validate", "render"},
    {"publish"},
    {"preview"},
    {"cli", "__main__"},
]
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
MODULES = [
    p for p in sorted(PACKAGE.rglob("*.py")) if p.parent != PACKAGE or p.stem[0] != "_"
]


def imported(path):
    """The parts of the package that a module imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "octavo":
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from [node.module] if node.module.startswith("octavo.") else []
        elif isinstance(node, ast.Import):
            yield from (a.name for a in node.names if a.name.startswith("octavo."))


def part(name):
    return name.removeprefix("octavo.").split(".")[0]


@pytest.mark.parametrize("module", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_imports_only_from_lower_layers(module):
    own = module.relative_to(PACKAGE).parts[0].removesuffix(".py")
    others = {part(name) for name in imported(module)} - {own, "__version__"}
    same = {name for name in others if LEVEL[own] == 0 and LEVEL[name] == 0}
    assert {name for name in others - same if LEVEL[name] >= LEVEL[own]} == set()


@pytest.mark.parametrize("module", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_has_a_docstring_and_keeps_its_size(module):
    text = module.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "no docstring"
    assert text.count("\n") <= 300


def test_only_one_module_knows_the_engine():
    users = [
        p.name for p in MODULES if "import saxonche" in p.read_text(encoding="utf-8")
    ]
    assert users == ["saxon.py"]
