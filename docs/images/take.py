"""Takes the pictures of this folder: the page of the sample report in its main states.

    python docs/images/take.py

Needs ``pip install playwright pillow`` and a Chromium with Chinese fonts.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from urllib.parse import urlencode

from PIL import Image
from playwright.sync_api import sync_playwright

import kg
from kg.resources import sample_report
from kg.view.page import page

FOLDER = Path(__file__).parent
DESK, PHONE = (1280, 720), (390, 780)
COMPANY, OTHER, PARK = "enterprise/栖云县/衡岳光电", "enterprise/栖云县/天禾食品", "park/栖云县/栖云山楂产业园"

#: Name of the picture, size, and what is looked at.
STATES = {
    "page": (DESK, {"entity": COMPANY}),
    "overview": (DESK, {}),
    "overview-dark": (DESK, {"theme": "dark"}),
    "neighbourhood-dark": (DESK, {"theme": "dark", "near": f"{COMPANY}~2", "entity": COMPANY}),
    "text": (DESK, {"view": "text", "entity": OTHER}),
    "tables": (DESK, {"view": "tables", "table": "observations"}),
    "questions": (DESK, {"view": "questions", "question": "projects"}),
    "english": (DESK, {"lang": "en", "entity": PARK}),
    "phone": (PHONE, {}),
    "phone-panel-dark": (PHONE, {"theme": "dark", "entity": OTHER}),
}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "graph.html"
        file.write_text(page(kg.build(sample_report())), "utf-8")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium") or shutil.which("google-chrome"))
        for name, ((width, height), state) in STATES.items():
            tab = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
            tab.goto(f"{file.as_uri()}#{urlencode(state)}")
            tab.wait_for_timeout(1500)
            path = FOLDER / f"{name}.png"
            tab.screenshot(path=path)
            tab.close()
            picture = Image.open(path).convert("RGB")
            picture.quantize(256, method=Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE).save(path, optimize=True)
        browser.close()


if __name__ == "__main__":
    main()
