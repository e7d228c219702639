"""What a person can mend: one error that carries all problems found."""

from __future__ import annotations

from .words import Text, Translator, english, render


class InputError(Exception):
    """Raised for input that a person can mend; says what, where and the remedy, for all problems at once."""

    def __init__(self, *problems: Text) -> None:
        super().__init__(*problems)
        self.problems = problems

    def message(self, translate: Translator) -> str:
        """All problems, one a line, in the translator's language."""
        return "\n".join(render(problem, translate) for problem in self.problems)

    def __str__(self) -> str:
        return self.message(english)


class Cancelled(Exception):  # noqa: N818, a wish of the user, not an error
    """Raised inside a run when the user asked to stop."""
