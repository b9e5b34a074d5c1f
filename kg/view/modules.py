"""ES modules joined into one script, so that a page opened from a file can hold them.

Browsers load no module from ``file://``, and a page of one file has no other file to load. So each module
becomes a function that gives what it exports, and its imports become names taken from what others gave. The
modules stay plain ES modules, with one convention: ``export`` stands before ``function`` or ``const`` at the
start of a line, ``import { names } from "./file.js"`` on a line of its own, and no two modules import each other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from graphlib import TopologicalSorter

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w-]+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class)\b)", re.MULTILINE)
_NAME = re.compile(r"^export (?:async )?(?:function\*?|const|class) (\w+)", re.MULTILINE)


def join(modules: Mapping[str, str]) -> str:
    """One script of several modules, by their names without ``.js``; those imported come first.

    Raises:
        ValueError: a module imports what no other exports.
        graphlib.CycleError: modules import each other.

    >>> print(join({"b": 'import { one } from "./a.js";\\nprint(one);', "a": "export const one = 1;"}))
    "use strict";
    const module_a = (() => {
    const one = 1;
    return { one };
    })();
    const module_b = (() => {
    const { one } = module_a;
    print(one);
    return {  };
    })();
    """
    needs = {name: {m[2] for m in _IMPORT.finditer(text)} for name, text in sorted(modules.items())}
    exports = {name: _NAME.findall(text) for name, text in modules.items()}
    for name, text in modules.items():
        for wanted, source in _IMPORT.findall(text):
            for word in (w.split(" as ")[0].strip() for w in wanted.split(",")):
                if word not in exports.get(source, ()):
                    raise ValueError(f"{name}.js imports {word} from {source}.js, which does not export it")
    order = TopologicalSorter(needs).static_order()
    return '"use strict";\n' + "\n".join(_wrapped(name, modules[name], exports[name]) for name in order)


def _wrapped(name: str, text: str, exported: list[str]) -> str:
    body = _IMPORT.sub(lambda m: f"const {{{m[1].replace(' as ', ': ')}}} = module_{m[2]};", text)
    return f"const module_{name} = (() => {{\n{_EXPORT.sub('', body).strip()}\nreturn {{ {', '.join(exported)} }};\n}})();"
