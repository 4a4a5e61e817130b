#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Holds what chancery-searcher prints as JSON against searcher/answer.schema.json; a key that the schema does not know is a
fault. Also: the fragments of each snippet stand in the article's text at their offsets.
usage: run.py PROJECT-FOLDER   (with the programs on PATH)"""
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

project = pathlib.Path(sys.argv[1])
schema = json.loads((project / "searcher/answer.schema.json").read_text())
jsonschema.Draft202012Validator.check_schema(schema)
whole = jsonschema.Draft202012Validator(schema)
hit = jsonschema.Draft202012Validator({"$ref": "#/$defs/hit", "$defs": schema["$defs"]})

COMMANDS = [
    ["peace", "talks"],
    ["--facets", "person,country,organisation,place,source,language,subject,year,month,day"],
    ["--explain", "--recency", "100", "nuclear", "--limit", "3"],
    ["--cross", "person,country", "--timeline", "month", "--limit", "0"],
    ["--person", "Gorbachev", "--collapse"],
    ["--like", "mna-2018-12-24-kabul"],
    ["nuclaer"],
    ["persn:x", '"peace'],
    ["--article", "mna-2018-12-24-kabul", "Qureshi"],
    ["--resolve", "Bush"],
    ["--resolve", "Nobody Atall"],
    ["--batch", "QUERIES"],
]
faults = 0


def check(validator, text, command):
    global faults
    for error in validator.iter_errors(json.loads(text)):
        print(f"{' '.join(command)}: {error.json_path}: {error.message}", file=sys.stderr)
        faults += 1


with tempfile.TemporaryDirectory() as folder:
    database = f"{folder}/sample.db"
    queries = pathlib.Path(folder, "QUERIES")
    queries.write_text("peace\ndate:2018-99\n")
    subprocess.run(["chancery-indexer", "--quiet", "--db", database, project / "corpus/sample"], check=True)

    def ask(*command):
        done = subprocess.run(["chancery-searcher", "--db", database, *command], cwd=folder, text=True, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL)
        return done.stdout

    for command in COMMANDS:
        output = ask("--format", "json", *command)
        lines = output.splitlines() if command[0] == "--batch" else [output]
        for line in lines:
            check(whole, line, command)
    for line in ask("--format", "jsonl", "peace", "--explain").splitlines():
        check(hit, line, ["--format jsonl peace"])

    for found in json.loads(ask("--format", "json", "peace", "minister", "--limit", "30"))["hits"]:
        article = json.loads(ask("--format", "json", "--article", found["id"]))
        text = "".join(fragment["text"] for fragment in article["text"])
        for fragment in found["snippet"]:
            if text[fragment["offset"]:][:len(fragment["text"])] != fragment["text"]:
                print(f"{found['id']}: the snippet is not at offset {fragment['offset']}", file=sys.stderr)
                faults += 1

sys.exit(1 if faults else 0)
