# SPDX-License-Identifier: GPL-2.0-or-later
"""A stock Xapian server on the loopback."""
import os
import signal
import socket
import subprocess
import sys
import time


class Server:
    """A stock server of one shard, in a process group of its own."""

    def __init__(self, folder):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.folder = folder
        self.start()

    def start(self):
        self.process = subprocess.Popen(["xapian-tcpsrv", "--quiet", "--interface", "127.0.0.1", "--port", str(self.port), self.folder],
                                        start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self.port)).close()
                return
            except OSError:
                time.sleep(0.02)
        sys.exit("xapian-tcpsrv does not start")

    def signal(self, number):
        os.killpg(self.process.pid, number)

    def kill(self):
        self.signal(signal.SIGKILL)
        self.process.wait()

    def __str__(self):
        return f"127.0.0.1:{self.port}"
