"""How fast the exploration page opens and moves, beside pyvis as it comes.

    python benchmarks/page.py [--sizes 600,5000,20000] [--browser /usr/bin/chromium] [--give-up 100]

Invented builds of several sizes are opened from files in headless Chromium, painting in software, without a
network. For each: seconds until the first paint, until the graph is there and the page answers, and frames a
second while the graph is dragged by the mouse. Playwright moves the mouse about 55 times a second, so more frames
than that cannot be seen. "pyvis, as it comes" is ``Network()`` with nodes and edges added, physics on, resources
inlined; its page answers when its layout has settled. "pyvis, laid out" is ``kg.view.network``: our positions, physics
off. Needs ``pip install playwright`` and a Chromium; says what the machine was doing meanwhile.
"""

from __future__ import annotations

import argparse
import math
import os
import platform
import shutil
import tempfile
import time
from pathlib import Path

from invented import invented

import kg.view
from kg.view.page import page

SECONDS = 3.0  # of dragging

#: Counts the pictures that any canvas paints, and notes when the page answers after loading.
WATCH = """
const clear = CanvasRenderingContext2D.prototype.clearRect;
window.painted = 0;
CanvasRenderingContext2D.prototype.clearRect = function (...box) { window.painted += 1; return clear.apply(this, box); };
window.addEventListener("load", () => requestAnimationFrame(() => requestAnimationFrame(() => {
  window.answered = performance.now();
})));
"""
SETTLED = """
new Promise((done) => {
  if (!window.network || !network.physics.physicsEnabled || network.physics.stabilized) return done(window.answered);
  network.once("stabilizationIterationsDone", () => done(performance.now()));
})
"""


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--sizes", default="600,5000,20000")
    arguments.add_argument("--browser", default=shutil.which("chromium") or shutil.which("google-chrome"))
    arguments.add_argument("--give-up", type=float, default=100.0, help="seconds after which a page is given up")
    given = arguments.parse_args()
    from playwright.sync_api import sync_playwright

    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print(f"{'nodes':>6}  {'page':20} {'bytes':>10} {'first paint':>12} {'answers':>9} {'frames/s':>9}  shows")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=given.browser)
        for size in map(int, given.sizes.split(",")):
            build = invented(size)
            for name, text in (("govkg", page(build)), ("pyvis, laid out", kg.view.network(build).generate_html()),
                               ("pyvis, as it comes", stock(build))):
                path = Path(folder) / "page.html"
                path.write_text(text, "utf-8")
                print(f"{size:6}  {name:20} {path.stat().st_size:10,} {measure(browser, path, given.give_up)}", flush=True)
        browser.close()
    print(f"load at the end {os.getloadavg()[0]:.1f}")


def stock(build: kg.Build) -> str:
    """The same entities and relations, given to pyvis as its own examples do."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    for iri, entity in build.contents.entities.items():
        network.add_node(iri, label=entity.name)
    for relation in build.contents.relations:
        network.add_edge(relation.head, relation.tail)
    return network.generate_html()


def measure(browser, path: Path, give_up: float) -> str:
    """Open a page, wait for its graph, drag it."""
    from playwright.sync_api import Error

    context = browser.new_context(viewport={"width": 1280, "height": 720}, offline=True)
    tab = context.new_page()
    tab.add_init_script(WATCH)
    tab.set_default_timeout(give_up * 1000)
    try:
        tab.goto(path.as_uri(), wait_until="load")
        tab.evaluate("new Promise((done) => { const look = () => (window.answered ? done() : setTimeout(look, 20)); look(); })")
        paint = tab.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN")
        answers = settled(tab, give_up)
        if answers is None:
            return f"{paint / 1000:10.2f} s   not within {give_up:g} s"
        tab.wait_for_timeout(1000)  # what covers the graph meanwhile goes away
        shows = tab.evaluate("document.getElementById('shown')?.textContent ?? ''")
        return f"{paint / 1000:10.2f} s {answers / 1000:7.2f} s {dragged(tab):9.0f}  {shows}"
    except Error as error:
        return f"not within {give_up:g} s ({str(error).splitlines()[0]})"
    finally:
        context.close()


def settled(tab, give_up: float) -> float | None:
    """When the page answered and its layout was there, in milliseconds; None where that took too long."""
    return tab.evaluate(f"Promise.race([{SETTLED}, new Promise((done) => setTimeout(done, {give_up * 1000}, null))])")


def dragged(tab) -> float:
    """Frames a second while the ground of the graph is dragged about."""
    box = tab.locator("canvas").first.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + 30  # above the nodes, so that none is dragged along
    tab.mouse.move(x, y)
    tab.mouse.down()
    before, start, step = tab.evaluate("window.painted"), time.perf_counter(), 0
    while time.perf_counter() - start < SECONDS:
        step += 1
        tab.mouse.move(x + 150 * math.sin(step / 20), y + 80 * (1 - math.cos(step / 15)))
    painted = (tab.evaluate("window.painted") - before) / (time.perf_counter() - start)
    tab.mouse.up()
    return painted


if __name__ == "__main__":
    main()
