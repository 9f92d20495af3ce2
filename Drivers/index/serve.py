"""Starts a PostgreSQL with pgvector and an endpoint for embeddings, and runs a command with their addresses.

    serve.py COMMAND…

The command finds the addresses in PGVECTOR_URL and EMBEDDINGS_URL. Without a command they are printed, and both run until
Ctrl-C. A PGVECTOR_URL or EMBEDDINGS_URL that is set already is left as it is, and nothing is started in its place.
"""

import os
import signal
import subprocess
import sys
import threading
from contextlib import ExitStack

from embeddings import MODEL, serve
from postgres import Postgres


def main(command: list[str]) -> int:
    # Ended from outside, it ends what it started: SystemExit unwinds the stack.
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    with ExitStack() as stack:
        addresses = dict(_started(stack))
        if command:
            return subprocess.run(command, env=os.environ | addresses, check=False).returncode
        for name, address in addresses.items():
            print(f"export {name}='{address}'")
        print(f"# the model's name is {MODEL}; Ctrl-C ends both", flush=True)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            return 0
        return 0


def _started(stack: ExitStack) -> list[tuple[str, str]]:
    started = []
    if not os.environ.get("PGVECTOR_URL"):
        started.append(("PGVECTOR_URL", stack.enter_context(Postgres()).url))
    if not os.environ.get("EMBEDDINGS_URL"):
        server = serve()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        stack.callback(server.shutdown)
        started.append(("EMBEDDINGS_URL", f"http://127.0.0.1:{server.server_port}/v1"))
    return started


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
