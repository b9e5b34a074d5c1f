"""The editor in a real browser: a query is written and its rows are seen; nothing is fetched from elsewhere."""

import shutil

import pytest

playwright = pytest.importorskip("playwright.sync_api")


@pytest.fixture(scope="module")
def browser():
    found = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
    if not found:
        pytest.skip("no chromium here; install one to test the editor")
    with playwright.sync_playwright() as run:
        opened = run.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield opened
        opened.close()


@pytest.fixture
def page(browser, two_years):
    """A fresh page that notes what it asks for and what goes wrong."""
    opened = browser.new_page(base_url=two_years.address, viewport={"width": 1280, "height": 900})
    opened.elsewhere, opened.errors = [], []
    opened.on("request", lambda r: None if r.url.startswith((two_years.address, "data:", "blob:"))
              else opened.elsewhere.append(r.url))
    opened.on("pageerror", lambda error: opened.errors.append(str(error)))
    opened.on("console", lambda line: opened.errors.append(line.text) if line.type == "error" else None)
    yield opened
    assert opened.elsewhere == [] and opened.errors == []
    opened.close()


def rows(page):
    page.wait_for_selector(".yasr .dataTable tbody tr")
    return page.locator(".yasr .dataTable tbody tr").all_inner_texts()


def test_a_query_that_is_typed_shows_its_rows(page):
    page.goto("/editor")
    page.click(".CodeMirror")
    page.keyboard.press("Control+A")
    page.keyboard.type("SELECT ?name { ?x a <https://w3id.org/govkg/ontology#Project> ; "
                       "<http://www.w3.org/2004/02/skos/core#prefLabel> ?name } ORDER BY ?name", delay=1)
    page.click(".yasqe_queryButton")
    found = rows(page)
    assert len(found) == 4 and "智慧冷库" in found[0]


def test_a_saved_question_is_put_into_the_editor_and_answered(page):
    page.goto("/editor")
    page.select_option("#question", "projects")
    page.fill("#parameters input[name=status]", "在建")
    page.click("#insert")
    page.wait_for_function("() => yasgui.getTab().getQuery().includes('VALUES')")
    page.click(".yasqe_queryButton")
    found = rows(page)
    assert len(found) == 2 and "智慧冷库" in found[0]


def test_a_value_that_is_not_there_is_told(page):
    page.goto("/editor")
    page.select_option("#question", "projects")
    page.fill("#parameters input[name=status]", '"><img src=x onerror=alert(1)>')
    page.click("#insert")
    page.wait_for_selector("#problem:not([hidden])")
    assert "nothing of the kind Status is called" in page.inner_text("#problem") and page.locator("#problem img").count() == 0
    page.errors.clear()  # the browser notes that the address answered 400, as it should


def test_a_question_can_be_opened_by_its_address(page):
    page.goto("/editor#question=awards")
    page.wait_for_function("() => yasgui.getTab().getQuery().includes('gov:awarded')")


def test_links_in_the_answer_lead_to_pages_here(page):
    page.goto("/editor#question=awards")
    page.wait_for_function("() => yasgui.getTab().getQuery().includes('gov:awarded')")
    page.click(".yasqe_queryButton")
    rows(page)
    link = page.locator(".yasr .dataTable tbody a", has_text="/id/").first
    with page.context.expect_page() as opened:
        link.click()
    opened.value.wait_for_load_state()
    assert "/id/" in opened.value.url and opened.value.url.startswith(page.url.split("/editor")[0])


def test_an_error_of_the_query_is_seen(page):
    page.goto("/editor")
    page.evaluate("yasgui.getTab().setQuery('SELECT * { ?s ?p ?o } ORDER')")
    page.click(".yasqe_queryButton", force=True)
    page.wait_for_selector(".yasr .errorResult, .yasqe_queryButton.query_error, .yasqe_queryButton[class*=disabled]")
    page.errors.clear()


def test_pages_fit_a_telephone(browser, two_years):
    narrow = browser.new_page(base_url=two_years.address, viewport={"width": 380, "height": 700})
    for path in ("/", "/questions/projects", "/id/enterprise/恒岳新材"):
        narrow.goto(path)
        assert narrow.evaluate("document.documentElement.scrollWidth") <= 380, path
    narrow.close()
