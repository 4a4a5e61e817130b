# SPDX-License-Identifier: GPL-2.0-or-later
"""chancery-web as a child process on a free port, and questions to it."""
import base64
import http.client
import json
import re
import subprocess
import urllib.parse


class Answer:
    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.body = response.read()

    @property
    def text(self):
        return self.body.decode()

    @property
    def json(self):
        return json.loads(self.body)


class Server:
    def __init__(self, database, *options):
        self.process = subprocess.Popen(["chancery-web", "--db", database, "--listen", "127.0.0.1:0", "--quiet", *options],
                                        stderr=subprocess.PIPE, text=True)
        line = self.process.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
        if not found:
            raise RuntimeError(f"the server said: {line}")
        self.port = int(found[1])

    def get(self, path, parameters=(), headers=None, method="GET"):
        query = urllib.parse.urlencode(parameters)
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request(method, path + ("?" + query if query else ""), headers=headers or {})
        answer = Answer(connection.getresponse())
        connection.close()
        return answer

    def stop(self):
        """The exit status, and what was said on stderr."""
        self.process.terminate()
        said = self.process.communicate(timeout=20)[1]
        return self.process.returncode, said


def basic(password):
    return {"Authorization": "Basic " + base64.b64encode(f"reader:{password}".encode()).decode()}
