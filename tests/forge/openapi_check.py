"""Whether what was asked of GitHub, and what came back, is as GitHub's own OpenAPI description says."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias
from urllib.parse import parse_qsl, urlsplit

from openapi_core import Config, OpenAPI
from openapi_core.exceptions import OpenAPIError
from openapi_core.testing import MockRequest, MockResponse

from forge.fault_proxy import Exchange, Request
from node_packages import node_package
from serving import Reply

Json: TypeAlias = Mapping[str, Any]

HOST = "https://api.github.com"
_REPOSITORY = "/repos/{owner}/{repo}"
PATHS = (
    _REPOSITORY,
    f"{_REPOSITORY}/collaborators/{{username}}/permission",
    f"{_REPOSITORY}/issues",
    f"{_REPOSITORY}/issues/{{issue_number}}",
    f"{_REPOSITORY}/issues/{{issue_number}}/assignees",
    f"{_REPOSITORY}/issues/{{issue_number}}/comments",
    f"{_REPOSITORY}/labels",
)
"""The paths that the program may use: of the whole description, no more is kept."""

GAPS = frozenset(
    {
        ("GET", _REPOSITORY),  # two counts are missing
        ("GET", f"{_REPOSITORY}/collaborators/{{username}}/permission"),  # somebody's role, a second time
        ("POST", f"{_REPOSITORY}/issues/{{issue_number}}/assignees"),  # 200 instead of 201
    }
)
"""Where the emulator's answers are known not to be GitHub's; what we ask is checked there too."""


@dataclass(frozen=True, slots=True)
class Description:
    """GitHub's description, sliced to our paths: as openapi-core reads it, and as it stands."""

    read: OpenAPI
    stands: Json

    def objections(self, seen: Iterable[Exchange]) -> list[str]:
        """All that the description has against requests, and against the answers of whoever answered them."""
        return [each for exchange in tuple(seen) for each in self._against(exchange)]

    def against_request(self, asked: Request) -> list[str]:
        """All that it has against one request."""
        about = f"{asked.method} {asked.path}"
        try:
            self.read.validate_request(_for_openapi(asked))
        except OpenAPIError as error:
            return [f"{about}: {error}: {error.__cause__!r}"]
        return [f"{about}: {name} is not described" for name in self._unknown(asked)]

    def _against(self, exchange: Exchange) -> Iterator[str]:
        objections = self.against_request(exchange.request)
        yield from objections
        reply = exchange.reply
        if reply is not None and reply.status in range(200, 300) and not objections:
            yield from self._against_reply(exchange.request, reply)

    def _against_reply(self, asked: Request, reply: Reply) -> Iterator[str]:
        if (asked.method, _path_of(asked)) in GAPS:
            return
        try:
            self.read.validate_response(_for_openapi(asked), MockResponse(reply.body, reply.status))
        except OpenAPIError as error:
            yield f"the answer to {asked.method} {asked.path}: {error}: {error.__cause__!r}"

    def _unknown(self, request: Request) -> Iterator[str]:
        """What GitHub would pass over in silence: query parameters and fields that it does not know."""
        operation = self._operation(request)
        parameters = {self._found(each)["name"] for each in operation.get("parameters", ())}
        yield from sorted({name for name, _ in parse_qsl(urlsplit(request.target).query)} - parameters)
        if request.body:
            schema = operation["requestBody"]["content"]["application/json"]["schema"]
            yield from sorted(set(request.says) - set(schema["properties"]))

    def _operation(self, request: Request) -> Json:
        operation: Json = self.stands["paths"][_path_of(request)][request.method.lower()]
        return operation

    def _found(self, node: Json) -> Json:
        if "$ref" not in node:
            return node
        found: Json = self.stands
        for part in node["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        return found


def _path_of(request: Request) -> str:
    return next(path for path in PATHS if re.fullmatch(re.sub(r"{\w+}", "[^/]+", path), request.path))


def github_description() -> Description:
    """GitHub's own description, from npm: half a second to read."""
    file = node_package("@octokit/openapi") / "generated" / "api.github.com.json"
    sliced = _slice(json.loads(file.read_bytes()))
    _let_null_be(sliced)
    # The slice is GitHub's own; that the whole is sound is for them to check.
    unchecked = Config(spec_validator_cls=None)  # type: ignore[arg-type] # openapi-core takes None, and says so
    return Description(OpenAPI.from_dict(sliced, config=unchecked), sliced)


def _slice(whole: Json) -> dict[str, Any]:
    """Our paths, and whatever they refer to."""
    paths = {path: whole["paths"][path] for path in PATHS}
    components: dict[str, dict[str, Any]] = {}
    ahead = list(_references(paths))
    while ahead:
        _, _, kind, name = ahead.pop().split("/")
        if name not in components.setdefault(kind, {}):
            components[kind][name] = whole["components"][kind][name]
            ahead += _references(components[kind][name])
    head = {name: whole[name] for name in ("openapi", "info", "servers")}
    return {**head, "paths": paths, "components": components}


def _let_null_be(node: object) -> None:
    """GitHub means that what is nullable may be null, also where it lists the values that there are."""
    if isinstance(node, dict):
        if node.get("nullable") is True and isinstance(node.get("enum"), list) and None not in node["enum"]:
            node["enum"] = [*node["enum"], None]
        node = list(node.values())
    if isinstance(node, list):
        for each in node:
            _let_null_be(each)


def _references(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(reference := node.get("$ref"), str):
            yield reference
        node = list(node.values())
    if isinstance(node, list):
        for each in node:
            yield from _references(each)


def _for_openapi(request: Request) -> MockRequest:
    query = dict(parse_qsl(urlsplit(request.target).query, keep_blank_values=True))
    kind = request.headers.get("content-type", "application/json").partition(";")[0]
    return MockRequest(
        HOST,
        request.method,
        request.path,
        args=query,
        headers=dict(request.headers),
        data=request.body or None,
        content_type=kind,
    )
