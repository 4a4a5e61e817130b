# SPDX-License-Identifier: GPL-2.0-or-later
"""chancery-indexer on a disk that fails where it is told to (faulty_disk.cc), and what its index then holds."""
import contextlib
import os
import pathlib
import re
import signal
import subprocess

# Commits of a few articles, so that there are many.
environment = {"XAPIAN_FLUSH_THRESHOLD": "3", **os.environ, "LC_ALL": "C.UTF-8"}

questions = [
    ["--facets", "person,country,organisation,place,source,language,subject,year", "--facet-limit", "1000", "--limit", "1000"],
    ["--sort", "relevance", "talks OR minister OR president", "--limit", "1000", "--timeline", "month"],
    ["--resolve", "Bush"],
]


class FaultyIndexer:
    """One start of the program, many runs of it: each from where it first touches the index's folder."""

    def __init__(self, library, db, arguments):
        self.errors = pathlib.Path(f"{db}.stderr-of-faulty").absolute()
        kept = pathlib.Path(f"{db}.kept-by-faulty").absolute()
        kept.mkdir(exist_ok=True)
        control, self.control = os.pipe()
        self.reply, reply = os.pipe()
        self.process = subprocess.Popen(
            ["chancery-indexer", "--db", db, *arguments], pass_fds=(control, reply), stdout=subprocess.DEVNULL,
            env={**environment, "LD_PRELOAD": library, "FAULT_PATH": os.path.abspath(db), "FAULT_CONTROL": str(control),
                 "FAULT_REPLY": str(reply), "FAULT_KEPT": str(kept)})
        os.close(control)
        os.close(reply)
        self.replies = os.fdopen(self.reply)

    def start(self, kind="none", at=0, seed=0):
        os.write(self.control, f"{kind} {at} {seed} {self.errors}\n".encode())
        return int(self.replies.readline())

    def end(self):
        """The exit status (negative: killed by that signal), the number of operations, and stderr."""
        status, operations = map(int, self.replies.readline().split())
        return os.waitstatus_to_exitcode(status), operations, self.errors.read_text(errors="replace")

    def run(self, kind="none", at=0, seed=0):
        self.start(kind, at, seed)
        return self.end()

    def run_and_kill(self, wait):
        """Kills it when wait() returns. Returns whether it was still running."""
        child = self.start()
        wait()
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        return self.end()[0] == -signal.SIGKILL


def indexer(*arguments, **options):
    return subprocess.run(["chancery-indexer", *arguments], env=environment, text=True, capture_output=True, timeout=600, **options)


def articles(db):
    """The articles in the index, each as a line of JSON."""
    done = indexer("--db", db, "--export", "-")
    if done.returncode != 0:
        raise RuntimeError(f"--export: {done.stderr}")
    return set(done.stdout.splitlines())


def answers(db):
    return [subprocess.run(["chancery-searcher", "--db", db, "--format", "json", *question], env=environment, text=True,
                           capture_output=True, timeout=600).stdout for question in questions]


def check(db):
    """What --check finds wrong, empty if nothing."""
    done = indexer("--db", db, "--check")
    return "" if done.returncode == 0 else f"status {done.returncode}: {done.stdout}{done.stderr}"


def is_index(db):
    return indexer("--db", db, "--stats").returncode == 0


def changes_of(text):
    """Of the closing line: how many articles were added or replaced."""
    if found := re.search(r"indexed (\d+) articles?, ", text):
        return int(found[1])
    return sum(int(number) for number in re.findall(r"(\d+) (?:added|replaced)", text))
