"""Other tools that mend half-spaces, as a user would take them; what is not installed is named with how to get it."""

import importlib
from collections.abc import Callable, Iterator

Mend = Callable[[str], str]
TOOLS = ("hazm", "shekar")


def installed() -> Iterator[tuple[str, Mend]]:
    """Each tool that can be imported here, with what mends a text with it; the others are printed as missing."""
    for name in TOOLS:
        try:
            module = importlib.import_module(name)
        except ImportError:
            print(f"{name:20} not installed: pip install {name}")
            continue
        yield name, _mend(name, module.Normalizer)


def _mend(name: str, normalizer: Callable[..., object]) -> Mend:
    """The tool with the steps that change digits and marks left out, where it lets one: only spacing is compared."""
    if name == "hazm":
        made = normalizer(persian_style=False, persian_numbers=False, unicodes_replacement=False)
        return made.normalize  # type: ignore[attr-defined, no-any-return]
    return normalizer()  # type: ignore[return-value]
