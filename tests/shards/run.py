#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""An index of four shards, in folders and on stock Xapian servers, gives byte for byte the answers of one index of the
same articles; and what is said when a server is gone, stopped, killed in between, or of another schema.
usage: run.py PROJECT-FOLDER [ARTICLES...]   (with the programs on PATH; status 125 where there is no xapian-tcpsrv;
of the project's sample a third of the requests is asked, chosen anew each time; of ARTICLES all: `run.py . corpus/sample`)"""
import difflib
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import requests_of_all_kinds as kinds
from stock_server import Server

sources = sys.argv[2:] or [str(pathlib.Path(sys.argv[1]) / "corpus/sample")]
if shutil.which("xapian-tcpsrv") is None:
    print("skipped: no xapian-tcpsrv; install xapian-tools")
    sys.exit(125)

seed = random.randrange(10**6)
work = pathlib.Path(tempfile.mkdtemp(prefix="chancery-shards-"))
faults = 0


def index(*arguments):
    done = subprocess.run(["chancery-indexer", "--quiet", *arguments], text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode != 0:
        sys.exit(f"chancery-indexer {arguments}: {done.stderr}")
    return done.stdout


def search(dbs, *arguments):
    options = [option for db in dbs for option in ("--db", str(db))]
    done = subprocess.run(["chancery-searcher", *options, *arguments], text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return done.returncode, done.stdout, done.stderr


def expect(what, is_so, shown=""):
    global faults
    if not is_so:
        faults += 1
        print(f"FAILED: {what}\n{shown}")


def compare(whole, sets):
    """Each request is asked of the whole index and of the first of the sets of shards; each eighth of the others too."""
    asked = 0
    requests = list(kinds.requests(str(whole)))
    if not sys.argv[2:]:
        requests = random.Random(seed).sample(requests, len(requests) // 3)
    for number, request in enumerate(requests):
        arguments = ["--format", "json", *request]
        wanted = search([whole], *arguments)
        for name, dbs in sets if number % 8 == 0 else sets[:1]:
            asked += 1
            got = search(dbs, *arguments)
            shown = "\n".join(line for one, other in zip(wanted[1:], got[1:])
                              for line in list(difflib.unified_diff(one.splitlines(), other.splitlines(), "one index", name, lineterm=""))[:20])
            expect(f"{name} answers otherwise: {request}, status {got[0]} for {wanted[0]}", wanted == got, shown)
    return asked


def check_formats(whole, dbs):
    for form in "text", "jsonl", "csv", "ids":
        arguments = ["--format", form, "--facets", "person,year", "--timeline", "month", "president", "talks"]
        expect(f"--format {form}", search([whole], *arguments) == search(dbs, *arguments))
    queries = work / "queries"
    queries.write_text("talks\npresident minister\nxyzzy\ndate:nonsense\n")
    for form in "json", "ids":
        arguments = ["--batch", str(queries), "--format", form]
        expect(f"--batch --format {form}", search([whole], *arguments) == search(dbs, *arguments))
    expect("--count", search([whole], "--count", "talks") == search(dbs, "--count", "talks"))


def check_failures(servers, shards):
    lost = servers[1]
    partial = sum(int(search([shard], "--count")[1]) for shard in shards if shard != lost.folder)

    def check_without(what, words):
        status, out, err = search(servers, "--timeout", "0.5", "talks")
        expect(f"{what}: an error that names it", status == 2 and not out and str(lost) in err and words in err, err)
        status, out, err = search(servers, "--timeout", "0.5", "--allow-partial", "--format", "json", "--limit", "0")
        answer = json.loads(out or "{}")
        expect(f"{what}: a partial answer", status == 0 and answer.get("partial") is True and answer.get("missing") == [str(lost)]
               and answer.get("total") == partial and str(lost) in err, out + err)

    lost.signal(signal.SIGSTOP)
    check_without("a server that is stopped", "did not answer within 0.5 seconds")
    lost.signal(signal.SIGCONT)
    expect("a server that goes on", search(servers, "talks")[0] == 0)
    lost.kill()
    check_without("a server that is gone", "does not answer")
    expect("no shard is left", search([lost], "--allow-partial", "talks")[0] == 2)


def check_killed_between(servers):
    lost = servers[2]

    def converse(*options):
        options = [*options, *(option for db in servers for option in ("--db", str(db)))]
        return subprocess.Popen(["chancery-searcher", "--batch", "-", "--format", "json", "--limit", "1", *options],
                                text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    for option, status in ([], 2), (["--allow-partial"], 0):
        process = converse(*option)
        process.stdin.write("talks\n")
        process.stdin.flush()
        time.sleep(1)
        lost.kill()
        out, err = process.communicate("president\n")
        expect(f"killed between two queries {option}: status {process.returncode}", process.returncode == status and str(lost) in err, out + err)
        if option:
            lines = [json.loads(line) for line in out.splitlines()]
            expect("partial from then on", len(lines) == 2 and "partial" not in lines[0] and lines[1].get("partial") is True, out)
        lost.start()
    process = converse()
    process.stdin.write("talks\n")
    process.stdin.flush()
    time.sleep(1)
    lost.kill()
    lost.start()
    out, err = process.communicate("president\n")
    expect("a server that was started anew", process.returncode == 0 and len(out.splitlines()) == 2 and "partial" not in out, out + err)


def check_other_schema(servers):
    folder = work / "other"
    shutil.copytree(servers[3].folder, folder)
    table = folder / "postlist.glass"
    data = table.read_bytes()
    key = b"chancery.schema"
    at = data.find(key)
    while at >= 0:  # in blocks that are no longer used too
        value = data.index(b"2", at + len(key))
        data = data[:value] + b"9" + data[value + 1:]
        at = data.find(key, value)
    table.write_bytes(data)
    other = Server(str(folder))
    status, out, err = search([*servers[:3], other], "talks")
    expect("another schema is said", status == 2 and not out and str(other) in err and "schema 9" in err, err)
    status, out, err = search([*servers[:3], other], "--allow-partial", "--format", "json", "talks")
    expect("another schema, partial", status == 0 and json.loads(out)["missing"] == [str(other)], err)
    other.kill()


def check_changes():
    """Replacing, pruning and resharding: each step leaves what it leaves in one index."""
    inputs = work / "inputs"
    inputs.mkdir()
    lines = index("--db", str(work / "whole"), "--export", "-").splitlines()
    for i in range(4):
        (inputs / f"{i}.jsonl").write_text("\n".join(lines[i::4]) + "\n")
    dbs = {work / "one": [], work / "by-id": ["--shards", "3"], work / "by-year": ["--shards", "3", "--shard-by", "year"]}

    def run(*arguments, options=False):
        for db, more in dbs.items():
            index("--db", str(db), *(more if options else []), *arguments)
        one, *others = [(search([db], "--format", "json", "--facets", "person,country,year", "--limit", "1000", "president"),
                         search([db], "--format", "ids", "--limit", "1000")) for db in dbs]
        expect(f"after {arguments}", all(other == one for other in others))
        for db in dbs:
            checked = index("--db", str(db), "--check")
            expect(f"--check after {arguments}", "all right" in checked, checked)

    run(str(inputs), options=True)
    changed = [json.loads(line) for line in lines[0::4]]
    for article in changed[:5]:
        article["text"] = "The president spoke. " + article["text"]
        article["date"] = "2001-02-03"  # another year, so another shard for what is new
    (inputs / "0.jsonl").write_text("\n".join(map(json.dumps, changed[:-3])) + "\n")
    run(str(inputs))
    run("--prune", str(inputs))
    (inputs / "1.jsonl").unlink()
    run("--prune", str(inputs))
    refused = subprocess.run(["chancery-indexer", "--db", str(work / "by-id"), "--shards", "2", str(inputs)], stderr=subprocess.PIPE, text=True)
    expect("another number of shards is refused", refused.returncode == 2 and "--reshard" in refused.stderr, refused.stderr)
    dbs[work / "one"] = []
    index("--db", str(work / "by-id"), "--reshard", "5")
    index("--db", str(work / "by-year"), "--reshard", "1")
    expect("five shards", (work / "by-id/shard-4").is_dir() and not (work / "by-year/XAPIANDB").exists())
    run(str(inputs))
    run("--retag")


servers = []
try:
    index("--db", str(work / "whole"), *sources)
    index("--db", str(work / "sharded"), "--rebuild", "--shards", "4", *sources)  # in one go, and the other as Xapian does
    shards = [str(work / f"sharded/shard-{i}") for i in range(4)]
    servers = [Server(shard) for shard in shards]
    mixed = [shards[0], servers[1], shards[2], servers[3]]
    asked = compare(work / "whole", [("four servers", servers), ("four folders", [work / "sharded"]), ("servers and folders", mixed)])
    check_formats(work / "whole", servers)
    if not sys.argv[2:]:
        check_failures(servers, shards)
        servers[1].start()
        check_killed_between(servers)
        check_other_schema(servers)
        check_changes()
    print(f"{asked} answers compared, {faults} faults (seed {seed})")
finally:
    for server in servers:
        if server.process.poll() is None:
            server.signal(signal.SIGCONT)
            server.kill()
    shutil.rmtree(work)
sys.exit(faults > 0)
