#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Kills chancery-indexer at random moments and looks at what it leaves: after each kill --check finds nothing
wrong and no article is missing that was there; at the end the articles are those of a build in one go.
usage: run.py PROJECT-FOLDER [KILLS [SEED]]   (with the programs on PATH)"""
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

project = pathlib.Path(sys.argv[1]).resolve()
kills = int(sys.argv[2]) if len(sys.argv) > 2 else 20
seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(10**6)
random.seed(seed)
# Commits of a few articles, so that most kills fall between two of them or into one.
environment = {**os.environ, "XAPIAN_FLUSH_THRESHOLD": "3"}


def indexer(*arguments, **options):
    return subprocess.run(["chancery-indexer", *arguments], env=environment, text=True, capture_output=True, **options)


def articles(db):
    done = indexer("--db", db, "--export", "-")
    return dict.fromkeys(done.stdout.splitlines()) if done.returncode == 0 else {}


def fail(message):
    sys.exit(f"seed {seed}: {message}")


def kill_within(arguments, longest):
    process = subprocess.Popen(["chancery-indexer", *arguments], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    time.sleep(random.uniform(0.3 * longest, longest))
    killed = process.poll() is None
    process.kill()
    process.communicate()
    return killed


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    start = time.monotonic()
    indexer("--quiet", "--db", "whole.db", str(project / "corpus/sample"), check=True)
    longest = 1.1 * (time.monotonic() - start)
    whole = articles("whole.db")
    killed = partial = rebuilds = 0
    had = {}
    for number in range(kills):
        if len(had) == len(whole):  # once more from nothing, or build anew what is whole
            rebuild = random.random() < 0.5
            if not rebuild:
                shutil.rmtree("a.db")
                had = {}
        else:
            rebuild = False
        rebuilds += rebuild
        killed += kill_within(["--quiet", "--db", "a.db", *(["--rebuild"] if rebuild else []), str(project / "corpus/sample")], longest)
        check = indexer("--db", "a.db", "--check")
        if check.returncode != 0 and (had or os.path.exists("a.db/iamglass")):  # else killed before there was an index
            fail(f"kill {number}: --check: {check.stdout}{check.stderr}")
        has = articles("a.db")
        if missing := [line for line in had if line not in has]:
            fail(f"kill {number}: {len(missing)} articles are gone, one is {missing[0]}")
        partial += 0 < len(has) < len(whole)
        had = has
    done = indexer("--db", "a.db", str(project / "corpus/sample"))
    if done.returncode != 0:
        fail(f"the last run: {done.stderr}")
    if f" {len(had)} unchanged" not in done.stderr and len(had) not in (0, len(whole)):
        fail(f"the last run did again what was done: {done.stderr}")
    if set(articles("a.db")) != set(whole):
        fail("the articles are not those of a build in one go")
    if left := [name for name in os.listdir() if name not in ("a.db", "whole.db")]:
        fail(f"left behind: {left}")
    print(f"{killed} kills, {rebuilds} of them of a rebuild, {partial} left a part of {len(whole)} articles; all whole (seed {seed})")
