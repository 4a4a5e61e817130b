# SPDX-License-Identifier: GPL-2.0-or-later
"""recollcmd: it indexes files, one document each, and knows neither countries nor facets; ranked and phrase only. Not in the default list:
an archive of 100,000 articles is 100,000 files to it, each read by a filter."""
import subprocess

from lib.corpus import RECORD, UNIT

NAME = "recoll"


class Peer:
    NAME = NAME

    def __init__(self, root, work, texts):
        self.texts = texts
        self.files = texts.jsonl.parent / "recoll-files"
        self.config = texts.jsonl.parent / "recoll-config"
        self.index = self.config / "xapiandb"

    def prepare(self):
        self.config.mkdir(exist_ok=True)
        (self.config / "recoll.conf").write_text(f"topdirs = {self.files}\nloglevel = 1\n")
        if self.files.exists():
            return
        self.files.mkdir()
        for number, record in enumerate(self.texts.fields.read_text().split(RECORD)[:-1]):
            title, text = record.split(UNIT)[6:8]
            folder = self.files / str(number // 1000)
            folder.mkdir(exist_ok=True)
            (folder / f"{number}.txt").write_text(title + "\n" + text)

    def index_commands(self):
        return [(["recollindex", "-c", self.config, "-z"], {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL})]

    def session(self, kind):
        return None

    def cold_command(self, kind, query):
        command = ["recollq", "-c", self.config, "-n", "10"]
        return {"ranked": [*command, "-o", " ".join(query["words"])], "phrase": [*command, '"' + " ".join(query["phrase"]) + '"']}.get(kind)
