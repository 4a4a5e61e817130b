#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Cuts the files of an index at random places, and asks it: an answer is the right one, or one clear line and status 2;
--check sees the damage. Nothing crashes, nothing hangs.
usage: truncated.py PROJECT-FOLDER LIBRARY [CUTS [SEED]]   (with the programs on PATH; without CUTS: 15 seconds long, and 10 of them)"""
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

from faulty_indexer import FaultyIndexer, articles, environment, indexer

project, library = (pathlib.Path(name).resolve() for name in sys.argv[1:3])
cuts = int(sys.argv[3]) if len(sys.argv) > 3 else None
seed = int(sys.argv[4]) if len(sys.argv) > 4 else random.randrange(10**6)
random.seed(seed)

commands = [
    ["chancery-searcher", "--format", "json", "--facets", "person,country,year,source,subject", "--limit", "100", "minister OR talks"],
    ["chancery-searcher", "--format", "json", '"peace talks" OR "foreign minister"', "--country", "Iran"],
    ["chancery-searcher", "--resolve", "Gorbachev"],
    ["chancery-searcher", "--format", "ids", "--like", "bc-2018-12-26-moscow"],
    ["chancery-indexer", "--export", "-"],
    ["chancery-indexer", "--stats"],
]


def fail(message):
    sys.exit(f"seed {seed}: {message}")


def run(command):
    try:
        return subprocess.run([command[0], "--db", "cut.db", *command[1:]], env=environment, capture_output=True, timeout=60)
    except subprocess.TimeoutExpired:
        fail(f"{where}: hangs: {command}")


def expect_one_line(command, status, errors):
    program = command[0].encode()
    if status != 2 or not errors.startswith(program + b": ") or errors.count(b"\n") != 1:
        fail(f"{where}: {command}: status {status}, {errors.decode(errors='replace')}")


def without_sizes(command, text):
    return text.split(b"bytes by table")[0] if "--stats" in command else text


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    start = time.monotonic()
    where = "before any cut"
    # In two runs, so that there are free blocks too.
    indexer("--quiet", "--db", "whole.db", str(project / "corpus/sample/nitf"), check=True)
    indexer("--quiet", "--db", "whole.db", str(project / "corpus/sample"), check=True)
    shutil.copytree("whole.db", "cut.db")
    right = [run(command) for command in commands]
    pathlib.Path("more.jsonl").write_text('{"id":"more","title":"One more","text":"Talks in Tehran."}\n')
    adds = FaultyIndexer(str(library), "cut.db", ["--quiet", "more.jsonl"])
    tried = refused = 0
    for number in range(cuts or 10**6):
        if cuts is None and tried >= 10 and time.monotonic() - start > 15:
            break
        shutil.rmtree("cut.db", ignore_errors=True)
        shutil.copytree("whole.db", "cut.db")
        name = random.choice([entry.name for entry in os.scandir("cut.db") if entry.stat().st_size > 0])
        size = os.path.getsize(f"cut.db/{name}")
        length = random.choice([0, random.randrange(size), random.randrange(size) // 8192 * 8192, size - 1])
        os.truncate(f"cut.db/{name}", length)
        where = f"{name} of {size} bytes cut to {length}"
        told = False
        for command, wanted in zip(commands, right):
            done = run(command)
            if done.returncode == wanted.returncode and not done.stderr:
                if without_sizes(command, done.stdout) != without_sizes(command, wanted.stdout):
                    fail(f"{where}: a wrong answer: {command}: {done.stdout.decode(errors='replace')[:500]}")
            else:
                expect_one_line(command, done.returncode, done.stderr)
                told = True
        checked = run(["chancery-indexer", "--check"])
        if checked.returncode not in (0, 1) or checked.stderr or (checked.returncode == 0 and told):
            fail(f"{where}: --check: status {checked.returncode}: {checked.stdout.decode()}{checked.stderr.decode()}")
        status, _, errors = adds.run()
        if status != 0:
            expect_one_line(["chancery-indexer"], status, errors.encode())
        tried += 1
        refused += told
    print(f"{tried} cuts, {refused} of them told to who asked, {time.monotonic() - start:.0f} s; no wrong answer (seed {seed})")
