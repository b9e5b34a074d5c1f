"""What people do on the page, in a word."""


def select(tab, name, heading=None):
    """Search for a name and take it."""
    tab.locator("#search").fill(name)
    tab.get_by_role("option").filter(has=tab.locator(f'span:text-is("{name}")')).first.click()
    tab.locator("#panel h2", has_text=heading or name).wait_for()


def shown_names(tab):
    """The names of the entities that the graph shows, by the table of all that pass the filters."""
    tab.get_by_role("tab", name="表格").click()
    names = set(tab.locator("#view-tables tbody td:first-child").all_inner_texts())
    indicators = set(tab.evaluate("govkg.undrawn"))
    tab.get_by_role("tab", name="图谱").click()
    return names - indicators
