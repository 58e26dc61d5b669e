"""Answers what a window asks, from a list, and remembers what was asked."""

from pathlib import Path

from planner.gui.dialogs.questions import Answer, Questions


class ScriptedQuestions(Questions):
    """Each question takes the next answer of its kind; one without an answer fails the test."""

    def __init__(self):
        self.closing: list[Answer] = []
        self.choices: list[int | None] = []
        self.paths: list[Path | None] = []
        self.asked: list[tuple[str, ...]] = []

    def before_closing(self, name):
        self.asked.append(("before_closing", name))
        return self.closing.pop(0)

    def choose(self, text, more, verbs, *, details=""):
        self.asked.append(("choose", text, more, *verbs))
        return self.choices.pop(0)

    def tell(self, text, more=""):
        self.asked.append(("tell", text, more))

    def plan_to_open(self, folder):
        self.asked.append(("plan_to_open", str(folder)))
        return self.paths.pop(0)

    def plan_to_save(self, proposal):
        self.asked.append(("plan_to_save", str(proposal)))
        return self.paths.pop(0)

    def file_to_export(self, proposal, form):
        self.asked.append(("file_to_export", str(proposal), str(form)))
        return self.paths.pop(0)

    def template_to_fill(self, folder):
        self.asked.append(("template_to_fill", str(folder)))
        return self.paths.pop(0)

    def preset_to_read(self):
        self.asked.append(("preset_to_read",))
        return self.paths.pop(0)

    def preset_to_write(self, name):
        self.asked.append(("preset_to_write", name))
        return self.paths.pop(0)

    def folder_to_fill(self, folder):
        self.asked.append(("folder_to_fill", str(folder)))
        return self.paths.pop(0)
