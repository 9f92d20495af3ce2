#!/usr/bin/env python3
"""Times `contract diff` and `contract lock` over many exchanges: shapes.py BINARY [EXCHANGES] [ROUNDS].

The exchanges are those of the reading tour through the two fixture sites, over and over with other selections, so that each
has a shape of its own; every tenth lacks a member on one side. Told is the command's own processor time (user and system), the
median of the rounds, and how many differences were found.
"""

import json
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile


def own_time(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode > 1:
        sys.exit(done.stderr.decode())
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, done.stdout


def names():
    letters = "abcdefghijklmnopqrstuvwxyz"
    return (f"expand=part{a}{b}{c}" for a in letters for b in letters for c in letters)


def main():
    binary = sys.argv[1]
    wanted = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 7
    sites = pathlib.Path(__file__).resolve().parent.parent / "Fixtures" / "sites"
    with tempfile.TemporaryDirectory() as folder:
        exchanges = []
        for site in ("acme-cloud", "acme-datacenter"):
            file = f"{folder}/{site}.json"
            subprocess.run([binary, "contract", "record", "--site", f"{sites}/{site}.yaml", "-o", file], check=True)
            exchanges += json.load(open(file))["exchanges"]
        selections = names()
        many = [{**exchanges[number % len(exchanges)], "selection": next(selections)} for number in range(wanted)]
        changed = json.loads(json.dumps(many))
        for exchange in changed[::10]:
            if isinstance(exchange.get("json"), dict) and exchange["json"]:
                exchange["json"].pop(sorted(exchange["json"])[0])
        files = {}
        for name, content in (("before", many), ("after", changed)):
            files[name] = f"{folder}/{name}.json"
            with open(files[name], "w") as file:
                json.dump({"version": 1, "kind": "shape-recording", "exchanges": content}, file)
            files[name + " lock"] = f"{folder}/{name}.yaml"
            subprocess.run([binary, "contract", "lock", files[name], "-o", files[name + " lock"]], check=True)
        size = sum(pathlib.Path(files[name]).stat().st_size for name in ("before", "after")) >> 10
        print(f"{wanted} exchanges on each side, {size} KiB of recordings")
        for words, pair in (
            ("two recordings", ("before", "after")),
            ("a lock and a recording", ("before lock", "after")),
            ("two locks", ("before lock", "after lock")),
        ):
            command = [binary, "contract", "diff", "--format", "json", files[pair[0]], files[pair[1]]]
            runs = [own_time(command) for _ in range(rounds)]
            found = len(json.loads(runs[0][1])["drifts"])
            median = statistics.median(seconds for seconds, _ in runs)
            print(f"{words}: {median * 1000:.0f} ms, {found} differences")


main()
