#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Replaces, cuts or rewrites source files while they are read: the run ends with status 0 or 1 (some articles rejected), or 2
and one line where the file was gone, and the index is whole; the next run has what the files hold by then.
usage: replaced_file.py PROJECT-FOLDER LIBRARY [TIMES [SEED]]   (with the programs on PATH; without TIMES: 10 seconds long, and 5 of them)"""
import json
import os
import pathlib
import random
import shutil
import sys
import tempfile
import time

from faulty_indexer import FaultyIndexer, articles, check, indexer

project, library = (pathlib.Path(name).resolve() for name in sys.argv[1:3])
times = int(sys.argv[3]) if len(sys.argv) > 3 else None
seed = int(sys.argv[4]) if len(sys.argv) > 4 else random.randrange(10**6)
random.seed(seed)


def fail(message):
    sys.exit(f"seed {seed}: {message}")


def version(lines, number):
    """The articles of a file at one time: some changed, some gone, one new."""
    articles = [json.loads(line) for line in lines if random.random() < 0.9]
    for article in random.sample(articles, 2):
        article["text"] = f"Version {number}. " + article.get("text", "")
    articles.append({"id": f"new-{number}", "title": f"Number {number}", "text": "Envoys met in Muscat."})
    return "".join(json.dumps(article) + "\n" for article in articles)


def change(path, text):
    how = random.choice(["rename", "rewrite", "cut and rewrite", "remove"])
    if how == "rename":
        pathlib.Path("beside").write_text(text)
        os.replace("beside", path)
    elif how == "remove":
        path.unlink()
    else:
        if how == "cut and rewrite":
            os.truncate(path, random.randrange(path.stat().st_size))
            time.sleep(random.uniform(0, 0.05))
        path.write_text(text)


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    start = time.monotonic()
    indexer("--quiet", "--db", "sample.db", str(project / "corpus/sample"), check=True)
    lines = sorted(articles("sample.db"))
    parts = [lines[at:at + 24] for at in range(0, len(lines), 24)]
    os.mkdir("in")
    paths = [pathlib.Path("in", f"{at}.jsonl") for at in range(len(parts))]
    for path, part in zip(paths, parts):
        path.write_text("".join(line + "\n" for line in part))
    runs = FaultyIndexer(str(library), "a.db", ["--prune", "in"])
    afresh = FaultyIndexer(str(library), "fresh.db", ["in"])
    begin = time.monotonic()
    runs.run()
    longest = time.monotonic() - begin
    tried = changed = 0
    for number in range(times or 10**6):
        if times is None and tried >= 5 and time.monotonic() - start > 10:
            break
        if random.random() < 0.5:
            shutil.rmtree("a.db")
        runs.start()
        time.sleep(random.uniform(0, longest))
        at = random.randrange(len(parts))
        if not paths[at].exists():
            paths[at].write_text("".join(line + "\n" for line in parts[at]))
        change(paths[at], version(parts[at], number))
        status, _, errors = runs.end()
        last = errors.splitlines()[-1] if errors else ""
        if status == 2:  # the file was gone when its turn came
            told = errors.count("\n") == 1 and str(paths[at]) in errors
        else:
            told = status in (0, 1) and last.startswith("indexed ")
        if not told:
            fail(f"change {number}: status {status}: {errors}")
        if found := check("a.db"):
            fail(f"change {number}: --check: {found}")
        status, _, errors = runs.run()
        if status != 0:
            fail(f"change {number}: the next run: status {status}: {errors}")
        shutil.rmtree("fresh.db", ignore_errors=True)
        afresh.run()
        if articles("a.db") != articles("fresh.db"):
            fail(f"change {number} of {paths[at]}: the next run has not what the files hold: {errors}, {articles('a.db') ^ articles('fresh.db')}")
        tried += 1
    print(f"{tried} files changed while they were read, {time.monotonic() - start:.0f} s; all taken in by the next run (seed {seed})")
