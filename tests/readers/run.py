#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Twelve readers while an index is written to all the time: each commit replaces every article by its next version, adds
or drops some, and now and then the index is built anew. Every answer must be of one version, whole, and no
older than what was committed before it was asked for: totals, facets, dates, snippets. Four readers are
programs that are started anew, four answer many queries in one go, four ask chancery-web.
usage: run.py PROJECT-FOLDER LIBRARY [SECONDS [SEED]]   (with the programs on PATH)"""
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import threading
import time

project, library = (pathlib.Path(name).resolve() for name in sys.argv[1:3])
sys.path[:0] = [str(project / "tests/fault"), str(project / "tests/web")]
os.environ["XAPIAN_FLUSH_THRESHOLD"] = "1000"  # a run is a commit
from faulty_indexer import FaultyIndexer, environment  # noqa: E402
from server import Server  # noqa: E402

seconds = float(sys.argv[3]) if len(sys.argv) > 3 else 10
seed = int(sys.argv[4]) if len(sys.argv) > 4 else random.randrange(10**6)
random.seed(seed)
queries = ["", "minister", "minister AND talks", '"foreign minister"', "country:France OR country:Chad", "title:talks -unheard"]
page = 50
facets = "source,person,country,year"

committed = 0  # the version
failures = []
answers = [0] * 12
stop = threading.Event()


def articles_of(version):
    return 30 + version % 7


def write_version(version):
    year = 1950 + version % 70
    lines = [{"id": f"a{number}", "title": f"Talks number {number}", "source": f"Paper {version}", "date": f"{year}-05-{1 + number % 28:02}",
              "text": f"Foreign Minister Robert Tollmarsh of France said in edition {version} that the talks with Chad would go on."}
             for number in range(articles_of(version))]
    pathlib.Path("beside").write_text("".join(json.dumps(line) + "\n" for line in lines))
    os.replace("beside", "in/a.jsonl")


def write():
    global committed
    version = committed
    while not stop.is_set():
        version += 1
        write_version(version)
        status, _, errors = (rebuilds if version % 3 == 0 else grows).run()
        if status != 0:
            failures.append(f"the writer: status {status}: {errors}")
            return
        committed = version


def fault_of(answer, least):
    """What is wrong with an answer, and its version."""
    if "error" in answer:
        return answer["error"], least
    sources = {value["name"] for value in answer["facets"]["source"]} | {hit["source"] for hit in answer["hits"]}
    if len(sources) != 1:
        return f"it is of several versions: {sources}", least
    version = int(sources.pop().split()[1])
    wanted = articles_of(version)
    if version < least:
        return f"it is of version {version}, and {least} was committed", version
    counts = {name: {value["count"] for value in values} for name, values in answer["facets"].items()}
    if answer["total"] != wanted or len(answer["hits"]) != min(page, wanted) or any(found != {wanted} for found in counts.values()):
        return f"version {version} has {wanted} articles, not {answer['total']}, {len(answer['hits'])}, {counts}", version
    if {value["name"] for value in answer["facets"]["year"]} != {str(1950 + version % 70)}:
        return f"the years are not those of version {version}", version
    for hit in answer["hits"]:
        text = "".join(piece["text"] for piece in hit["snippet"])
        if f"edition {version} " not in text:
            return f"a snippet is not of version {version}: {text}", version
    return None, version


def starts_anew():
    options = ["--db", "a.db", "--format", "json", "--facets", facets, "--limit", str(page), "--snippet-length", "400"]
    def ask(query):
        done = subprocess.run(["chancery-searcher", *options, *([query] if query else [])], env=environment, capture_output=True, text=True, timeout=60)
        if done.returncode != 0 or done.stderr:
            return {"error": f"status {done.returncode}: {done.stderr}{done.stdout[:300]}"}
        return json.loads(done.stdout)
    return ask


def goes_on():
    process = subprocess.Popen(["chancery-searcher", "--db", "a.db", "--format", "json", "--facets", facets, "--limit", str(page), "--snippet-length", "400", "--batch", "-"],
                               env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    def ask(query):
        process.stdin.write(query + "\n")
        process.stdin.flush()
        line = process.stdout.readline()
        return json.loads(line) if line else {"error": f"it has ended with status {process.wait()}"}
    return ask


def by_web():
    def ask(query):
        parameters = [("q", query), ("facets", facets), ("limit", page), ("snippet-length", 400)]
        try:
            answer = server.get("/api/search", parameters)
        except ConnectionError:  # it hangs up on who is slow, as this program is on a busy machine
            answer = server.get("/api/search", parameters)
        return answer.json if answer.status == 200 else {"error": f"{answer.status}: {answer.text}"}
    return ask


def read(number, make):
    chosen = random.Random(seed * 100 + number)
    ask = make()
    # A reader that goes on sees new commits only when it must, or, on the web, soon: never older ones.
    last = 0
    while not stop.is_set():
        query = chosen.choice(queries)
        least = max(last, committed) if make is starts_anew else last
        try:
            fault, version = fault_of(ask(query), least)
        except Exception as error:  # whatever it is: it is no answer
            fault, version = f"{error!r} (chancery-web: {server.process.poll()})", last
        if fault:
            failures.append(f"reader {number}, '{query}': {fault}")
            return
        last = version if make is not by_web else last  # its answers come from several threads
        answers[number] += 1


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    os.mkdir("in")
    write_version(1)
    grows = FaultyIndexer(str(library), "a.db", ["--prune", "in"])
    rebuilds = FaultyIndexer(str(library), "a.db", ["--rebuild", "in"])
    grows.run()
    committed = 1
    server = Server("a.db")
    threads = [threading.Thread(target=write, daemon=True)]
    threads += [threading.Thread(target=read, args=(number, (starts_anew, goes_on, by_web)[number % 3]), daemon=True) for number in range(12)]
    start = time.monotonic()
    for thread in threads:
        thread.start()
    while time.monotonic() - start < seconds and not failures:
        time.sleep(0.1)
    stop.set()
    for thread in threads:
        thread.join(60)
    server.stop()
    if failures:
        sys.exit(f"seed {seed}, after {sum(answers)} answers and {committed} versions: " + "\n".join(failures))
    print(f"{sum(answers)} answers to 12 readers in {time.monotonic() - start:.0f} s, {committed} commits, each third a new index; all right (seed {seed})")
