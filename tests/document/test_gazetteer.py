"""Divisions by code and by name."""

from kg.document.gazetteer import Gazetteer, short_name

GAZETTEER = Gazetteer.default()


def test_a_county_knows_its_city_and_its_province():
    county = GAZETTEER.division("330782")
    assert [up.level for up in county.above] == ["city", "province"] and county.level == "county"


def test_a_district_of_a_municipality_lies_directly_in_it():
    assert [up.name for up in GAZETTEER.division("110101").above] == ["北京市"]


def test_a_name_that_several_counties_share_is_found_only_within_a_larger_one():
    shared = next(n for n in GAZETTEER.names if n.endswith("区") and len({d.code for d in GAZETTEER.named(n)}) > 1)
    first = GAZETTEER.named(shared)[0]
    assert GAZETTEER.find(shared) is None
    assert GAZETTEER.find(shared, first.above[0]).code == first.code


def test_a_county_that_became_a_district_is_found_by_its_old_name():
    district = next(d for n in GAZETTEER.names for d in GAZETTEER.named(n)
                    if d.level == "county" and d.name.endswith("区") and len(d.name) == 3 and len(GAZETTEER.named(d.short)) == 1)
    old = GAZETTEER.find(district.short + "县")
    assert (old.code, old.name) == (district.code, district.short + "县")


def test_towns_of_a_county_carry_its_code():
    county = GAZETTEER.division("330782")
    towns = GAZETTEER.towns(county)
    assert towns and all(t.code.startswith("330782") and t.above[0] == county and t.level == "township" for t in towns)


def test_short_names_keep_two_characters():
    assert [short_name(n) for n in ("栖云县", "易县", "内蒙古自治区", "伊犁哈萨克自治州")] == ["栖云", "易县", "内蒙古", "伊犁"]


def test_nothing_is_found_for_a_name_that_is_none():
    assert GAZETTEER.find("栖云县") is None and GAZETTEER.named("不存在的县") == ()
