#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs browser.mjs on an index of corpus/sample and of a hostile article. Skipped (status 125) where what tools/setup-browser installs is not
there.
usage: browser.py PROJECT-FOLDER   (with the programs on PATH)"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

# A right-to-left override, an isolate and a mark, which must not reach the page.
HOSTILE = {"id": "hostile/<i>'\"&..%2f", "title": "<script>pwned=1</script> \u202egnihtyna\u2066", "date": "2025-01-02", "url": "javascript:pwned=1",
           "source": "Evil <b onmouseover=pwned=1>\u200fCourier\"><img src=x onerror=pwned=1>", "byline": "<i onclick=pwned=1>",
           "text": "Sergey Lavrov in Geneva. &lt;script>pwned=1&lt;/script>&lt;img src=x onerror=pwned=1>\u202e &lt;a href='javascript:pwned=1'>Sergey Lavrov&lt;/a>"}

project = pathlib.Path(sys.argv[1]).resolve()
modules = project / "tests/web/node_modules"
chromium = shutil.which("chromium")
lacking = [name for name, there in (("chromium", chromium), ("node", shutil.which("node")),
                                    *((name, (modules / name).is_dir()) for name in ("playwright-core", "axe-core"))) if not there]
if lacking:
    print("skipped: there is no", " and no ".join(lacking) + "; tools/setup-browser installs them")
    sys.exit(125)

with tempfile.TemporaryDirectory() as folder:
    hostile = pathlib.Path(folder, "hostile.jsonl")
    hostile.write_text(json.dumps(HOSTILE))
    subprocess.run(["chancery-indexer", "--quiet", "--db", f"{folder}/sample.db", project / "corpus/sample", hostile], check=True)
    done = subprocess.run(["node", pathlib.Path(__file__).parent / "browser.mjs", f"{folder}/sample.db", chromium], timeout=600)
    sys.exit(done.returncode)
