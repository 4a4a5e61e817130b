#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""A server that dies, hangs up or falls silent in the middle of a query, at each message of its answers: the searcher names
it and gives no answer, or with --allow-partial exactly that of the other shards; it never hangs, and no total is wrong.
usage: cut_answers.py PROJECT-FOLDER   (with the programs on PATH; status 125 where there is no xapian-tcpsrv)"""
import concurrent.futures
import contextlib
import json
import pathlib
import select
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import threading

from stock_server import Server

FACETS = ["--facets", "person,country,year"]
REQUEST = ["--timeline", "year", "talks OR minister OR president"]
TIMEOUT = "1"
GREETINGS = 2  # messages with which a server is begun with: one that hangs up by then is not asked again


class Proxy:
    """Passes on what a server answers, up to message number `at`, or half of that if `within`; `end` is called then."""

    def __init__(self, server, at=None, within=False, end=None):
        self.server, self.at, self.within, self.end = server, at, within, end
        self.ended = False
        self.messages = 0
        self.sockets = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.name = f"127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        with contextlib.suppress(OSError):
            while True:
                client, _ = self.listener.accept()
                self.sockets.append(client)
                if self.ended and self.end is not hangs_up:
                    if self.end is kills:
                        client.shutdown(socket.SHUT_RDWR)
                    continue  # and not a word more
                server = socket.create_connection(("127.0.0.1", self.server.port))
                self.sockets.append(server)
                threading.Thread(target=self.ask, args=(client, server), daemon=True).start()
                threading.Thread(target=self.answer, args=(server, client), daemon=True).start()

    @staticmethod
    def ask(client, server):
        with contextlib.suppress(OSError, ValueError):
            while True:
                if not select.select([client], [], [], 0.02)[0]:  # a socket that is waited on is not really closed
                    continue
                if not (data := client.recv(1 << 16)):
                    break
                server.sendall(data)
            server.shutdown(socket.SHUT_WR)

    def answer(self, server, client):
        with contextlib.suppress(OSError):
            with server.makefile("rb") as replies:
                while message := self.read_message(replies):
                    if not self.ended and self.messages == self.at:
                        if self.within:
                            client.sendall(message[:len(message) // 2])
                        self.ended = True
                        self.end(self, client)
                        return
                    self.messages += 1
                    client.sendall(message)
            client.close()

    @staticmethod
    def read_message(replies):
        """Type, length (255 and seven bits a byte where it is longer than 254) and body, as Xapian sends them."""
        head = replies.read(2)
        if len(head) < 2:
            return b""
        length = head[1]
        if length == 255:
            shift = 0
            while True:
                head += replies.read(1)
                length += (head[-1] & 127) << shift
                shift += 7
                if head[-1] & 128:
                    break
        return head + replies.read(length)

    def stop_listening(self):
        with contextlib.suppress(OSError):
            self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()

    def close(self):
        self.stop_listening()
        for one in self.sockets:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()


def dies(proxy, _):
    proxy.close()


def is_reset(proxy, client):
    proxy.stop_listening()
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    client.close()
    proxy.close()


def is_silent(_proxy, _client):
    pass


def hangs_up(_proxy, client):
    client.shutdown(socket.SHUT_RDWR)


def kills(proxy, client):
    proxy.server.kill()
    client.shutdown(socket.SHUT_RDWR)


def stops(proxy, _client):
    proxy.server.signal(signal.SIGSTOP)


def search(dbs, *arguments):
    options = [option for db in dbs for option in ("--db", str(db))]
    done = subprocess.run(["chancery-searcher", "--timeout", TIMEOUT, *options, *arguments], text=True, capture_output=True, timeout=60)
    return done.returncode, done.stdout, done.stderr


def without_note(answer):
    """A JSON answer as it is of an index in which nothing is missing."""
    answer = json.loads(answer)
    return {key: value for key, value in answer.items() if key not in ("partial", "missing")}


class Cuts:
    def __init__(self, work):
        self.shards = [str(work / f"db/shard-{i}") for i in range(3)]
        self.server = Server(self.shards[1])

    def dbs(self, proxy):
        return [self.shards[0], proxy.name, self.shards[2]]

    def rest(self, *arguments):
        return search([self.shards[0], self.shards[2]], *arguments)

    def count(self, request):
        proxy = Proxy(self.server)
        found = search(self.dbs(proxy), *request)
        proxy.close()
        assert found == search(self.shards, *request), found
        return proxy.messages

    def fault_of(self, request, at, within, end, allow):
        """What is wrong with the answer; nothing where all is well."""
        own = Server(self.shards[1]) if end in (kills, stops) else None
        proxy = Proxy(own or self.server, at, within, end)
        try:
            status, out, err = search(self.dbs(proxy), *(["--allow-partial"] if allow else []), *request)
        except subprocess.TimeoutExpired:
            return "it hangs"
        finally:
            proxy.close()
            if own and own.process.poll() is None:
                own.kill()
        if not proxy.ended:
            return "the point was not reached"
        if end is hangs_up and at >= GREETINGS:
            return "" if (status, out, err) == search(self.shards, *request) else f"the answer is not whole: status {status} {err}"
        words = "did not answer within" if end in (is_silent, stops) else "does not answer"
        if err.count(proxy.name) != 1 or words not in err:
            return f"status {status}, and this is said: {err}"
        if not allow:
            return "" if status == 2 and not out else f"status {status}, answer {out[:200]}"
        wanted = self.rest(*request)
        if "json" not in request:
            return "" if (status, out) == wanted[:2] and "without it" in err else f"status {status}, another answer than the rest's: {err}"
        answer = json.loads(out)
        said = answer.get("partial") is True and answer.get("missing") == [proxy.name] and without_note(out) == without_note(wanted[1])
        return "" if said and status == wanted[0] else f"status {status}, answer {out[:300]}"

    def cases(self):
        for form in "json", "jsonl", "text", "csv", "ids":
            request = ["--format", form, *(FACETS if form in ("json", "text") else []), *REQUEST]
            messages = self.count(request)
            points = range(messages) if form == "json" else [0, messages // 2, messages - 1]
            for number, at in enumerate(points):
                yield request, at, number % 2 == 0, hangs_up, False
                for allow in (False, True):
                    yield request, at, (number + allow) % 2 == 0, dies, allow
                    if number % 4 == 1:
                        yield request, at, True, is_reset, allow
                    if number % 8 == 2:
                        yield request, at, False, is_silent, allow
            for end in kills, stops:
                for allow in (False, True):
                    yield request, messages - 3, True, end, allow
        for request in ["--resolve", "Paris"], ["--count", "talks"], ["--like", "kabul", "--format", "json"], ["--cross", "country,year", "--format", "json"]:
            messages = self.count(request)
            for at in sorted({0, messages // 2, messages - 1}):
                for allow in (False, True):
                    yield request, at, True, dies, allow


def main():
    if shutil.which("xapian-tcpsrv") is None:
        print("skipped: no xapian-tcpsrv; install xapian-tools")
        return 125
    work = pathlib.Path(tempfile.mkdtemp(prefix="chancery-cuts-"))
    faults = asked = 0
    try:
        articles = pathlib.Path(sys.argv[1]) / "tests/cli/articles.jsonl"
        subprocess.run(["chancery-indexer", "--quiet", "--db", str(work / "db"), "--shards", "3", str(articles)], check=True)
        cuts = Cuts(work)
        with concurrent.futures.ThreadPoolExecutor(4) as threads:
            running = {threads.submit(cuts.fault_of, *case): case for case in cuts.cases()}
            for one in concurrent.futures.as_completed(running):
                asked += 1
                if fault := one.result():
                    request, at, within, end, allow = running[one]
                    faults += 1
                    print(f"FAILED: {request[:2]}, a server that {end.__name__} {'within' if within else 'before'} message {at}"
                          f"{', --allow-partial' if allow else ''}: {fault}")
        cuts.server.kill()
        print(f"{asked} answers cut, {faults} faults")
    finally:
        shutil.rmtree(work)
    return faults > 0


if __name__ == "__main__":
    sys.exit(main())
