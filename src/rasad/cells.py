"""No cell of a sheet can be taken for a formula, and none breaks its line."""

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")
_UNSEEN = "".join(map(chr, (0xAD, 0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A),
                            0xFEFF)))
SEP = "; "


def cell(value: object) -> str:
    """The value as a cell: on one line, and never the start of a formula."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.10g}"
    if isinstance(value, int):
        return str(value)
    text = flat(str(value))
    return f"'{text}" if text.lstrip(_UNSEEN).startswith(_FORMULA) else text


def flat(text: str) -> str:
    """The text on one line, without characters that no text holds."""
    return " ".join(text.replace("\0", " ").split())
