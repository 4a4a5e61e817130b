#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Disks of many sizes that fill up while an index grows or is built anew, and one that is read-only: one clear
line and status 2, the index answers as before, and with more room the next run finishes. Skipped (125) where no disk
can be mounted: it takes root.
usage: full_disk.py PROJECT-FOLDER LIBRARY [SIZES [SEED]]   (with the programs on PATH; of LIBRARY nothing is used)"""
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

from faulty_indexer import answers, articles, check, indexer

if os.environ.get("CHANCERY_UNSHARED") is None:  # in a namespace of its own, whose mounts go with it
    if subprocess.run(["unshare", "--mount", "true"], capture_output=True).returncode != 0:
        print("skipped: no mount without root")
        sys.exit(125)
    os.environ["CHANCERY_UNSHARED"] = "1"
    os.execvp("unshare", ["unshare", "--mount", sys.executable, *sys.argv])

project = pathlib.Path(sys.argv[1]).resolve()
sizes = int(sys.argv[3]) if len(sys.argv) > 3 else 3
seed = int(sys.argv[4]) if len(sys.argv) > 4 else random.randrange(10**6)
random.seed(seed)
indexer_line = "chancery-indexer: "


def fail(message):
    sys.exit(f"seed {seed}: {message}")


def mount(*arguments):
    done = subprocess.run(["mount", *arguments], capture_output=True, text=True)
    if done.returncode != 0:
        print(f"skipped: {done.stderr.strip()}")
        sys.exit(125)


def expect_one_line(where, done):
    if done.returncode != 2 or not done.stderr.startswith(indexer_line) or done.stderr.count("\n") != 1:
        fail(f"{where}: status {done.returncode}: {done.stderr}")


def try_size(size, rebuild, before, whole):
    """Returns whether the disk was full."""
    where = f"a disk of {size} KiB, {'built anew' if rebuild else 'grown'}"
    mount("-t", "tmpfs", "-o", f"size={size}k", "tmpfs", "disk")
    try:
        if subprocess.run(["cp", "-r", "base.db", "disk/a.db"], capture_output=True).returncode != 0:
            fail(f"{where}: too small for the index that is to grow")
        done = indexer("--quiet", "--db", "disk/a.db", *(["--rebuild"] if rebuild else []), "in")
        if done.returncode != 0:
            expect_one_line(where, done)
            if found := check("disk/a.db"):
                fail(f"{where}: --check: {found}")
            if missing := before - articles("disk/a.db"):
                fail(f"{where}: {len(missing)} articles are gone")
            if rebuild and (articles("disk/a.db") != before or os.listdir("disk") != ["a.db"]):
                fail(f"{where}: a failed --rebuild touched the old index, or left {os.listdir('disk')}")
            mount("-o", "remount,size=1g", "disk")
            again = indexer("--quiet", "--db", "disk/a.db", "in")
            if again.returncode != 0:
                fail(f"{where}: with more room: status {again.returncode}: {again.stderr}")
        if articles("disk/a.db") != whole or check("disk/a.db"):
            fail(f"{where}: the index is not that of a build in one go")
        return done.returncode != 0
    finally:
        subprocess.run(["umount", "disk"], check=True)


def try_read_only(before):
    mount("-t", "tmpfs", "tmpfs", "disk")
    try:
        subprocess.run(["cp", "-r", "base.db", "disk/a.db"], check=True)
        mount("-o", "remount,ro", "disk")
        look_at_read_only(before)
    finally:
        subprocess.run(["umount", "disk"], check=True)


def look_at_read_only(before):
    for arguments in (["--db", "disk/a.db", "in"], ["--db", "disk/a.db", "--rebuild", "in"], ["--db", "disk/new.db", "in"], ["--db", "disk/a.db", "--retag"], ["--db", "disk/a.db", "--check"]):
        expect_one_line(f"a read-only disk: {arguments}", indexer("--quiet", *arguments))
    if articles("disk/a.db") != before or answers("disk/a.db") != answers("base.db"):
        fail("a read-only disk: the index does not answer as on another one")


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    start = time.monotonic()
    os.mkdir("disk")
    os.mkdir("in")
    indexer("--quiet", "--db", "base.db", str(project / "corpus/sample"), check=True)
    before = articles("base.db")
    for at, line in enumerate(sorted(before)):
        pathlib.Path("in", f"{at:02}.jsonl").write_text("".join(
            json.dumps({**json.loads(line), "id": f"{at}-{copy}"}) + "\n" for copy in range(2)) + (line + "\n"))
    indexer("--quiet", "--db", "whole.db", "in", check=True)
    whole = articles("whole.db")
    kib = [sum(entry.stat().st_size for entry in os.scandir(db)) // 1024 for db in ("base.db", "whole.db")]
    full = 0
    for number in range(sizes):
        rebuild = number % 3 == 2
        full += try_size(random.randrange(kib[0] + 150, 2 * kib[0] + kib[1]), rebuild, before, whole)
    try_read_only(before)
    print(f"{sizes} disks, {full} of them full; a read-only one; {len(whole)} articles, {time.monotonic() - start:.0f} s; nothing lost (seed {seed})")
