# SPDX-License-Identifier: GPL-2.0-or-later
"""Apache Lucene 8, by a small program of ours: EnglishAnalyzer, two threads, merged to one segment, facets from sorted doc values."""
import subprocess

from lib.measure import Session

NAME = "lucene"
JARS = ["core", "analyzers-common", "facet", "highlighter", "queries", "memory"]


class Peer:
    NAME = NAME

    def __init__(self, root, work, texts):
        self.source = root / "tools/bench/peers/LuceneBench.java"
        self.classes = work / "lucene-classes"
        jars = [f"/usr/share/java/lucene-{jar}-8.7.0.jar" for jar in JARS]
        self.path = ":".join([str(self.classes), *jars])
        self.texts = texts
        self.index = texts.jsonl.parent / "lucene"

    def prepare(self):
        subprocess.run(["javac", "-nowarn", "-d", self.classes, "-cp", self.path, self.source], check=True)

    def java(self, *arguments):
        return ["java", "-Xmx2g", "-cp", self.path, "LuceneBench", *arguments]

    def index_commands(self):
        return [(self.java("index", self.index, self.texts.fields), {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL})]

    @staticmethod
    def line(kind, query):
        words = query["phrase"] if kind == "phrase" else query["words"]
        return "\t".join([kind, " ".join(words), query["country"], query["year"]])

    def session(self, kind):
        return Session(self.java("search", self.index), lambda query: self.line(kind, query))

    def cold_command(self, kind, query):
        return self.java("search", self.index, self.line(kind, query))
