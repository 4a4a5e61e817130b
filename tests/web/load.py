#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Asks chancery-web as many readers at a time do, each of them something that nobody asked before, and prints how long they waited.
usage: load.py DB [--seconds 60] [--clients 50] [--attackers N] [--slow N]   (with the programs on PATH)

An attacker asks the most expensive things that there are, again and again; a slow client sends a byte of its request a
second. Neither counts in the figures, which tell what the others have of them. Status 1 where one of those got an error."""
import argparse
import collections
import http.client
import pathlib
import random
import socket
import sys
import threading
import time
import urllib.parse

from server import Server

WORDS = ("peace talks nuclear missile oil embargo minister treaty border trade election refugees army ambassador summit sanctions aid "
         "ceasefire canal grain submarine dollar hostage arms neutrality fisheries uranium coup prisoners visit").split()
ENTITY_FACETS = "person,country,organisation,place,source,year"


def words(count):
    return " ".join(random.sample(WORDS, count))


def dates():
    """Makes the question a new one, too: there are some hundred thousand of them."""
    year = random.randint(1950, 1980)
    return [("from", f"{year}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"), ("to", f"{year + random.randint(5, 40)}-{random.randint(1, 12):02}")]


class Questions:
    """What a reader asks: mostly for words, now and then for a view of all articles."""

    def __init__(self, server):
        facets = server.get("/api/facets", [("facets", "person,country"), ("facet-limit", "100")]).json["facets"]
        self.persons, self.countries = ([value["key"] for value in facet] for facet in (facets["person"], facets["country"]))
        self.articles = [hit["id"] for hit in server.get("/api/search", [("limit", "100")]).json["hits"]]
        self.kinds = ((30, self.page), (15, self.filtered), (15, self.api), (15, self.article), (10, self.completion), (4, self.phrase), (3, self.map), (3, self.together), (3, self.prefix), (2, self.all))

    def any(self):
        return random.choices([ask for _, ask in self.kinds], [weight for weight, _ in self.kinds])[0]()

    def page(self):
        return "/", [("q", words(random.randint(1, 3))), *dates()]

    def filtered(self):
        return "/", [("q", words(1)), ("country", random.choice(self.countries)), ("person", random.choice(self.persons)), *dates()]

    def api(self):
        return "/api/search", [("q", words(2)), ("facets", ENTITY_FACETS), *dates()]

    def article(self):
        return "/article/" + urllib.parse.quote(random.choice(self.articles), safe=""), [("q", words(2)), *dates()]

    def completion(self):
        return "/api/complete", [("prefix", random.choice(self.persons)[:random.randint(2, 5)].replace("-", " "))]

    def phrase(self):
        return "/", [("q", f'"{words(1)} {words(1)}" OR {words(1)} NEAR/5 {words(1)}'), *dates()]

    def map(self):
        return "/", [("q", words(1)), ("view", "map"), *dates()]

    def together(self):
        return "/", [("q", words(1)), ("view", "together"), *dates()]

    def prefix(self):
        return "/api/search", [("q", random.choice(WORDS)[:4] + "*"), *dates()]

    def all(self):
        return "/", dates()

    def most_expensive(self):
        return random.choice((
            ("/api/search", [("q", " ".join(letters + "*" for letters in random.sample(["co", "re", "pr", "de", "in", "st", "ma", "un"], 5))), ("facets", ENTITY_FACETS + ",month,day"),
                             ("facet-limit", "100"), ("cross", "person,person"), ("limit", "100"), ("snippet-length", "2000"), *dates()]),
            ("/", [("q", " ".join('"of the"' if i % 2 else '"in the"' for i in range(10))), ("view", "together"), ("cross", "person,person"), *dates()]),
            ("/api/search", [("q", " OR ".join(f"{word} NEAR/30 the" for word in WORDS)), ("collapse", "1"), ("explain", "1"), ("limit", "100"), *dates()])))


class Client(threading.Thread):
    def __init__(self, port, ask, until):
        super().__init__()
        self.port, self.ask, self.until = port, ask, until
        self.waits, self.faults, self.by_path = [], collections.Counter(), collections.defaultdict(list)

    def run(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        while time.monotonic() < self.until:
            path, parameters = self.ask()
            begun = time.monotonic()
            try:
                self.once(connection, path + "?" + urllib.parse.urlencode(parameters))
            except OSError as error:
                self.faults[repr(error)] += 1
                connection.close()
            self.waits.append(time.monotonic() - begun)
            self.by_path[self.kind(path, dict(parameters))].append(self.waits[-1])

    def once(self, connection, target):
        try:
            connection.request("GET", target)
            response = connection.getresponse()
        except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
            connection.close()  # kept open too long: a browser asks once more, too
            connection.request("GET", target)
            response = connection.getresponse()
        response.read()
        if response.status != 200:
            self.faults[response.status] += 1

    @staticmethod
    def kind(path, parameters):
        return ("/article" if path.startswith("/article") else path) + ("?view=" + parameters["view"] if "view" in parameters else "*" if "*" in parameters.get("q", "") else "")


class SlowClient(threading.Thread):
    def __init__(self, port, until):
        super().__init__()
        self.port, self.until = port, until

    def run(self):
        while time.monotonic() < self.until:
            try:
                with socket.create_connection(("127.0.0.1", self.port), timeout=5) as connection:
                    for byte in b"GET /?q=peace HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 1000:
                        if time.monotonic() > self.until:
                            return
                        connection.sendall(bytes([byte]))
                        time.sleep(1)
            except OSError:
                time.sleep(0.2)


def resident(process):
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return next(int(line.split()[1]) // 1024 for line in status.splitlines() if line.startswith("VmRSS"))


def milliseconds(waits, share):
    return round(1000 * sorted(waits)[min(len(waits) - 1, int(len(waits) * share))])


parser = argparse.ArgumentParser()
parser.add_argument("db")
parser.add_argument("--seconds", type=float, default=60)
parser.add_argument("--clients", type=int, default=50)
parser.add_argument("--attackers", type=int, default=0)
parser.add_argument("--slow", type=int, default=0)
options = parser.parse_args()
server = Server(options.db)
questions = Questions(server)
until = time.monotonic() + options.seconds
clients = [Client(server.port, questions.any, until) for _ in range(options.clients)]
attackers = [Client(server.port, questions.most_expensive, until) for _ in range(options.attackers)]
others = [SlowClient(server.port, until) for _ in range(options.slow)]
for client in clients + attackers + others:
    client.start()
memory = []
while time.monotonic() < until:
    memory.append(resident(server.process))
    time.sleep(options.seconds / 10)
for client in clients + attackers + others:
    client.join()
memory.append(resident(server.process))
status, said = server.stop()


def report(name, some):
    waits = [wait for client in some for wait in client.waits]
    faults = sum((client.faults for client in some), collections.Counter())
    if waits:
        print(f"{name}: {len(waits)} requests, {len(waits) / options.seconds:.0f} a second; median {milliseconds(waits, .5)} ms, "
              f"95 % {milliseconds(waits, .95)} ms, 99 % {milliseconds(waits, .99)} ms, longest {milliseconds(waits, 1)} ms; errors: {dict(faults) or 'none'}")
    return faults


failed = report("readers", clients)
report("attackers", attackers)
for kind in sorted({kind for client in clients for kind in client.by_path}):
    waits = [wait for client in clients for wait in client.by_path[kind]]
    print(f"  {kind}: {len(waits)}, median {milliseconds(waits, .5)} ms, 95 % {milliseconds(waits, .95)} ms")
print("memory in MB: " + " ".join(map(str, memory)))
if status != 0 or said:
    print(f"the server ended with status {status} and said: {said}")
sys.exit(bool(failed) or status != 0)
