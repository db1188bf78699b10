"""A rule of an address that learns to build the address when one is first asked for.

Werkzeug writes and compiles two functions for each rule as soon as it is added: a tenth of what a
receiver does until it is ready. Few rules are ever asked. Nothing here knows which rules there are.
"""

from collections.abc import Callable

from werkzeug.routing import Rule

Built = tuple[str, str]
Builder = Callable[..., Built]


class LateRule(Rule):
    """As its parent, which tells nobody when to compile.

    What it overrides is not public. Under another name its parent compiles at once, as ever.
    """

    def _compile_builder(self, append_unknown: bool = True) -> Builder:
        compile_now = super()._compile_builder
        made: list[Builder] = []

        def build(rule: Rule, /, **values: object) -> Built:
            # Two threads may both compile, and either's is as good.
            if not made:
                made.append(compile_now(append_unknown))
            return made[0](rule, **values)

        return build
