# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs the peers in turn and takes the times."""
import os
import random
import shutil
import statistics
import subprocess
import time

# Java translates what it runs often: so many queries are asked before the time is taken.
WARM_UP = 400
KINDS = ["ranked", "phrase", "country+year", "+facets", "+snippets"]


def timed(command, **options):
    """Seconds of the clock, seconds of processors, and the most memory of a command, in MB."""
    start = time.perf_counter()
    process = subprocess.Popen([str(c) for c in command], **options)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"failed: {' '.join(map(str, command))}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def size_of(folder):
    return folder.stat().st_size if folder.is_file() else sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())


def indexing(peers, texts, rounds):
    """Per peer a list of (wall, cpu, MB of memory, bytes on disk), one for each round."""
    results = {peer.NAME: [] for peer in peers}
    for number in range(rounds):
        for peer in peers:
            remove(peer.index)
            wall, cpu, memory = 0, 0, 0
            for command, options in peer.index_commands():
                one = timed(command, **options)
                wall, cpu, memory = wall + one[0], cpu + one[1], max(memory, one[2])
            results[peer.NAME].append((wall, cpu, memory, size_of(peer.index)))
            print(f"round {number + 1}: {peer.NAME}: {wall:.1f} s, {texts.bytes / 1e6 / wall:.2f} MB/s, {cpu:.1f} s of processor", flush=True)
    return results


def remove(path):
    if path.is_dir():
        shutil.rmtree(path)
    elif path.exists():
        path.unlink()


def index_missing(peers):
    for peer in peers:
        if not peer.index.exists():
            for command, options in peer.index_commands():
                timed(command, **options)


def warm(peers, queries, count, rounds):
    """Per kind and peer a list, one for each round, of the milliseconds of each query."""
    results = {kind: {} for kind in KINDS}
    for number in range(rounds):
        for kind in KINDS:
            order = list(peers)
            random.Random(number).shuffle(order)
            for peer in order:
                session = peer.session(kind)
                if session is None:
                    continue
                for asked in range(WARM_UP):
                    session.ask(queries[asked % len(queries)])
                times = []
                for query in queries[:count]:
                    start = time.perf_counter()
                    session.ask(query)
                    times.append((time.perf_counter() - start) * 1000)
                session.close()
                results[kind].setdefault(peer.NAME, []).append(times)
        print(f"warm round {number + 1} done: " + "; ".join(f"{kind} " + " ".join(f"{name} {statistics.median(r[-1]):.2f}" for name, r in results[kind].items()) for kind in KINDS), flush=True)
    return results


def cold(peers, queries, count, rounds):
    """The same with a process for each query; the files are in the machine's memory."""
    results = {kind: {} for kind in KINDS}
    for _ in range(rounds):
        for kind in KINDS:
            times = {}
            for query in queries[:count]:
                for peer in peers:
                    command = peer.cold_command(kind, query)
                    if command is not None:
                        times.setdefault(peer.NAME, []).append(timed(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)[0] * 1000)
            for name, list_ in times.items():
                results[kind].setdefault(name, []).append(list_)
    return results


class Session:
    """A program that answers a line with a line."""

    def __init__(self, command, line_of):
        self.process = subprocess.Popen([str(c) for c in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.line_of = line_of

    def ask(self, query):
        self.process.stdin.write(self.line_of(query).encode() + b"\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise SystemExit("a peer gave no answer")
        return answer

    def close(self):
        self.process.stdin.close()
        self.process.wait()
