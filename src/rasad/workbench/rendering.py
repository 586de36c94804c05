"""A page is a template with its values; what is put into it is escaped, and nothing in it runs but our own files."""

from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, RedirectResponse, Response

from rasad.archive.headings import holds_nothing
from rasad.workbench.dates import both
from rasad.workbench.gazetteer import country_name, place_name
from rasad.workbench.naming import actor_name, actor_path, agreement_name, office_name, path_of
from rasad.workbench.sayings import said
from rasad.workbench.shown import flat, shown
from rasad.workbench.texts import LANGUAGES
from rasad.workbench.visits import Visit

# Forms tell where they come from; without a referrer of their own they would tell nothing.
_POLICY = ("default-src 'none'; connect-src 'self'; style-src 'self'; script-src 'self'; font-src 'self'; "
           "img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
_PAGES = Environment(loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True,
                     undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
_PAGES.filters |= {"shown": shown, "flat": flat, "spot": place_name, "country": country_name}


def page(visit: Visit, template: str, status: int = 200, **values: Any) -> HTMLResponse:  # noqa: ANN401 - of a template
    """The page of a template in the language of the visit."""
    known = {"t": visit.texts, "both": partial(both, texts=visit.texts), "visit": visit, "secret": visit.secret,
             "here": visit.request.url.path, "languages": _languages(visit),
             "actor_path": actor_path, "path_of": path_of, "actor_name": partial(actor_name, texts=visit.texts),
             "agreement_name": partial(agreement_name, texts=visit.texts),
             "office_name": partial(office_name, texts=visit.texts), "said": partial(said, texts=visit.texts),
             "bare": status < 400 and _bare(visit)}
    body = _PAGES.get_template(template).render(**known, **values)
    answer = HTMLResponse(body, status, headers={"Content-Security-Policy": _POLICY, "Referrer-Policy": "same-origin",
                                                 "Content-Language": visit.texts.language})
    visit.keep(answer)
    return answer


def _bare(visit: Visit) -> bool:
    """Whether the archive holds nothing yet; once it holds something it is not asked again."""
    state = visit.request.app.state
    if not getattr(state, "filled", False):
        with visit.archive.reading() as connection:
            state.filled = not holds_nothing(connection)
    return not state.filled


def onward(address: str) -> Response:
    """The browser goes on to another page of the workbench."""
    return RedirectResponse(address, 303)


def local(address: str) -> str:
    """The address itself where it is one of a page here, else that of the first page."""
    fits = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if fits else "/"


def _languages(visit: Visit) -> list[tuple[str, str]]:
    """The languages with the address of this page in each."""
    rest = [(name, value) for name, value in visit.request.query_params.multi_items() if name != "lang"]
    path = visit.request.url.path if visit.request.method == "GET" else "/"
    return [(code, f"{path}?{urlencode([*rest, ('lang', code)])}") for code in LANGUAGES]
