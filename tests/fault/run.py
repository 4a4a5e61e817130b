#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Lets every write, sync, rename and making of a file go wrong, one by one, in each of the ways that faulty_disk.cc
knows. After each: --check finds nothing wrong, no committed article is missing, the failure is told in one
line with status 2; and the next run brings the index of a build in one go.
usage: run.py PROJECT-FOLDER LIBRARY [POINTS|all [SEED]]   (with the programs on PATH; without POINTS: 20 seconds long, and 20 of them)"""
import json
import os
import pathlib
import random
import shutil
import sys
import tempfile
import time

from faulty_indexer import FaultyIndexer, answers, articles, changes_of, check, indexer, is_index

project, library = (pathlib.Path(name).resolve() for name in sys.argv[1:3])
points = sys.argv[3] if len(sys.argv) > 3 else None
seed = int(sys.argv[4]) if len(sys.argv) > 4 else random.randrange(10**6)
random.seed(seed)

# kind, seed (see faulty_disk.cc); the seeds of a power loss that takes a part are chosen anew for each point
faults = [("once", 0), ("broken", 0), ("full", 0), ("short", 0), ("kill", 0), ("kill", 1), ("power", 0), ("power", 1), ("power", None)]


def fail(message):
    sys.exit(f"seed {seed}: {message}")


def make_archive():
    """What was indexed before (old/), and what it is by now (new/): articles added, changed and gone."""
    indexer("--quiet", "--db", "sample.db", str(project / "corpus/sample"), check=True)
    lines = sorted(articles("sample.db"))[::5]
    shutil.rmtree("sample.db")
    for folder in ("old", "archive"):
        os.mkdir(folder)
    for at in range(0, len(lines), 3):
        chunk = [json.loads(line) for line in lines[at:at + 3]]
        old, new = (pathlib.Path(folder, f"{at:02}.jsonl") for folder in ("old", "archive"))
        if at % 2 == 0:
            old.write_text("".join(json.dumps(article) + "\n" for article in chunk))
        if at % 4 == 0:
            chunk[0]["text"] += " Angela Merkel flew to Cairo."
        if at != 6:
            new.write_text("".join(json.dumps(article) + "\n" for article in chunk))


class Scenario:
    """Runs of one kind from one state of the index."""

    def __init__(self, name, arguments, has_base):
        self.name = name
        self.db = f"{name}.db"
        self.base = "base.db" if has_base else None
        self.rebuilds = "--rebuild" in arguments
        self.before = articles("base.db") if has_base else set()
        self.runs = FaultyIndexer(str(library), self.db, [*arguments, "archive"])
        self.restore()
        status, self.operations, errors = self.runs.run()
        if status != 0:
            fail(f"{name}: without a fault: status {status}, {errors}")
        self.all_changes = changes_of(errors)
        self.whole = articles(self.db)
        self.answers = answers(self.db)
        self.had = {}  # per fault: the points tried, and what of the new articles was there after each

    def restore(self):
        for path in (self.db, self.db + ".new", self.db + ".replaced"):
            shutil.rmtree(path, ignore_errors=True)
        if self.base:
            shutil.copytree(self.base, self.db)

    def try_at(self, at, kind, fault_seed):
        where = f"{self.name}: {kind} at {at} of {self.operations}, seed {fault_seed}"
        self.restore()
        status, _, errors = self.runs.run(kind, at, fault_seed)
        dies = kind in ("kill", "power")
        if kind == "short" and status != 0:
            fail(f"{where}: status {status}: {errors}")
        if not dies and status not in (0, 2):
            fail(f"{where}: status {status}: {errors}")
        if status == 2 and (errors.count("\n") != 1 or not errors.startswith("chancery-indexer: ")):
            fail(f"{where}: not one clear line: {errors}")
        if status == 0 and kind in ("broken", "full") and at < self.operations - 3:
            fail(f"{where}: the failure was not told: {errors}")
        has = self.look_at(where, status, dies)
        if at > self.operations and has != self.whole:
            fail(f"{where}: it had finished when the power went, and articles are gone")
        if not (kind == "power" and fault_seed != 0):
            self.expect_progress(where, (kind, fault_seed), at, has - self.before)
        self.finish(where, has)

    def look_at(self, where, status, dies):
        if status == 2 and (left := [path for path in (self.db + ".new", self.db + ".replaced") if os.path.exists(path)]):
            fail(f"{where}: left behind: {left}")
        if not self.base and not is_index(self.db):  # killed before it was one; then nothing was committed
            return set()
        if found := check(self.db):
            fail(f"{where}: --check: {found}")
        has = articles(self.db)
        if status == 0 and has != self.whole:
            fail(f"{where}: it said that it had finished, and had not")
        if self.rebuilds and has not in (self.before, self.whole):
            fail(f"{where}: neither the old nor the new index")
        if missing := [line for line in self.before - has if line in self.whole]:
            fail(f"{where}: {len(missing)} articles are gone, one is {missing[0]}")
        ids = {json.loads(line)["id"] for line in has}
        if missing := {json.loads(line)["id"] for line in self.before & self.whole} - ids:
            fail(f"{where}: gone: {missing}")
        return has

    def expect_progress(self, where, fault, at, new):
        """What is there after a failure at one point is there after a later one too: it was committed."""
        for other_at, other in self.had.setdefault(fault, []):
            if gone := other - new if other_at < at else new - other:
                fail(f"{where}, and at {other_at}: committed articles are gone after the later one, as {gone.pop()}")
        self.had[fault].append((at, new))

    def finish(self, where, has):
        status, _, errors = self.runs.run()
        if status != 0:
            fail(f"{where}: the next run: status {status}: {errors}")
        if not self.rebuilds and changes_of(errors) != self.all_changes - len(has - self.before):
            fail(f"{where}: the next run did again what was done: {errors}, {len(has - self.before)} of {self.all_changes} were there")
        if articles(self.db) != self.whole:
            fail(f"{where}: after the next run the articles are not those of a build in one go")
        if answers(self.db) != self.answers:
            fail(f"{where}: after the next run the answers are not those of a build in one go")
        if found := check(self.db):
            fail(f"{where}: after the next run: --check: {found}")


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    start = time.monotonic()
    make_archive()
    shutil.move("archive", "new")
    shutil.move("old", "archive")
    indexer("--quiet", "--db", "base.db", "archive", check=True)
    shutil.move("archive", "old")
    shutil.move("new", "archive")
    scenarios = [Scenario("first", [], False), Scenario("again", ["--prune"], True), Scenario("rebuild", ["--rebuild"], True)]
    every = [(scenario, at, kind, fault_seed) for scenario in scenarios for kind, fault_seed in faults
             for at in range(1, scenario.operations + (2 if kind == "power" else 1))]
    random.shuffle(every)
    wanted = len(every) if points in (None, "all") else int(points)
    tried = 0
    for scenario, at, kind, fault_seed in every[:wanted]:
        if points is None and tried >= 20 and time.monotonic() - start > 20:
            break
        scenario.try_at(at, kind, random.randrange(2, 10**6) if fault_seed is None else fault_seed)
        tried += 1
    print(f"{tried} faults of {len(every)} ({', '.join(f'{s.name}: {s.operations} operations' for s in scenarios)}), "
          f"{len(scenarios[0].whole)} articles, {time.monotonic() - start:.0f} s; nothing lost (seed {seed})")
