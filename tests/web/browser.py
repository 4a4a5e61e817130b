#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs browser.mjs on an index of corpus/sample. Skipped (status 125) where there is no Chromium, node, or
playwright-core and axe-core: apt-get install chromium npm; npm install --prefix FOLDER playwright-core axe-core;
NODE_MODULES=FOLDER ctest -R web.browser
usage: browser.py PROJECT-FOLDER   (with the programs on PATH)"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from server import Server

HOSTILE = {"id": "hostile", "title": "<script>alert(1)</script>", "date": "2025-01-02", "source": "\"><img src=x onerror=alert(2)>",
           "byline": "<i onclick=alert(4)>", "text": "Sergey Lavrov in Geneva. &lt;script>alert(5)&lt;/script>&lt;img src=x onerror=alert(6)>"}

project = pathlib.Path(sys.argv[1]).resolve()
folder_of_modules = pathlib.Path(os.environ.get("NODE_MODULES", project / "tests/web"))
chromium = shutil.which("chromium")
lacking = [name for name, there in (("chromium", chromium), ("node", shutil.which("node")),
                                    *((name, (folder_of_modules / "node_modules" / name).is_dir()) for name in ("playwright-core", "axe-core"))) if not there]
if lacking:
    print("skipped: there is no", " and no ".join(lacking))
    sys.exit(125)

with tempfile.TemporaryDirectory() as folder:
    hostile = pathlib.Path(folder, "hostile.jsonl")
    hostile.write_text(json.dumps(HOSTILE))
    subprocess.run(["chancery-indexer", "--quiet", "--db", f"{folder}/sample.db", project / "corpus/sample", hostile], check=True)
    server = Server(f"{folder}/sample.db")
    done = subprocess.run(["node", pathlib.Path(__file__).parent / "browser.mjs", f"http://127.0.0.1:{server.port}", chromium],
                          env={**os.environ, "NODE_MODULES": str(folder_of_modules)}, timeout=300)
    server.stop()
    sys.exit(done.returncode)
