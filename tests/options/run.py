#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Compares the options in --help of each program with those in their man pages and completions.
usage: run.py PROJECT-FOLDER   (with the programs on PATH)"""
import pathlib
import re
import subprocess
import sys

tools = pathlib.Path(sys.argv[1]) / "tools"
# What the completions ask the searcher with; people have no use for it.
hidden = {"complete"}
name = r"([a-z]+(?:-[a-z]+)*)(?![\w-])"
faults = []


def written(text):
    return set(re.findall(r"(?<![\w-])--" + name, text))


def compare(file, described, mentioned, in_help):
    faults.extend(f"{file} lacks --{option}" for option in sorted(in_help - described))
    faults.extend(f"{file} has --{option}, which is not in --help" for option in sorted(mentioned - in_help))


for program in "chancery-indexer", "chancery-searcher", "chancery-web":
    help_text = subprocess.run([program, "--help"], check=True, text=True, stdout=subprocess.PIPE).stdout
    in_help = set(re.findall(r"^  (?:-\w \[ )?--" + name, help_text, flags=re.M))

    page = (tools / f"man/{program}.1").read_text().replace("\\-", "-")
    entries = re.findall(r"^\.T[PQ].*\n(.*)", page, flags=re.M)
    compare(f"{program}.1", written("\n".join(entries)), written(page), in_help)

    for file in f"{program}.bash", f"_{program}", f"{program}.fish":
        text = (tools / "completions" / file).read_text()
        mentioned = written(text) - hidden
        described = set(re.findall(r"^complete .*? -l " + name, text, flags=re.M)) if file.endswith(".fish") else mentioned
        compare(file, described, mentioned | described, in_help)

if faults:
    sys.exit("\n".join(faults))
