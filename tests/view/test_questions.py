"""Saved questions, asked by a click."""

from kg.store.queries import open_build, plain
from kg.store.questions import answer, question


def names(folder, id_, column, **values):
    given = answer(open_build(folder), question(id_), values)
    at = given.columns.index(column)
    return [plain(row[at]) for row in given.rows]


def shown(tab):
    return [r.split("\t") for r in tab.locator(".answer tbody tr").all_inner_texts()]


def ask(tab, id_):
    tab.get_by_role("tab", name="提问").click()
    tab.locator(".questions").get_by_role("button", name=question(id_).titles["zh"]).first.click()
    tab.locator(".answer h2", has_text=question(id_).titles["zh"]).wait_for()


def test_which_projects_have_which_status(tab, sample_folder):
    ask(tab, "projects")
    assert [r[0] for r in shown(tab)] == names(sample_folder, "projects", "projectName")


def test_who_has_got_honours(tab, sample_folder):
    ask(tab, "awards")
    assert sorted(r[0] for r in shown(tab)) == sorted(names(sample_folder, "awards", "holderName"))


def test_what_a_town_has(tab, sample_folder):
    ask(tab, "town-profile")
    town = shown(tab)[0][0]
    tab.locator(".answer select[name=parameter-town]").select_option(label=town)
    expected = names(sample_folder, "town-profile", "entityName", town=town)
    assert sorted(r[2] for r in shown(tab)) == sorted(expected)


def test_a_status_can_be_chosen(tab, sample_folder):
    ask(tab, "projects")
    tab.locator(".answer select[name=parameter-status]").select_option(label="在建")
    assert sorted(r[0] for r in shown(tab)) == sorted(names(sample_folder, "projects", "projectName", status="在建"))


def test_an_answer_leads_to_its_entity(tab):
    ask(tab, "awards")
    name = shown(tab)[0][0]
    tab.locator(".answer tbody .link").first.click()
    assert tab.locator("#panel h2").inner_text() == name


def test_a_question_and_its_value_are_in_the_address(tab, opened, sample_build):
    ask(tab, "projects")
    tab.locator(".answer select[name=parameter-status]").select_option(label="在建")
    assert shown(opened(sample_build, "#" + tab.url.partition("#")[2])) == shown(tab)
