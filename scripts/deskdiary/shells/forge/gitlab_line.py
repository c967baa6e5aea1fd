"""A line to GitLab by python-gitlab, which is kept from repeating or following anything by itself."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import requests
from gitlab import Gitlab
from gitlab.exceptions import GitlabError

from deskdiary.publishing.asked_for import Token
from deskdiary.shells.forge import asking
from deskdiary.shells.forge.asking import Answer, Line, Unsure, answer_of, bounded

API_PATH = "/api/v4"


class _Session(requests.Session):
    """Every answer within bounds, and as it came: nobody is followed elsewhere, with the token or without."""

    def __init__(self) -> None:
        super().__init__()
        # An old connection that breaks would leave a question in doubt.
        self.headers["Connection"] = "close"
        self.latest: requests.Response | None = None

    def send(self, request: requests.PreparedRequest, **settings: Any) -> requests.Response:  # noqa: ANN401 - theirs
        self.latest = None
        response = super().send(request, **{**settings, "stream": True, "allow_redirects": False})
        with response:
            response._content = bounded(response.iter_content(8192))  # noqa: SLF001 - there is no other way
        self.latest = response
        return response


@dataclass(frozen=True, slots=True)
class GitLabLine(Line):
    """A line to one GitLab, whose address ends with /api/v4."""

    server: Gitlab = field(kw_only=True, repr=False)
    session: _Session = field(kw_only=True, repr=False)

    def _sent(
        self,
        method: str,
        path: str,
        content: Mapping[str, object] | None,
        query: Mapping[str, str | int] | None,
        *,
        once: bool,
    ) -> Answer | None:
        """As for any forge: an answer; None where nothing is lost by asking again."""
        try:
            self.server.http_request(
                method.lower(),
                path,
                query_data=dict(query or {}),
                post_data=dict(content) if content else None,
                timeout=asking.EACH,
                obey_rate_limit=False,
                retry_transient_errors=False,
                max_retries=0,
            )
        except GitlabError:
            pass  # What it says of it quotes the answer. The answer itself is enough.
        except requests.ConnectTimeout:
            return None  # nothing was sent
        except (requests.RequestException, OSError, ValueError):
            if once:
                raise Unsure from None
            return None
        return self._heard(once=once)

    def _heard(self, *, once: bool) -> Answer | None:
        response = self.session.latest
        try:
            if response is not None:
                return answer_of(response.status_code, response.headers, response.content)
        except ValueError:
            pass
        if once:
            raise Unsure
        return None


def line_to(api: str, token: Token, wait: Callable[[float], None] = time.sleep) -> GitLabLine:
    """A line to the GitLab whose API is at an address; sent as OAuth does, any kind of token opens it."""
    session = _Session()
    server = Gitlab(
        api.removesuffix(API_PATH),
        oauth_token=token.secret,
        user_agent="deskdiary",
        retry_transient_errors=False,
        session=session,
    )
    return GitLabLine("GitLab", api, token, {}, wait, server=server, session=session)
