# SPDX-License-Identifier: GPL-2.0-or-later
"""Chancery over the same articles in several shards: in folders, and each on a stock Xapian server on the loopback."""
import atexit
import os
import signal
import socket
import subprocess
import time

from peers import chancery

SHARDS = 4


class Folders(chancery.Peer):
    NAME = f"{SHARDS} folders"

    def __init__(self, root, work, texts):
        super().__init__(root, work, texts)
        self.index = texts.jsonl.parent / f"chancery-{SHARDS}.db"

    def index_commands(self):
        (command, options), = super().index_commands()
        return [([*command, "--shards", str(SHARDS)], options)]


class Servers(Folders):
    NAME = f"{SHARDS} servers"

    def __init__(self, root, work, texts):
        super().__init__(root, work, texts)
        self.dbs = []

    def options(self, kind):
        self.start()
        program, db, _, *others = super().options(kind)
        return [program, *(part for server in self.dbs for part in (db, server)), *others]

    def start(self):
        while len(self.dbs) < SHARDS:
            with socket.socket() as probe:
                probe.bind(("127.0.0.1", 0))
                port = probe.getsockname()[1]
            shard = self.index / f"shard-{len(self.dbs)}"
            server = subprocess.Popen(["xapian-tcpsrv", "--quiet", "--interface", "127.0.0.1", "--port", str(port), shard], start_new_session=True,
                                      stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            atexit.register(os.killpg, server.pid, signal.SIGTERM)
            while True:
                try:
                    socket.create_connection(("127.0.0.1", port)).close()
                    break
                except OSError:
                    time.sleep(0.05)
            self.dbs.append(f"127.0.0.1:{port}")
