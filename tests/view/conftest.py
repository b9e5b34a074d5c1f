"""Pages opened in a real browser, from a file, without a network."""

import os
import shutil

import pytest

from kg.view.page import page

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="session")
def browser():
    """Headless Chromium; a printed skip where there is none."""
    sync = pytest.importorskip("playwright.sync_api", reason="no playwright: pip install 'govkg[test]'")
    if BROWSER is None:
        pytest.skip("no Chromium on this machine: the page is not tested in a browser")
    with sync.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"] if os.geteuid() == 0 else [])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory):
    """A function that writes the page of a build to a file, once, and gives its address."""
    folder, known = tmp_path_factory.mktemp("pages"), {}

    def address(build):
        if id(build) not in known:
            path = folder / f"{len(known)}.html"
            path.write_text(page(build), "utf-8")
            known[id(build)] = (path.as_uri(), build)
        return known[id(build)][0]

    return address


@pytest.fixture(scope="session")
def window(browser):
    """A window of the browser, what goes wrong in it, and a function that opens an address there."""
    context = browser.new_context(viewport={"width": 1280, "height": 720}, offline=True, accept_downloads=True,
                                  reduced_motion="reduce")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    wrong = []
    context.on("request", lambda request: None if request.url.startswith(("file:", "blob:", "data:"))
               else wrong.append(f"asks for {request.url[:200]}"))

    def open_tab(address, **size):
        tab = context.new_page()
        if size:
            tab.set_viewport_size(size)
        tab.on("console", lambda m: wrong.append(m.text) if m.type in ("error", "warning") else None)
        tab.on("pageerror", lambda error: wrong.append(str(error)))
        tab.on("dialog", lambda dialog: (wrong.append(f"dialog {dialog.message}"), dialog.dismiss()))
        tab.set_default_timeout(10000)
        tab.goto(address)
        tab.locator("#shown", has_text="/").wait_for(state="attached")
        return tab

    yield open_tab, wrong
    context.close()


@pytest.fixture
def opened(window, pages):
    """A function that opens the page of a build; what goes wrong in a page fails the test."""
    open_tab, wrong = window
    wrong.clear()
    tabs = []

    def open_page(build, address="", **size):
        tabs.append(open_tab(pages(build) + address, **size))
        return tabs[-1]

    yield open_page
    for tab in tabs:
        tab.close()
    assert wrong == []


@pytest.fixture(scope="session")
def sample_tab(window, pages, sample_build):
    """One tab for all tests that look at the sample report."""
    return window[0](pages(sample_build))


@pytest.fixture
def tab(sample_tab, opened):
    """The page of the sample report, as it was when it was opened."""
    sample_tab.bring_to_front()
    sample_tab.evaluate("location.hash = ''; document.activeElement.blur(); document.querySelector('#search').value = ''")
    sample_tab.emulate_media(color_scheme="light")
    sample_tab.mouse.move(5, 5)
    sample_tab.wait_for_timeout(60)
    sample_tab.evaluate("document.querySelector('#fit').click()")
    return sample_tab


@pytest.fixture(scope="session")
def years(tmp_path_factory, sample):
    """A build of the sample report and of another one that the same county gave a year later."""
    import kg

    folder = tmp_path_factory.mktemp("years")
    text = sample.read_text("utf-8")
    for old, new in (("2024", "2025"), ("2023", "2024"), ("286.4", "305.1"), ("增长6.2%", "增长6.5%")):
        text = text.replace(old, new)
    (folder / "qiyun_2025.txt").write_text(text, "utf-8")
    return kg.build([sample, folder / "qiyun_2025.txt"])
