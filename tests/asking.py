"""Asks an app in this process, as a client over HTTP would."""

import asyncio
from dataclasses import dataclass
from typing import Any

import httpx
from starlette.types import ASGIApp

HERE = "http://127.0.0.1:8080"


@dataclass(frozen=True, slots=True)
class Asking:
    """A client of an app; `host` is the name by which it asks, `under` what its paths begin with."""

    app: ASGIApp
    host: str = HERE
    token: str = ""
    under: str = "/api"

    def get(self, path: str, **how: Any) -> httpx.Response:
        """The answer to a GET."""
        return self.ask("GET", path, **how)

    def post(self, path: str, **how: Any) -> httpx.Response:
        """The answer to a POST."""
        return self.ask("POST", path, **how)

    def ask(self, method: str, path: str, *, headers: dict[str, str] | None = None, **how: Any) -> httpx.Response:
        """The answer to a request."""
        sent = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        return asyncio.run(self._ask(method, path, {**sent, **(headers or {})}, how))

    async def _ask(self, method: str, path: str, headers: dict[str, str], how: dict[str, Any]) -> httpx.Response:
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url=self.host + self.under) as client:
            return await client.request(method, path, headers=headers, **how)
