"""One certificate for all servers that stand in for somebody's."""

import pytest

from serving import Certificate, make_certificate


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    """A certificate for this machine's loopback."""
    return make_certificate(tmp_path_factory.mktemp("certificate"))
