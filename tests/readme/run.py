#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs the examples of README.md (the lines behind "$ " in console blocks) and compares what they print
with what stands there. GOLDEN=update writes it there instead.
usage: run.py PROJECT-FOLDER   (with the programs on PATH)"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

project = pathlib.Path(sys.argv[1])
readme = project / "README.md"
text = readme.read_text()
environment = {**os.environ, "NO_COLOR": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"}

with tempfile.TemporaryDirectory() as folder:
    os.mkdir(f"{folder}/build")
    os.symlink(project / "corpus", f"{folder}/corpus")

    def run(block):
        command = block[1].split("\n")[0]
        done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, text=True,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        return f"```console\n$ {command}\n{done.stdout}```\n"

    got = re.sub(r"```console\n\$ (.*?)```\n", run, text, flags=re.S)

if os.environ.get("GOLDEN") == "update":
    readme.write_text(got)
elif got != text:
    import difflib
    print("\n".join(difflib.unified_diff(text.splitlines(), got.splitlines(), "README.md", "what the programs print", lineterm="")))
    sys.exit(1)
