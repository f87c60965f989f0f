"""Real web servers for the tests: each runs in the foreground on a free port of localhost, and is gone afterwards."""

from __future__ import annotations

import gzip
import http.client
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from lgq_graph.publish.site import hosts
from lgq_graph.publish.site.context import Site
from lgq_graph.store import Store

APACHE = Path("/usr/lib/apache2/modules")
MIME = Path("/etc/apache2/mods-available/mime.conf")
MODULES = "mpm_event authz_core dir mime rewrite setenvif headers alias deflate filter negotiation"
THING, ANSWER = "id/city/fi-tampere", "response/fi-tampere/2022/answer/q24"


@dataclass(frozen=True)
class Answer:
    """What a server answered."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    def said(self, name: str) -> str:
        """A header, of which there may be several; empty when there is none."""
        return ", ".join(self.headers.get_all(name) or [])


@dataclass(frozen=True)
class Host:
    """A server that serves a site below a prefix."""

    name: str
    port: int
    prefix: str

    def get(self, path: str, accept: str | None = None, **headers: str) -> Answer:
        """GET a path of the site, or one that begins with a slash, as it is: nothing tidies it up on the way."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            whole = path if path.startswith("/") else self.prefix + path
            connection.putrequest("GET", whole, skip_accept_encoding=True)
            for name, value in {**({} if accept is None else {"Accept": accept}), **headers}.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            got = connection.getresponse()
            return Answer(got.status, got.headers, got.read())
        finally:
            connection.close()


def small_site(store: Store, base: str) -> Mapping[str, bytes]:
    """The files for hosts, with a few things, pages and dumps of the right layout."""
    found = dict(hosts.files(Site(store, base)))
    for thing in (THING, ANSWER, "ontology"):
        found[f"{thing}/index.html"] = f"<!doctype html><title>{thing}</title>".encode()
        found |= {f"{thing}.{ending}": f"# {thing}".encode() for ending in ("ttl", "jsonld", "nt")}
    pages = ("", "cities/", "sparql/", "data/")
    found |= {f"{page}index.html": f"<!doctype html><title>{page}</title>".encode() for page in pages}
    found |= {
        f"data/lgq.{ending}": gzip.compress(b"x", mtime=0) for ending in ("nq.gz", "ttl.gz", "jsonld.gz")
    }
    plain = (
        "data/services.csv",
        "data/graph.gexf",
        "data/graph.graphml",
        "data/a.nq",
        "data/a.trig",
        "void.ttl",
    )
    plain += (".well-known/void", "context.jsonld", "assets/x.wasm", "assets/x.js", "queries/services.es.rq")
    return found | dict.fromkeys(plain, b"plain")


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files, for all to read."""
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


@contextmanager
def running(name: str, store: Store, base: str, prefix: str) -> Iterator[Host]:
    """A host by its name, which serves a small site below a prefix of `www/`; the test is skipped when it is not installed."""
    program, configure = HOSTS[name]
    where = shutil.which(program) or shutil.which(program, path="/usr/sbin:/sbin:/usr/local/sbin")
    if where is None:
        pytest.skip(f"NOT TESTED: {program} is not installed; `make servers` does that")
    with tempfile.TemporaryDirectory() as temporary:
        top = Path(temporary)
        top.chmod(0o755)  # Apache reads as another user
        write(top / "www" / prefix.strip("/"), small_site(store, base))
        (top / "secret.txt").write_text("secret")
        with _started(lambda port: [where, *configure(top, port, prefix)], top) as port:
            yield Host(name, port, prefix)


@contextmanager
def _started(command: Callable[[int], list[str]], top: Path) -> Iterator[int]:
    """A process that listens; it and its children are stopped, whatever happens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    log = top / "log"
    environment = {**os.environ, "HOME": str(top), "XDG_CONFIG_HOME": str(top), "XDG_DATA_HOME": str(top)}
    environment |= {"LGQ_ADDRESS": f"http://127.0.0.1:{port}", "LGQ_ROOT": str(top / "www")}
    with log.open("wb") as out:
        process = subprocess.Popen(
            command(port), stdout=out, stderr=out, stdin=subprocess.DEVNULL, env=environment, cwd=top, start_new_session=True
        )  # fmt: skip
        try:
            _wait(process, port, log)
            yield port
        finally:
            _stop(process)


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    for _ in range(200):
        if process.poll() is not None:
            break
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError(f"the server did not start:\n{log.read_text(errors='replace')}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the process; its group, too, for a server may have made others."""
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=5)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(timeout=5)


def _nginx(top: Path, port: int, prefix: str) -> list[str]:
    site = top / "www" / prefix.strip("/")
    paths = "".join(
        f"{kind}_temp_path {top}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;" if os.geteuid() == 0 else ""
    (top / "nginx.conf").write_text(
        f"{user} daemon off; master_process off; pid {top}/pid; error_log stderr; events {{}}\n"
        f"http {{ access_log off; {paths} include {site}/hosts/nginx-http.conf;\n"
        f"server {{ listen 127.0.0.1:{port}; root {top}/www; include {site}/hosts/nginx.conf; }} }}\n"
    )
    return ["-e", "stderr", "-c", str(top / "nginx.conf")]


def _caddy(top: Path, port: int, prefix: str) -> list[str]:
    site = top / "www" / prefix.strip("/")
    rules = (site / "hosts/Caddyfile").read_text().replace("{$LGQ_ROOT:/srv/lgq}", str(site))
    (top / "Caddyfile").write_text("{\n\tadmin off\n}\n" + rules)
    return ["run", "--config", str(top / "Caddyfile"), "--adapter", "caddyfile"]


def _apache_with(top: Path, port: int, rules: str) -> list[str]:
    loads = "".join(
        f"LoadModule {name}_module {APACHE}/mod_{name}.so\n" for name in MODULES.split() if (APACHE / f"mod_{name}.so").exists()
    )  # fmt: skip
    types = (
        f"Include {MIME}\n" if MIME.exists() else ""
    ) + "AddEncoding x-gzip .gz\n"  # as some hosts have it
    (top / "apache.conf").write_text(
        f"ServerRoot {top}\nServerName localhost\nListen 127.0.0.1:{port}\nPidFile {top}/pid\nErrorLog {top}/errors\n"
        f"User www-data\nGroup www-data\nDefaultRuntimeDir {top}\n{loads}{types}<Directory />\nRequire all denied\n</Directory>\n{rules}"
    )
    return ["-X", "-f", str(top / "apache.conf")]


def _apache(top: Path, port: int, prefix: str) -> list[str]:
    site = top / "www" / prefix.strip("/")
    where = "" if prefix == "/" else f"DocumentRoot {top}/www\n"
    return _apache_with(
        top, port, f"{where}Define LGQ_SITE {str(site).rstrip('/')}\nInclude {site}/hosts/apache.conf\n"
    )


def _htaccess(top: Path, port: int, prefix: str) -> list[str]:
    return _apache_with(
        top, port,
        f"DocumentRoot {top}/www\n<Directory {top}/www>\nOptions Indexes FollowSymLinks MultiViews\n"
        "AllowOverride FileInfo Indexes\nRequire all granted\n</Directory>\n",
    )  # fmt: skip


def _w3id(top: Path, port: int, prefix: str) -> list[str]:
    """As w3id.org has it: the rules stand alone in their folder, no file of the site is there."""
    folder = top / "w3id" / "lgq"
    folder.mkdir(parents=True)
    shutil.copy(top / "www" / prefix.strip("/") / "hosts/w3id.htaccess", folder / ".htaccess")
    return _apache_with(
        top, port,
        f"DocumentRoot {top}/w3id\n<Directory {top}/w3id>\nAllowOverride All\nRequire all granted\n</Directory>\n",
    )  # fmt: skip


HOSTS: Mapping[str, tuple[str, Callable[[Path, int, str], list[str]]]] = {
    "nginx": ("nginx", _nginx),
    "apache": ("apache2", _apache),
    "htaccess": ("apache2", _htaccess),
    "caddy": ("caddy", _caddy),
    "w3id": ("apache2", _w3id),
}
