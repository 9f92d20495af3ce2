"""Asks for the same page directly and through the recorder, in turns, and says what the recorder adds.

Usage: measure.py DIRECT RECORDED [ROUNDS] [AUTHORIZATION]; both are addresses of the same page.
"""

import http.client
import statistics
import sys
import time
import urllib.parse


class Way:
    """One connection that is kept, and the times of the requests over it."""

    def __init__(self, url, headers):
        parts = urllib.parse.urlsplit(url)
        self.connection = http.client.HTTPConnection(parts.hostname, parts.port)
        self.target = parts.path + ("?" + parts.query if parts.query else "")
        self.headers = headers
        self.times = []

    def ask(self):
        start = time.perf_counter()
        self.connection.request("GET", self.target, headers=self.headers)
        answer = self.connection.getresponse()
        body = answer.read()
        self.times.append((time.perf_counter() - start) * 1000)
        return answer.status, len(body)


def main():
    direct, recorded = sys.argv[1:3]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 2000
    headers = {"Authorization": sys.argv[4]} if len(sys.argv) > 4 else {}
    ways = [Way(direct, headers), Way(recorded, headers)]
    for _ in range(100):
        seen = {way.ask() for way in ways}
        if len(seen) != 1:
            sys.exit(f"the two ways answer differently: {seen}")
    for way in ways:
        way.times.clear()
    for _ in range(rounds):
        for way in ways:
            way.ask()
    for name, way in zip(("direct", "recorded"), ways):
        times = sorted(way.times)
        print(f"{name:9} median {statistics.median(times):.3f} ms, 95 % within {times[int(len(times) * 0.95)]:.3f} ms")
    added = statistics.median(ways[1].times) - statistics.median(ways[0].times)
    print(f"the recorder adds {added:.3f} ms at the median of {rounds} requests ({seen.pop()[1]} bytes each)")
    sys.exit(0 if added <= 1 else 1)


main()
