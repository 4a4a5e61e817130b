# SPDX-License-Identifier: GPL-2.0-or-later
"""SQLite's FTS5 with the porter tokenizer, by the sqlite3 command line; warm, by Python's module, in the process that measures."""
import sqlite3
import subprocess

NAME = "sqlite-fts5"
COLUMNS = "id UNINDEXED, date UNINDEXED, year UNINDEXED, source UNINDEXED, countries UNINDEXED, persons UNINDEXED, title, text"


class Peer:
    NAME = NAME

    def __init__(self, root, work, texts):
        self.texts = texts
        self.index = texts.jsonl.parent / "fts5.sqlite"
        self.script = texts.jsonl.parent / "fts5.sql"

    def prepare(self):
        self.script.write_text(f"""PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;
CREATE VIRTUAL TABLE articles USING fts5({COLUMNS}, tokenize='porter unicode61');
CREATE TABLE tags(article INTEGER, kind TEXT, key TEXT);
BEGIN;
.mode ascii
.import {self.texts.fields} articles
.import {self.texts.tags} tags
COMMIT;
CREATE INDEX by_key ON tags(kind, key, article);
CREATE INDEX by_article ON tags(article, kind, key);
""")

    def index_commands(self):
        return [(["sqlite3", self.index, f".read {self.script}"], {"stdout": subprocess.DEVNULL})]

    @staticmethod
    def statements(kind, query):
        words = " OR ".join(query["words"])
        if kind in ("ranked", "phrase"):
            match = words if kind == "ranked" else '"' + " ".join(query["phrase"]) + '"'
            return [f"SELECT id FROM articles WHERE articles MATCH '{match}' ORDER BY rank LIMIT 10"]
        snippet = ", snippet(articles, 7, '*', '*', '…', 40)" if kind == "+snippets" else ""
        # The plus signs: the words are looked up once, not once for each article of the country.
        where = f"articles MATCH '{words}'" + "".join(
            f" AND +articles.rowid IN (SELECT article FROM tags WHERE kind = '{kind}' AND key = '{query[kind]}')" for kind in ("country", "year"))
        statements = [f"SELECT id, title{snippet} FROM articles WHERE {where} ORDER BY rank LIMIT 10"]
        if kind != "country+year":
            statements.append("SELECT kind, key, count(*) FROM articles CROSS JOIN tags ON tags.article = articles.rowid "
                              f"WHERE {where} GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 30")
        return statements

    def session(self, kind):
        peer = self

        class InProcess:
            def __init__(self):
                self.connection = sqlite3.connect(peer.index)

            def ask(self, query):
                return [self.connection.execute(statement).fetchall() for statement in peer.statements(kind, query)]

            def close(self):
                self.connection.close()

        return InProcess()

    def cold_command(self, kind, query):
        return ["sqlite3", self.index, ";".join(self.statements(kind, query))]
