"""The page without a mouse, and without eyes."""

from hands import select


def test_numbers_switch_views(tab):
    for key, view in (("2", "text"), ("3", "tables"), ("4", "questions"), ("1", "graph")):
        tab.keyboard.press(key)
        assert tab.locator(f"#view-{view}").is_visible()


def test_letters_work_on_the_selected_entity(tab, sample_build):
    select(tab, next(e.name for e in sample_build.entities if "Enterprise" in e.types))
    tab.keyboard.press("n")
    assert "near=" in tab.url
    tab.keyboard.press("p")
    assert "pinned=" in tab.url
    tab.keyboard.press("h")
    assert "hidden=" in tab.url and "entity=" not in tab.url


def test_escape_clears_the_selection(tab, sample_build):
    select(tab, sample_build.entities[0].name)
    tab.keyboard.press("Escape")
    assert "entity=" not in tab.url


def test_letters_typed_into_a_field_are_letters(tab):
    tab.locator("#search").fill("")
    tab.locator("#search").press_sequentially("23h")
    assert tab.locator("#search").input_value() == "23h" and tab.locator("#view-graph").is_visible()


def test_arrows_pan_and_signs_zoom(tab):
    name = "栖云县"
    tab.locator("#canvas").focus()
    before = tab.evaluate("name => govkg.pixelOf(name).x", name)
    tab.keyboard.press("ArrowRight")
    tab.wait_for_timeout(100)
    assert tab.evaluate("name => govkg.pixelOf(name).x", name) < before - 30


def test_help_lists_the_keys(tab):
    tab.keyboard.press("?")
    assert tab.get_by_role("dialog", name="快捷键").is_visible()
    tab.keyboard.press("Escape")
    assert not tab.get_by_role("dialog").is_visible()


def test_everything_that_can_be_used_has_a_name(tab, sample_build):
    select(tab, next(e.name for e in sample_build.entities if "Project" in e.types))
    for view in ("graph", "text", "tables", "questions"):
        tab.evaluate("view => { location.hash = `#view=${view}`; }", view)
        tab.wait_for_timeout(150)
        nameless = tab.evaluate("""[...document.querySelectorAll('button, input, select, summary, [tabindex]:not([tabindex="-1"])')]
            .filter((e) => e.offsetParent && !(e.getAttribute('aria-label') || e.getAttribute('aria-labelledby')
              || e.title || e.textContent.trim() || (e.labels && e.labels.length))).map((e) => e.outerHTML.slice(0, 120))""")
        assert nameless == []


def test_the_way_through_the_page_by_tab_reaches_the_panel(tab, sample_build):
    select(tab, next(e.name for e in sample_build.entities if "Enterprise" in e.types))
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.closest('#panel') !== null")
