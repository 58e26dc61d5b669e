"""Every page of the help is there in both languages, and all that it points at exists."""

import re
from datetime import date

import pytest
from markdown_it import MarkdownIt
from PySide6.QtGui import QImage

from planner import bootstrap
from planner.app.checks.table import RULES
from planner.domain.items import KINDS
from planner.gui.actions import ACTIONS
from planner.gui.help.topics import TOPICS
from planner.gui.views.table import VIEWS
from tests.gui.help.conftest import FOLDER, LANGUAGES

PAGES = [(language, topic.id) for language in LANGUAGES for topic in TOPICS]
MOST_CHINESE_IN_ENGLISH = 0.2


def tokens(markdown):
    """All tokens of a page, also those within lines."""
    for token in MarkdownIt("commonmark", {"html": False}).enable("table").parse(markdown):
        yield token
        yield from token.children or ()


def links(markdown):
    return [token.attrs["href"] for token in tokens(markdown) if token.type == "link_open"]


def pictures(markdown):
    return [token.attrs["src"] for token in tokens(markdown) if token.type == "image"]


def headings(markdown):
    return [len(line) - len(line.lstrip("#")) for line in markdown.splitlines() if re.match(r"#+ ", line)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_a_page_for_each_topic_and_no_other(language):
    assert {path.stem for path in (FOLDER / language).glob("*.md")} == {topic.id for topic in TOPICS}


@pytest.mark.parametrize(("language", "topic"), PAGES)
def test_a_page_begins_with_its_title_and_can_be_filled_in(library_of, language, topic):
    library = library_of(language)
    page = library.page(topic)
    assert page.startswith(f"# {library.title(topic)}\n")
    assert headings(page).count(1) == 1
    assert "{do:" not in page
    assert len(page) > 200


@pytest.mark.parametrize(("language", "topic"), PAGES)
def test_links_and_pictures_of_a_page_are_there(library_of, context, language, topic):
    page = library_of(language).page(topic)
    known = {topic.id for topic in TOPICS}
    assert [link for link in links(page) if link not in known] == []
    for source in pictures(page):
        if source.startswith("icon:"):
            assert source.removeprefix("icon:").split("#")[0] in context.icons.names()
        else:
            path = (FOLDER / language / source).resolve()
            assert path.is_relative_to(FOLDER.parent)
            assert QImage(str(path)).width() > 100


@pytest.mark.parametrize("topic", [topic.id for topic in TOPICS])
def test_both_languages_say_the_same_things(topic):
    chinese, english = ((FOLDER / language / f"{topic}.md").read_text("utf-8") for language in LANGUAGES)
    assert headings(chinese) == headings(english)
    assert pictures(chinese) == pictures(english)
    marks = [set(re.findall(r"\{[a-z]+:[\w.]+\}", text)) for text in (chinese, english)]
    assert marks[0] == marks[1]


@pytest.mark.parametrize("topic", [topic.id for topic in TOPICS])
def test_english_pages_are_english(topic):
    text = (FOLDER / "en" / f"{topic}.md").read_text("utf-8")
    assert sum("\u4e00" <= letter <= "\u9fff" for letter in text) / len(text) < MOST_CHINESE_IN_ENGLISH


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_in_a_page_is_html(library_of, language):
    for topic in TOPICS:
        assert not re.search(r"</?[a-z]+[^>]*>", library_of(language).page(topic.id)), topic.id


def test_every_view_has_its_topic():
    assert {view.id for view in VIEWS} <= {topic.id for topic in TOPICS}


def test_the_rules_the_keys_and_the_fields_are_those_of_the_program(library_of):
    library = library_of("zh")
    checks, keys, fields = (library.page(topic) for topic in ("checks", "shortcuts", "dictionary"))
    assert checks.count("\n| 错误 |") + checks.count("\n| 警告 |") + checks.count("\n| 提示 |") == len(RULES)
    assert "| 保存 | Ctrl+S |" in keys
    assert "| 命令面板 | Ctrl+Shift+P |" in keys
    for kind in KINDS.values():
        for spec in kind.fields:
            assert f" | {spec.key.replace('_', chr(92) + '_')} | " in fields, (kind.key, spec.key)


def test_a_key_that_was_changed_is_changed_in_the_help(qapp, tmp_path, library_of):
    library = library_of("zh")
    row = next(row for row in ACTIONS if row.id == "save")
    assert "`Ctrl+S`" in library.page("files")
    keys = library._filler._keymap.keys()
    library._filler._keymap.choose({**keys, row.id: ()})
    assert "`Ctrl+S`" not in library.page("files")
    assert "**文件 › 保存**" in library.page("files")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_notebook_page_runs(tmp_path, monkeypatch, capsys, language):
    monkeypatch.chdir(tmp_path)
    text = (FOLDER / language / "notebook.md").read_text("utf-8")
    name = {"zh": "计划.plan", "en": "my.plan"}[language]
    clock = bootstrap.system_clock(date(2025, 10, 1))
    session = bootstrap.make_workspace(clock, str).create(bootstrap.make_plan("example"))
    session.save_as(tmp_path / name)
    session.close()
    blocks = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    assert len(blocks) == 3
    for block in blocks:
        exec(compile(block, "notebook", "exec"), {})  # noqa: S102 - the page's own code
        printed = capsys.readouterr().out
        assert len(printed.splitlines()) > 1, block
