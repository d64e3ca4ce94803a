"""The typesetter's own process: reads an order on standard input, writes a PDF.

Started by `octavo.render.typeset` as `python -m octavo.render.typesetter`, so
that a book that needs too much time or memory ends this process and not the
command. The order is a JSON object, the answer on standard output another.
"""

import json
import re
import sys
import threading
from typing import Any, Final

import typst

# Deeply nested text needs a deep stack; only what is used is ever allocated.
_STACK: Final = 256 * 1024 * 1024
# Each attempt finds all it can; a few are enough, or the fonts are wrong altogether.
_ATTEMPTS: Final = 20
_NOT_DRAWN: Final = re.compile(r'the text `"(.+?)"` could not', re.DOTALL)
_REPORT: Final = "(query(<octavo-report>).first().value)()"
_CODE_POINT: Final = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)", re.DOTALL)


def main() -> None:
    """Do one order."""
    answer: dict[str, Any] = {}
    order = json.load(sys.stdin)
    _limit(order["cpu_seconds"], order["memory"])
    threading.stack_size(_STACK)
    thread = threading.Thread(target=lambda: answer.update(_work(order)))
    thread.start()
    thread.join()
    json.dump(answer, sys.stdout)


def _work(order: dict[str, Any]) -> dict[str, Any]:
    try:
        undrawable = order["undrawable"]
        if undrawable is None:
            undrawable = _undrawable(order)
        return {"undrawable": undrawable, **_set(order, undrawable)}
    except typst.TypstError as error:
        return {"error": str(error), "hints": list(error.hints or [])}


def _set(order: dict[str, Any], undrawable: list[str]) -> dict[str, Any]:
    inputs = {"undrawable": undrawable, "forces": order["forces"]}
    compiler = typst.Compiler(
        input=order["input"],
        sys_inputs={name: json.dumps(inputs[name]) for name in inputs},
        **_world(order),
    )
    _, warnings = compiler.compile_with_warnings(
        output=order["output"],
        format="pdf",
        timestamp=order["timestamp"],
        pdf_standards=order["standards"],
    )
    said = [warning.message for warning in warnings]
    return {"warnings": said, **json.loads(compiler.eval(_REPORT))}


def _world(order: dict[str, Any]) -> dict[str, Any]:
    """Show the typesetter one folder, and no fonts of the system."""
    return {
        "root": order["root"],
        "font_paths": order["font_paths"],
        "ignore_system_fonts": True,
    }


def _undrawable(order: dict[str, Any]) -> list[str]:
    """Find which of the doubtful characters no font can draw.

    The typesetter knows its fonts best, and says so under PDF/A.
    """
    drawable = list(order["doubtful"])
    for _ in range(_ATTEMPTS if drawable else 0):
        refused = _refused(_specimen(drawable, order), order)
        if not refused:
            break
        drawable = [c for c in drawable if c not in refused]
    else:
        drawable = []
    return [c for c in order["doubtful"] if c not in drawable]


def _refused(specimen: bytes, order: dict[str, Any]) -> str:
    """Give what of a specimen was not drawn, empty if all was."""
    try:
        typst.compile(
            specimen,
            format="pdf",
            pdf_standards=["a-2b"],
            timestamp=0,
            **_world(order),
        )
    except typst.TypstError as error:
        found = _NOT_DRAWN.findall(error.diagnostic)
        if not found:
            raise
        return "".join(_CODE_POINT.sub(_decoded, text) for text in found)
    return ""


def _decoded(escape: re.Match[str]) -> str:
    return chr(int(escape.group(1), 16)) if escape.group(1) else escape.group(2)


def _specimen(characters: list[str], order: dict[str, Any]) -> bytes:
    """Write a document with one block for each character."""
    fonts = "".join(f"{json.dumps(font)}, " for font in order["fonts"])
    blocks = [f'#block(text("\\u{{{ord(c):x}}}"))' for c in characters]
    return "\n".join([f"#set text(font: ({fonts}))", *blocks]).encode()


def _limit(cpu_seconds: int, memory: int) -> None:
    """Set limits where the system knows them: not on Windows."""
    try:
        import resource
    except ImportError:
        return
    limits = (resource.RLIMIT_CPU, cpu_seconds), (resource.RLIMIT_AS, memory)
    for kind, amount in limits:
        try:
            resource.setrlimit(kind, (amount, amount))
        except (ValueError, OSError):  # macOS has no limit of address space
            continue


if __name__ == "__main__":
    main()
