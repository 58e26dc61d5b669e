"""What the product is called and what its files are called; every module of the window may import it."""

from planner.app.words import Words
from planner.domain.marks import N_

NAME = N_("Policy Planner 行动计划")
SUFFIX = ".plan"
PRESET_SUFFIX = ".toml"
IDENTIFIER = "policy-planner"

_PLAN_FILTER = N_("行动计划（*.plan）")
_ALL_FILTER = N_("所有文件（*）")
_PRESET_FILTER = N_("版式文件（*.toml）")
_EXPORT_FILTERS = {
    "xlsx": N_("Excel 工作簿（*.xlsx）"),
    "csv": N_("CSV 表格（*.csv）"),
    "md": N_("Markdown 大纲（*.md）"),
    "html": N_("网页大纲（*.html）"),
    "opml": N_("OPML 大纲（*.opml）"),
}


def plan_filter(words: Words) -> str:
    """The file dialog's filter for plans."""
    return ";;".join(_ascii_brackets(words(text)) for text in (_PLAN_FILTER, _ALL_FILTER))


def preset_filter(words: Words) -> str:
    """The file dialog's filter for presets."""
    return ";;".join(_ascii_brackets(words(text)) for text in (_PRESET_FILTER, _ALL_FILTER))


def export_filter(words: Words, form: str) -> str:
    """The file dialog's filter for exports whose files end so."""
    return _ascii_brackets(words(_EXPORT_FILTERS[form]))


def _ascii_brackets(text: str) -> str:
    """Qt reads the pattern from ASCII brackets only."""
    return text.replace("（", " (").replace("）", ")")
