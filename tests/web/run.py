#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Asks chancery-web on an index of corpus/sample, of a hostile article and of two without a headline.
usage: run.py PROJECT-FOLDER   (with the programs on PATH)"""
import http.client
import json
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import xml.etree.ElementTree as ElementTree

import jsonschema

from server import Server, basic

project = pathlib.Path(sys.argv[1]).resolve()
HOSTILE = {
    "id": "<b>'\"&/../x", "title": "<script>alert(1)</script> \u202egnihtyna", "date": "2019-01-02",
    "source": "\"><img src=x onerror=alert(2)>", "url": "javascript:alert(3)", "byline": "<i onclick=alert(4)>",
    "text": "Peace talks &lt;/mark>&lt;/p>&lt;script>alert(5)&lt;/script>\x1b[31m in Geneva. & &lt;a href='javascript:alert(6)'>Sergey Lavrov&lt;/a>"}
WITHOUT_HEADLINE = [{"id": f"without-headline-{i}", "title": "", "date": f"2019-01-0{i}", "text": f"The quagga of Amsterdam was shown to zoologists on day {i}."} for i in (1, 2)]
TOKEN = "0123456789abcdef-token"


def searcher(*arguments):
    done = subprocess.run(["chancery-searcher", "--db", database, "--format", "json", *arguments], text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return json.loads(done.stdout)


def parameters_of(described, path):
    """What the description says of each, wherever it says it."""
    for one in described["paths"][path]["get"].get("parameters", ()):
        yield described["components"]["parameters"][one["$ref"].rsplit("/", 1)[1]] if "$ref" in one else one


def page_of_hostile():
    return web.get("/article/%3Cb%3E'%22%26%2F..%2Fx").text


class Api(unittest.TestCase):
    def test_answers_as_the_searcher_does(self):
        for parameters in (
                [("q", "peace talks")],
                [("q", '"peace process" -iran'), ("limit", "3"), ("offset", "2")],
                [("person", "Lavrov"), ("person", "Qureshi"), ("country", "Russia"), ("sort", "oldest")],
                [("not-country", "US"), ("from", "2018-12"), ("to", "2019"), ("facets", "person,country,year"), ("facet-limit", "5")],
                [("cross", "person,country"), ("timeline", "month"), ("limit", "0")],
                [("q", "nuclaer")], [("q", "nuclear"), ("explain", "1"), ("collapse", "1")], [("like", "mna-2018-12-24-kabul")]):
            with self.subTest(parameters):
                flags = ("explain", "collapse")
                arguments = [f"--{name}" if name in flags else f"--{name}={value}" for name, value in parameters if name != "q"]
                query = [value for name, value in parameters if name == "q"]
                self.assertEqual(web.get("/api/search", parameters).json, searcher(*arguments, "--", *query))

    def test_article_candidates_completions(self):
        self.assertEqual(web.get("/api/article/mna-2018-12-24-kabul", [("q", "Qureshi")]).json, searcher("--article", "mna-2018-12-24-kabul", "Qureshi"))
        self.assertEqual(web.get("/api/resolve", [("name", "Lavrov")]).json, searcher("--resolve", "Lavrov"))
        names = [one["name"] for one in web.get("/api/complete", [("prefix", "lav")]).json["candidates"]]
        self.assertIn("Sergey Lavrov", names)
        self.assertEqual(web.get("/api/complete", [("field", "country"), ("prefix", "pak")]).json["candidates"][0]["key"], "PK")

    def test_counts_alone(self):
        self.assertEqual(web.get("/api/facets", [("q", "peace"), ("facets", "person")]).json, searcher("--facets", "person", "--limit", "0", "peace"))

    def test_health_and_description(self):
        self.assertEqual(web.get("/api/health").json["status"], "ok")
        described = web.get("/api/openapi.json").json
        self.assertTrue(described["openapi"].startswith("3."))
        definitions = web.get("/api/answer.schema.json").json["$defs"]

        def check(schema, answer, what):
            """Against a schema of the description, whose references lead to the other document or within this one."""
            own = "/api/answer.schema.json#/$defs/"
            if schema.get("$ref", "").startswith(own):
                schema = {"$ref": schema["$ref"].replace(own, "#/$defs/"), "$defs": definitions}
            for error in jsonschema.Draft202012Validator(schema).iter_errors(answer):
                self.fail(f"{what}: {error.json_path}: {error.message}")

        for path, methods in described["paths"].items():
            get = methods["get"]
            needed = [(one["name"], "la") for one in parameters_of(described, path) if one.get("required") and one["in"] == "query"]
            answer = web.get(path.replace("{id}", "mna-2018-12-24-kabul"), needed)
            self.assertEqual(answer.status, 200, path)
            check(get["responses"]["200"]["content"]["application/json"].get("schema", {}), answer.json, path)
            # Each parameter is known, with a value that its own schema gives as an example or allows.
            for one in parameters_of(described, path):
                jsonschema.Draft202012Validator.check_schema(one["schema"])
                if one["in"] != "query" or one.get("required"):
                    continue
                with self.subTest(path=path, parameter=one["name"]):
                    values = one["schema"].get("enum") or [{"integer": 1, "number": 1, "boolean": "1"}.get(one["schema"].get("type"), "x")]
                    said = web.get(path.replace("{id}", "mna-2018-12-24-kabul"), [*needed, (one["name"], values[0])])
                    self.assertNotIn("there is no parameter", said.text)
        wrong = web.get("/api/search", [("nothing", "1")])
        check({"$ref": "/api/answer.schema.json#/$defs/error"}, wrong.json, "an error")

    def test_every_parameter_is_described(self):
        described = {one["name"] for one in parameters_of(web.get("/api/openapi.json").json, "/api/search")}
        help_text = subprocess.run(["chancery-searcher", "--help"], text=True, stdout=subprocess.PIPE).stdout
        options = set(re.findall(r"^  (?:-\w \[ )?--([a-z-]+)", help_text, flags=re.M))
        for option in sorted(options - described):
            self.assertEqual(web.get("/api/search", [(option, "1")]).status, 400, f"{option} is taken, and not described")

    def test_no_answer_tells_where_anything_lies(self):
        for path in ("/", "/api/search", "/api/health", "/none", "/api/none", "/article/none", "/api/article/none", "/api/search?format=csv", "/api/search?format=rss", "/api/search?db=/etc", "/%00", "/../../etc/passwd",
                     "/api/article/..%2f..%2fetc%2fpasswd", "/?person=" + "x" * 600, "/api/resolve", "/page.js", "/style.css", "/api/openapi.json"):
            answer = web.get(path)
            told = answer.text + str(answer.headers)
            for secret in (folder, database, str(project), "/tmp/", "/home/", "/root", "/usr/", "glass", "Xapian"):
                self.assertFalse(secret in told, f"{secret} in the answer to {path}")

    def test_table_and_feed(self):
        table = web.get("/api/search", [("q", "peace"), ("format", "csv")])
        self.assertTrue(table.text.startswith("id,date,source"))
        done = subprocess.run(["chancery-searcher", "--db", database, "--format", "csv", "peace"], stdout=subprocess.PIPE)
        self.assertEqual(table.body, done.stdout)
        feed = web.get("/api/search", [("q", "peace alert"), ("format", "rss"), ("limit", "100")])
        items = ElementTree.fromstring(feed.body).findall("channel/item")
        self.assertGreater(len(items), 3)
        self.assertTrue(all(item.findtext("link").startswith(f"http://127.0.0.1:{web.port}/article/") for item in items))
        self.assertIn("<script>alert(1)</script>", "".join(item.findtext("title") for item in items))
        one = web.get("/api/search", [("q", '"day 1"'), ("format", "rss")])
        self.assertEqual(ElementTree.fromstring(one.body).findtext("channel/description"), "1 article")

    def test_what_is_wrong_or_too_much(self):
        for parameters in ([("limit", "101")], [("limit", "-1")], [("limit", "x")], [("offset", "10001")], [("facet-limit", "101")], [("after", "99999:x")],
                           [("q", "x" * 1001)], [("q", "a* b* c* d* e* f*")], [("q", '"of the" ' * 11)], [("q", "a\0b")], [("q", b"\xff")], [("date", "2018-02-30")], [("sort", "best")], [("nothing", "1")], [("format", "xml")],
                           [("help", "1")], [("batch", "/etc/passwd")], [("db", "/")], [("facets", "x")],
                           [("person", str(i)) for i in range(61)]):
            with self.subTest(parameters[0]):
                answer = web.get("/api/search", parameters)
                self.assertEqual(answer.status, 400)
                self.assertTrue(answer.json["error"])
                self.assertNotIn("/tmp", answer.text)
        self.assertEqual(web.get("/api/article/none").status, 404)
        self.assertEqual(web.get("/api/none").status, 404)
        self.assertEqual(web.get("/api/resolve").status, 400)
        self.assertEqual(web.get("/api/search", method="POST").status, 405)
        self.assertIn(web.get("/api/search", [("q", "x" * 9000)]).status, (400, 414))


class Page(unittest.TestCase):
    def test_works_without_a_script(self):
        page = web.get("/", [("q", "peace"), ("country", "PK")]).text
        self.assertIn("<mark>", page)
        self.assertRegex(page, r'href="/\?[^"]*q=peace[^"]*person=')
        self.assertRegex(page, r'href="/\?[^"]*not-person=')
        self.assertIn('aria-label="Remove: country Pakistan"', page)
        article = re.search(r'<h2><a href="(/article/[^"]*)"', page)[1].replace("&amp;", "&")
        text = web.get(article).text
        self.assertIn("Similar articles", text)
        self.assertIn('class="tag country"', text)
        for view in "map", "together", "timeline":
            self.assertEqual(web.get("/", [("view", view)]).status, 200)
            self.assertLess(len(web.get("/", [("view", view)]).body), 100_000)
        self.assertIn('rel="next"', web.get("/").text)
        self.assertEqual(web.get("/", [("date", "x")]).status, 400)
        self.assertIn('value="date:2018-99"', web.get("/", [("q", "date:2018-99")]).text)  # to be mended
        self.assertEqual(web.get("/article/none").status, 404)

    def test_every_link_leads_somewhere(self):
        page = web.get("/", [("q", "peace"), ("person", "imran-khan")]).text
        for href in set(re.findall(r'(?:href|src)="(/[^"]*)"', page)):
            self.assertEqual(web.get(href.replace("&amp;", "&")).status, 200, href)

    def test_who_with_whom_links_to_as_many_articles_as_it_counts(self):
        for filters in [], [("person", "imran-khan")], [("country", "PK"), ("country", "IR")], [("person", "imran-khan"), ("person", "hassan-rouhani")], [("q", "peace talks")]:
            for cross in "person,country", "person,person", "country,country":
                page = web.get("/", [*filters, ("view", "together"), ("cross", cross)]).text
                cells = re.findall(r'<td class="shade\d"><a href="([^"]*)">(\d+)<', page)
                self.assertGreater(len(cells), 5, (filters, cross))
                for href, count in cells[::5]:
                    total = re.search(r"<h1>(\d+) article", web.get(href.replace("&amp;", "&")).text)
                    self.assertEqual(total and total[1], count, href)

    def test_an_article_without_a_headline_can_be_clicked(self):
        for path, parameters in ("/", [("q", "quagga")]), ("/article/without-headline-1", []):
            self.assertRegex(web.get(path, parameters).text, r'<a href="/article/without-headline-2[^"]*">Without a headline</a>')

    def test_hostile_text_stays_text(self):
        for path, parameters in (("/", [("q", "geneva lavrov")]), ("/", [("q", '"><script>alert(7)</script>')]), ("/article/" + "%3Cb%3E'%22%26%2F..%2Fx", []),
                                 ("/", [("source", HOSTILE["source"])]), ("/", [("q", "geneva"), ("view", "map"), ("more", "<x>")])):
            page = web.get(path, parameters).text
            for danger in "<script>alert", "<img src=x", "<i onclick", "<b>", "\x1b", "\u202e", 'href="javascript:', "<x>":
                self.assertFalse(danger in page, f"{danger} in {path}")
        self.assertTrue("&lt;script&gt;alert(5)&lt;/script&gt;" in page_of_hostile())

    def test_headers(self):
        for path in "/", "/api/search", "/none", "/style.css":
            answer = web.get(path)
            self.assertIn("default-src 'none'; script-src 'self'; style-src 'self'", answer.headers["Content-Security-Policy"])
            self.assertNotIn("unsafe", answer.headers["Content-Security-Policy"])
            self.assertEqual(answer.headers["X-Content-Type-Options"], "nosniff")
        page = web.get("/", [("country", "US")]).text
        self.assertEqual(re.findall(r"<script(?! src=)|<style| style=| on[a-z]+=", page), [])
        self.assertEqual(web.get("/", headers={"Accept-Encoding": "br, gzip"}).headers["Content-Encoding"], "gzip")


class Limits(unittest.TestCase):
    def test_unchanged_index_gives_304_and_changed_does_not(self):
        tag = web.get("/api/search", [("q", "peace")]).headers["ETag"]
        self.assertEqual(web.get("/api/search", [("q", "peace")], {"If-None-Match": tag}).status, 304)
        before = web.get("/api/health").json["articles"]
        more = pathlib.Path(folder, "more.jsonl")
        more.write_text(json.dumps({"id": "more", "title": "One more", "text": "Of peace.", "date": "2020-01-01"}))
        subprocess.run(["chancery-indexer", "--quiet", "--db", database, more], check=True)
        self.assertEqual(web.get("/api/search", [("q", "peace")], {"If-None-Match": tag}).status, 200)
        self.assertEqual(web.get("/api/health").json["articles"], before + 1)
        subprocess.run(["chancery-indexer", "--quiet", "--rebuild", "--db", database, project / "corpus/sample", odd_articles], check=True)
        self.assertEqual(web.get("/api/health").json["articles"], before)

    def test_other_host_names_are_refused(self):
        self.assertEqual(web.get("/", headers={"Host": "127.0.0.1.example.org"}).status, 400)

    def test_token(self):
        file = pathlib.Path(folder, "token")
        file.write_text(TOKEN + "\n")
        guarded = Server(database, "--token-file", file)
        self.assertEqual(guarded.get("/").status, 401)
        self.assertEqual(guarded.get("/style.css").status, 401)
        for wrong in basic("x"), basic(TOKEN + "x"), basic(TOKEN[:-1]), {"Authorization": "Bearer "}, {"Authorization": "Basic !"}:
            self.assertEqual(guarded.get("/api/health", headers=wrong).status, 401)
        self.assertEqual(guarded.get("/api/health", headers=basic(TOKEN)).status, 200)
        self.assertEqual(guarded.get("/api/health", headers={"Authorization": "Bearer " + TOKEN}).status, 200)
        self.assertEqual(guarded.stop()[0], 0)

    def test_listening_wider_needs_a_token(self):
        done = subprocess.run(["chancery-web", "--db", database, "--listen", "0.0.0.0:0"], stderr=subprocess.PIPE, text=True)
        self.assertEqual(done.returncode, 2)
        self.assertIn("--token-file", done.stderr)

    def test_a_token_file_that_is_no_good_is_an_error_and_no_crash(self):
        short = pathlib.Path(folder, "short")
        short.write_text("secret\n")
        for file, what in (short, "too short"), (pathlib.Path(folder, "none"), "cannot read a token"):
            done = subprocess.run(["chancery-web", "--db", database, "--listen", "127.0.0.1:0", "--token-file", file], stderr=subprocess.PIPE, text=True, timeout=20)
            self.assertEqual(done.returncode, 2, file)
            self.assertIn(what, done.stderr)

    def test_listens_on_the_loopback_of_ipv6(self):
        try:
            socket.create_server(("::1", 0), family=socket.AF_INET6).close()
        except OSError:
            self.skipTest("this machine has no IPv6")
        process = subprocess.Popen(["chancery-web", "--db", database, "--quiet", "--listen", "[::1]:0"], stderr=subprocess.PIPE, text=True)
        said = process.stderr.readline()
        found = re.search(r"http://\[::1\]:(\d+)/", said)
        if found:
            connection = http.client.HTTPConnection("::1", int(found[1]), timeout=20)
            connection.request("GET", "/api/health")
            self.assertEqual(connection.getresponse().status, 200)
            connection.close()
        process.terminate()
        process.communicate(timeout=20)
        self.assertTrue(found, said)

    def test_a_port_in_use_is_not_shared(self):
        done = subprocess.run(["chancery-web", "--db", database, "--listen", f"127.0.0.1:{web.port}"], stderr=subprocess.PIPE, text=True, timeout=20)
        self.assertEqual(done.returncode, 2)
        self.assertIn("cannot listen", done.stderr)

    def test_two_requests_in_one_piece_and_one_in_many(self):
        with socket.create_connection(("127.0.0.1", web.port), timeout=15) as connection:
            request = b"GET /api/health HTTP/1.1\r\nHost: localhost\r\n\r\n"
            connection.sendall(request + request)
            for byte in request.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"):
                connection.sendall(bytes([byte]))
            received = b""
            while piece := connection.recv(10_000):
                received += piece
        self.assertEqual(received.count(b"HTTP/1.1 200"), 3, received)

    def test_missing_index(self):
        done = subprocess.run(["chancery-web", "--db", f"{folder}/none"], stderr=subprocess.PIPE, text=True)
        self.assertEqual(done.returncode, 2)

    def test_slow_clients_do_not_keep_others_waiting(self):
        slow = []
        for _ in range(120):
            slow.append(socket.create_connection(("127.0.0.1", web.port)))
            slow[-1].sendall(b"GET / HTTP/1.1\r\nHost: local")
        begun = time.monotonic()
        self.assertEqual(web.get("/api/health").status, 200)
        self.assertLess(time.monotonic() - begun, 8)
        for connection in slow:
            connection.close()

    def test_long_and_odd_requests_do_no_harm(self):
        for request in (b"GET / HTTP/1.1\r\nHost: localhost\r\nRange: bytes=" + b"0-1," * 1900 + b"2-3\r\n\r\n", b"GET /" + b"a" * 100_000, b"\0" * 5000,
                        b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 50_000, b"GET /api/article/" + b"%00" * 100 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n"):
            with socket.create_connection(("127.0.0.1", web.port), timeout=15) as connection:
                try:
                    connection.sendall(request)
                    connection.shutdown(socket.SHUT_WR)
                    connection.recv(1000)
                except OSError:
                    pass  # turned away while still sending
        self.assertEqual(web.get("/api/health").status, 200)

    def test_many_at_a_time(self):
        failed = []

        def ask():
            for query in "peace", "nuclear talks", "neg*", "country:RU":
                if web.get("/", [("q", query)]).status != 200:
                    failed.append(query)

        clients = [threading.Thread(target=ask) for _ in range(20)]
        for client in clients:
            client.start()
        for client in clients:
            client.join()
        self.assertEqual(failed, [])


with tempfile.TemporaryDirectory() as folder:
    database = f"{folder}/sample.db"
    odd_articles = pathlib.Path(folder, "odd.jsonl")
    odd_articles.write_text("\n".join(map(json.dumps, [HOSTILE, *WITHOUT_HEADLINE])))
    subprocess.run(["chancery-indexer", "--quiet", "--db", database, project / "corpus/sample", odd_articles], check=True)
    web = Server(database)
    result = unittest.main(argv=[sys.argv[0], *sys.argv[2:]], exit=False).result
    status, said = web.stop()
    if status != 0 or said:
        print(f"the server ended with status {status} and said: {said}", file=sys.stderr)
        sys.exit(1)
    sys.exit(not result.wasSuccessful())
