"""ES modules joined into one script."""

from graphlib import CycleError

import pytest

from kg.view.modules import join


def test_what_is_imported_comes_first():
    script = join({"main": 'import { two } from "./two.js";\nrun(two);', "two": "export const two = 2;"})
    assert script.index("const two = 2") < script.index("run(two)")


def test_names_may_be_changed_on_import():
    assert "const { start: begin } = module_graph;" in join(
        {"main": 'import { start as begin } from "./graph.js";', "graph": "export function start() {}"})


def test_an_import_of_what_is_not_exported_is_an_error():
    with pytest.raises(ValueError, match="main.js imports three from two.js"):
        join({"main": 'import { three } from "./two.js";', "two": "export const two = 2;"})


def test_modules_that_import_each_other_are_an_error():
    with pytest.raises(CycleError):
        join({"a": 'import { b } from "./b.js";\nexport const a = 1;', "b": 'import { a } from "./a.js";\nexport const b = 1;'})
