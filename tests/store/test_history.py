"""Reports, and what each said of statuses."""

import kg
from kg.store.history import History


def test_several_reports_tell_a_history(sample, tmp_path):
    later = tmp_path / "later.txt"
    later.write_text(sample.read_text("utf-8").replace("2024", "2025").replace("2023", "2024"), "utf-8")
    history = History(kg.build([sample, later]).graphs.fact_triples)
    assert [r.year for r in history.reports.values()] == ["2024", "2025"]
    assert all(r.label.endswith("政府工作报告") and r.source.endswith(".txt")
               for r in history.reports.values())
    park = [s for s in history.statuses if s.entity.endswith("/远航数控装备产业园")]
    assert [s.year for s in park] == sorted(s.year for s in park) and {s.report
                                                                       for s in park} == set(history.reports)
    assert {s.status for s in park if not s.promised} == {"Signed", "UnderConstruction"}
