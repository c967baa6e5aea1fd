"""Debian's nginx with the configuration we ship, on this machine's loopback and in a folder of its own."""

import http.client
import shutil
import socket
import subprocess
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from processes import TOP
from serving import LOOPBACK, PATIENCE, Certificate, free_port, program, wait_until

SHIPPED = TOP / "hosting" / "nginx"
STAFF, PASSWORD = "ep", "made up for this test"
AUTHORIZATION = {"Authorization": "Basic " + b64encode(f"{STAFF}:{PASSWORD}".encode()).decode()}
# What every nginx has around our configuration, with all that it writes kept in one folder.
AROUND = """
daemon off;
master_process off;
pid nginx.pid;
events {}
http {
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    access_log off;
    client_body_temp_path temp-body;
    proxy_temp_path temp-proxy;
    fastcgi_temp_path temp-fastcgi;
    uwsgi_temp_path temp-uwsgi;
    scgi_temp_path temp-scgi;
    include conf.d/*.conf;
}
"""


@dataclass(frozen=True, slots=True)
class Got:
    """What nginx answered."""

    status: int
    headers: Mapping[str, str]
    text: str


@dataclass(frozen=True, slots=True)
class Nginx:
    """A running nginx: its two ports, and the certificate it shows."""

    http: int
    https: int
    certificate: Certificate

    @property
    def url(self) -> str:
        return f"https://{LOOPBACK}:{self.https}"

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> Got:
        """A page over TLS, the certificate looked at."""
        trusted = self.certificate.trusted()
        connection = http.client.HTTPSConnection(LOOPBACK, self.https, timeout=PATIENCE, context=trusted)
        return _got(connection, path, headers or {})

    def get_in_the_clear(self, path: str) -> Got:
        return _got(http.client.HTTPConnection(LOOPBACK, self.http, timeout=PATIENCE), path, {})


def _got(connection: http.client.HTTPConnection, path: str, headers: Mapping[str, str]) -> Got:
    try:
        connection.request("GET", path, headers=dict(headers))
        answer = connection.getresponse()
        told = {name.lower(): value for name, value in answer.getheaders()}
        return Got(answer.status, told, answer.read().decode())
    finally:
        connection.close()


@contextmanager
def running_nginx(
    folder: Path, name: str, site: Path, certificate: Certificate, **changed: str
) -> Iterator[Nginx]:
    """nginx with one of the shipped configurations: as it is, but for its ports and where its files are.

    `changed` is a spoilt configuration's business: what to put in the place of a line that is named.
    """
    nginx = Nginx(free_port(), free_port(), certificate)
    shutil.copytree(SHIPPED / "snippets", folder / "snippets")
    (folder / "conf.d").mkdir()
    (folder / "nginx.conf").write_text(AROUND, encoding="utf-8")
    (folder / "deskdiary.htpasswd").write_text(f"{STAFF}:{_hashed()}\n", encoding="utf-8")
    (folder / "conf.d" / name).write_text(_placed(name, folder, site, nginx, changed), encoding="utf-8")
    here = ("-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log"))
    with subprocess.Popen([program("nginx"), *here], stderr=subprocess.PIPE) as process:
        try:
            wait_until(lambda: process.poll() is not None or _open(nginx.https))
            assert process.poll() is None, process.stderr and process.stderr.read().decode()
            yield nginx
        finally:
            process.terminate()
            process.wait(PATIENCE)


def _placed(name: str, folder: Path, site: Path, nginx: Nginx, changed: Mapping[str, str]) -> str:
    """The shipped configuration, told where things are here."""
    text = (SHIPPED / name).read_text(encoding="utf-8")
    here = {
        "listen 80;": f"listen {LOOPBACK}:{nginx.http};",
        "listen 443 ssl;": f"listen {LOOPBACK}:{nginx.https} ssl;",
        "/etc/ssl/certs/diary.example.org.pem": str(nginx.certificate.file),
        "/etc/ssl/private/diary.example.org.key": str(nginx.certificate.key),
        "root /srv/deskdiary/site;": f"root {site};",
        **changed,
    }
    for shipped, put in here.items():
        assert shipped in text, f"{name} no longer says {shipped}"
        text = text.replace(shipped, put)
    return text.replace("/etc/nginx/deskdiary.htpasswd", str(folder / "deskdiary.htpasswd"))


def _hashed() -> str:
    """The password as the guide says to write it down."""
    command = [program("openssl"), "passwd", "-6", "-stdin"]
    done = subprocess.run(
        command, input=PASSWORD, text=True, capture_output=True, check=True, timeout=PATIENCE
    )
    return done.stdout.strip()


def _open(port: int) -> bool:
    with socket.create_connection((LOOPBACK, port), timeout=1):
        return True
