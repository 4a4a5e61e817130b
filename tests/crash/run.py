#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Kills chancery-indexer at random moments and looks at what it leaves: after each kill --check finds nothing
wrong and no article is missing that was there; each next run goes on, and in the end the index is that of a
build in one go.
usage: run.py PROJECT-FOLDER LIBRARY [--shards N] [KILLS [SEED [INPUT]]]   (with the programs on PATH; LIBRARY: tests/fault/faulty_disk.cc)"""
import os
import pathlib
import random
import shutil
import sys
import tempfile
import time

shards = []
if sys.argv[3:4] == ["--shards"]:
    shards = sys.argv[3:5]
    del sys.argv[3:5]
project, library = (pathlib.Path(name).resolve() for name in sys.argv[1:3])
sys.path.insert(0, str(project / "tests/fault"))
from faulty_indexer import FaultyIndexer, answers, articles, changes_of, check, indexer, is_index  # noqa: E402

kills = int(sys.argv[3]) if len(sys.argv) > 3 else 200
seed = int(sys.argv[4]) if len(sys.argv) > 4 else random.randrange(10**6)
source = str(pathlib.Path(sys.argv[5]).resolve()) if len(sys.argv) > 5 else None
random.seed(seed)


def fail(message):
    sys.exit(f"seed {seed}: {message}")


def some_of_the_sample():
    """Few enough articles that a run takes a moment: so that there can be many."""
    indexer("--quiet", "--db", "sample.db", str(project / "corpus/sample"), check=True)
    lines = sorted(articles("sample.db"))[::4]
    shutil.rmtree("sample.db")
    os.mkdir("some")
    for at in range(0, len(lines), 5):
        pathlib.Path("some", f"{at:02}.jsonl").write_text("".join(line + "\n" for line in lines[at:at + 5]))
    return "some"


class Index:
    """An index that is built by runs that are killed."""

    def __init__(self, inputs):
        self.grows = FaultyIndexer(str(library), "a.db", [*shards, inputs])
        self.rebuilds = FaultyIndexer(str(library), "a.db", ["--rebuild", *shards, inputs])
        self.grows.run()
        start = time.monotonic()
        self.rebuilds.run()
        self.longest = time.monotonic() - start
        self.whole, self.answers = articles("a.db"), answers("a.db")
        shutil.rmtree("a.db")
        pathlib.Path("nothing.jsonl").write_text("")
        indexer("--quiet", "--db", "empty.db", *shards, "nothing.jsonl", check=True)
        self.had = set()
        self.killed = self.partial = self.killed_rebuilds = 0

    def begin_anew(self):
        """Mostly from an index of no articles, for the moments before there is one are of less interest; less so of shards, of
        which there may be some."""
        shutil.rmtree("a.db")
        if random.random() < (0.3 if shards else 0.8):
            shutil.copytree("empty.db", "a.db")
        self.had = set()

    def kill_once(self, number):
        is_rebuild = len(self.had) == len(self.whole) or random.random() < 0.1
        runs = self.rebuilds if is_rebuild else self.grows
        wait = random.uniform(0, 1.1 if is_rebuild and not source else 0.2 if source else 0.5) * self.longest
        killed = runs.run_and_kill(lambda: time.sleep(wait))
        self.killed += killed
        self.killed_rebuilds += killed and is_rebuild
        if not self.had and not is_index("a.db"):  # killed before there was one
            return
        if found := check("a.db"):
            fail(f"kill {number}: --check: {found}")
        has = articles("a.db")
        if missing := self.had - has:
            fail(f"kill {number}: {len(missing)} articles are gone, one is {missing.pop()}")
        self.partial += 0 < len(has) < len(self.whole)
        self.had = has

    def expect_whole(self):
        status, _, errors = self.grows.run()
        if status != 0:
            fail(f"the last run: status {status}: {errors}")
        if changes_of(errors) != len(self.whole) - len(self.had):
            fail(f"the last run did again what was done: {errors}")
        if articles("a.db") != self.whole or answers("a.db") != self.answers:
            fail("the index is not that of a build in one go")
        self.had = self.whole


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    start = time.monotonic()
    index = Index(source or some_of_the_sample())
    for number in range(kills):
        index.kill_once(number)
        if len(index.had) == len(index.whole) and random.random() < 0.5:
            index.expect_whole()
            index.begin_anew()
    index.expect_whole()
    if left := [name for name in os.listdir() if name.startswith("a.db.") and name not in ("a.db.stderr-of-faulty", "a.db.kept-by-faulty")]:
        fail(f"left behind: {left}")
    print(f"{index.killed} kills of {kills} runs, {index.killed_rebuilds} of them of a rebuild, {index.partial} left a part of {len(index.whole)} articles; "
          f"{time.monotonic() - start:.0f} s; all whole (seed {seed})")
