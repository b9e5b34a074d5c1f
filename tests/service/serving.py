"""The service as it is run: the command in a process of its own, on a free port of this machine."""

import contextlib
import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx

TWO_YEARS = Path(__file__).parents[1] / "cases" / "questions" / "two_years" / "input.trig"


class Service:
    """A running ``kg serve`` and a client for it."""

    def __init__(self, process, address):
        self.process, self.address = process, address
        self.client = httpx.Client(base_url=address, timeout=60)

    def query(self, query, accept=None, **parameters):
        headers = {"Accept": accept} if accept else {}
        return self.client.post("/sparql", data={"query": query, **parameters}, headers=headers)

    def rows(self, query, **parameters):
        answer = self.query(query, **parameters)
        assert answer.status_code == 200, answer.text
        return [{n: t["value"] for n, t in row.items()} for row in answer.json()["results"]["bindings"]]


@contextlib.contextmanager
def serving(*arguments):
    """Start ``kg serve`` with some arguments; end it as Ctrl-C does and see that it ends."""
    process = subprocess.Popen([sys.executable, "-m", "kg", "serve", "--port", "0", *map(str, arguments)],
                               stderr=subprocess.PIPE, text=True)
    try:
        line = process.stderr.readline()
        found = re.search(r"http://\S+?(?=/ \()", line)
        assert found, line + process.stderr.read()
        with contextlib.closing(Service(process, found[0]).client) as client:
            service = Service(process, found[0])
            service.client = client
            yield service
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(20)
        finally:
            process.kill()
            process.stderr.close()
