"""What a template may say. Fields, loops over lists and conditions, nothing that calls, counts or reaches inside.

Beside the sandbox this bounds the work: no template can run longer than the paper has items.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from jinja2 import nodes

from radslag.base.documents.rendering.word.shapes import Known, Listed, Shape, Text, Things, nearest

FILTERS = frozenset({"upper", "lower", "capitalize", "trim", "join"})
OF_LOOP = frozenset({"first", "last", "index", "length"})
DEEPEST = 3  # loops within loops: parts, items, annexes
CONDITIONS = (nodes.Compare, nodes.Operand, nodes.Not, nodes.And, nodes.Or)


@dataclass
class Reading:
    """What a walk through a template found: fields used, names nobody knows, and what it may not say."""

    known: Known
    used: set[str] = field(default_factory=set)
    unknown: dict[str, str | None] = field(default_factory=dict)  # as written → the nearest known
    errors: list[str] = field(default_factory=list)

    def read(self, template: nodes.Template) -> None:
        """Walk a parsed template."""
        self._all(template.body, dict(self.known.fields), 0)

    def _all(self, body: list[nodes.Node], scope: Mapping[str, Shape], depth: int) -> None:
        for node in body:
            if isinstance(node, nodes.Output):
                for each in node.nodes:
                    self._printed(each, scope)
            elif isinstance(node, nodes.For):
                self._loop(node, scope, depth)
            elif isinstance(node, nodes.If):
                self._condition(node.test, scope)
                for part in (node.body, node.elif_, node.else_):
                    self._all(list(part), scope, depth)
            else:
                self._forbidden()

    def _printed(self, node: nodes.Node, scope: Mapping[str, Shape]) -> None:
        if isinstance(node, nodes.TemplateData | nodes.Const):
            return
        shape = self._shape(node, scope)
        if isinstance(shape, Listed) and not shape.printed:
            self._error(_("{{ %(name)s }} är en lista. Gå igenom den med {%% for … in %(name)s %%}."), _written(node))
        elif isinstance(shape, Things) and "text" not in shape.fields:
            told = as_field(f"{_written(node)}.{next(iter(shape.fields))}")
            self._error(_("{{ %(name)s }} har flera delar. Skriv vilken, till exempel %(told)s."), _written(node), told)

    def _loop(self, node: nodes.For, scope: Mapping[str, Shape], depth: int) -> None:
        if depth >= DEEPEST or node.recursive or node.test or not isinstance(node.target, nodes.Name):
            self._forbidden()
            return
        shape = self._shape(node.iter, scope)
        if shape is not None and not isinstance(shape, Listed):
            self._error(_("%(name)s är ingen lista och går inte att gå igenom med for."), _written(node.iter))
        # Of an unknown list nothing more can be said, so what is in it is let through.
        inside = {**scope, node.target.name: shape.one if isinstance(shape, Listed) else Text()}
        self._all(list(node.body), {**inside, "loop": Things(dict.fromkeys(OF_LOOP, Text()))}, depth + 1)
        self._all(list(node.else_), scope, depth)

    def _condition(self, node: nodes.Node, scope: Mapping[str, Shape]) -> None:
        if isinstance(node, CONDITIONS):
            for each in node.iter_child_nodes():
                self._condition(each, scope)
        elif not isinstance(node, nodes.Const):
            self._shape(node, scope)

    def _shape(self, node: nodes.Node, scope: Mapping[str, Shape]) -> Shape | None:
        """What an expression holds; None when it is unknown or not allowed, which has then been noted."""
        if isinstance(node, nodes.Name):
            return self._name(node, scope)
        if isinstance(node, nodes.Getattr):
            return self._part(node, scope)
        if isinstance(node, nodes.Filter) and node.node is not None and _harmless(node):
            return Text() if self._shape(node.node, scope) is not None else None
        self._forbidden()
        return None

    def _name(self, node: nodes.Name, scope: Mapping[str, Shape]) -> Shape | None:
        if node.name in scope and node.name not in self.known.fields:
            return scope[node.name]
        plain = self.known.plain(node.name)
        if plain not in scope:
            self.unknown.setdefault(node.name, nearest(node.name, scope))
            return None
        self.used.add(plain)
        return scope[plain]

    def _part(self, node: nodes.Getattr, scope: Mapping[str, Shape]) -> Shape | None:
        whole = self._shape(node.node, scope)
        if whole is None:
            return None
        fields = whole.fields if isinstance(whole, Things) else {}
        plain = self.known.plain(node.attr)
        if plain not in fields or node.attr.startswith("_"):
            near = nearest(node.attr, fields)
            self.unknown.setdefault(_written(node), f"{_written(node.node)}.{near}" if near else None)
            return None
        return fields[plain]

    def _error(self, sentence: str, name: str, told: str = "") -> None:
        words = sentence % {"name": name, "told": told}
        if words not in self.errors:
            self.errors.append(words)

    def _forbidden(self) -> None:
        self._error(
            _(
                "Mallen gör något som inte är tillåtet. Använd bara fält, for-satser över listor och if-satser,"
                " utan beräkningar och anrop."
            ),
            "",
        )


def _written(node: nodes.Node) -> str:
    """A name as the template has it: "punkt.rubrik"."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    if isinstance(node, nodes.Filter) and node.node is not None:
        return _written(node.node)
    return "…"


def as_field(name: str) -> str:
    """The name as a template has it: "{{ datum }}"."""
    return f"{{{{ {name} }}}}"


def _harmless(node: nodes.Filter) -> bool:
    return node.name in FILTERS and not node.kwargs and all(isinstance(each, nodes.Const) for each in node.args)
