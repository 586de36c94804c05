"""The page /api/docs tells every operation of the API; it needs no script and nothing from another host."""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha256
from html import escape
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

router = APIRouter(include_in_schema=False)
_STYLE = ("body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
          "code{background:#8882;padding:.1em .3em}summary{cursor:pointer}td{padding:.1rem .8rem .1rem 0;"
          "vertical-align:top}b{color:#06c}details{margin:.6rem 0}")
_POLICY = (f"default-src 'none'; style-src 'sha256-{b64encode(sha256(_STYLE.encode()).digest()).decode()}'; "
           "frame-ancestors 'none'")


@router.get("/docs")
def docs(request: Request) -> HTMLResponse:
    """The page."""
    told = request.app.openapi()
    body = "".join(_operation(path, method, one) for path, methods in told["paths"].items()
                   for method, one in methods.items())
    info = told["info"]
    page = (f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{escape(info["title"])}</title>'
            f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style>'
            f"<h1>{escape(info['title'])} {escape(info['version'])}</h1><p>{escape(info['description'])}</p>"
            f'<p>For programs: <a href="openapi.json">openapi.json</a></p>{body}</html>')
    return HTMLResponse(page, headers={"Content-Security-Policy": _POLICY})


def _operation(path: str, method: str, one: Mapping[str, Any]) -> str:
    rows = "".join(f"<tr><td><code>{escape(name)}</code><td>{escape(kind)}<td>{escape(said)}"
                   for name, kind, said in _parameters(one))
    return (f"<details><summary><b>{method.upper()}</b> <code>{escape(path)}</code> "
            f"{escape(one.get('description', ''))}</summary><table>{rows}</table></details>")


def _parameters(one: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    for parameter in one.get("parameters", ()):
        schema = parameter["schema"]
        kind = "several" if schema.get("type") == "array" else str(schema.get("type", ""))
        yield parameter["name"], kind, parameter.get("description") or schema.get("description", "")
    for media, content in one.get("requestBody", {}).get("content", {}).items():
        yield "body", media, content["schema"].get("$ref", "").rpartition("/")[2]
