"""Another Confluence as the built command asks it: by a profile with everybody's account."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from drifting_site import Drift, unchanged
from live_command import LiveCommand
from other_confluence.site import OtherConfluence
from simulated_site import ROOT

LAWS = ROOT / "scenarios/contracts"
KINDS = ("cloud", "data-center")


class Elsewhere:
    """A site, and the command with a profile `site` of it in folders of its own."""

    def __init__(self, site: OtherConfluence, folder: Path, writes: bool = False) -> None:
        self.site = site
        people = site.world.people.values()
        lines = [f"    base-url: {site.url}", f"    hosting: {'cloud' if site.is_cloud else 'data-center'}", "    accounts:"]
        if site.is_cloud:
            lines.insert(1, f"    proxy: {site.root}")
        for person in people:
            secret = f"{{env: {person.name.upper()}_SECRET}}"
            name = f"username: {person.email if site.is_cloud else person.name}, "
            word = "token" if site.is_gateway else "api-key" if site.is_cloud else "password"
            lines.append(f"      {person.name}: {{{'' if site.is_gateway else name}{word}: {secret}}}")
        lines += ["    scratch-space: LAW", f"    allow: [{'read, write' if writes else 'read'}]"]
        lines += ["    budget: {requests: 5000, seconds: 280}", ""]
        self.secrets = {f"{person.name.upper()}_SECRET": person.secret for person in people}
        self.live = LiveCommand(folder, "\n".join(lines), self.secrets)

    def words(self, *words: Any) -> list[Any]:
        return [*words, "--against", "live:site", "--profiles", self.live.profiles]

    def contract(self, *words: Any) -> subprocess.CompletedProcess[str]:
        return self.live.run("contract", *self.words(*words))

    def check(self, *words: Any, drift: Drift = unchanged, paths: Sequence[Path] = (LAWS,)) -> dict[str, Any]:
        """What a check tells as JSON, with its exit code."""
        self.site.drift = drift
        run = self.contract("check", *paths, "--format", "json", *words)
        assert run.stdout, run.stderr
        told: dict[str, Any] = json.loads(run.stdout)
        return told | {"exit": run.returncode, "stderr": run.stderr}


def verdicts(told: dict[str, Any], *but: str) -> dict[str, str]:
    """Each law with its interface and verdict, but for those of some verdicts."""
    return {f"{law['law']} {law['on']}": law["verdict"] for law in told["laws"] if law["verdict"] not in but}
