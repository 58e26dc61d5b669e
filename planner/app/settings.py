"""The table of settings: one row each. What a person chose is kept per machine, never in a plan."""

from collections.abc import Mapping
from dataclasses import dataclass

from planner.domain.fields import Choice
from planner.domain.marks import N_

SettingValue = str | int | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its key, what it is called, its default and, for a choice, what can be chosen."""

    key: str
    label: str
    default: SettingValue
    choices: tuple[Choice, ...] = ()
    help: str = ""
    hidden: bool = False

    def accepts(self, value: object) -> bool:
        """Whether `value` has the type of the default and is one of the choices, if there are any."""
        if type(value) is not type(self.default):
            return False
        return not self.choices or any(choice.code == value for choice in self.choices)


SETTINGS: Mapping[str, Setting] = {
    setting.key: setting
    for setting in (
        Setting(
            "language",
            N_("界面语言"),
            "system",
            (Choice("system", N_("跟随系统")), Choice("zh", N_("中文")), Choice("en", N_("English"))),
        ),
        Setting(
            "theme",
            N_("外观"),
            "system",
            (
                Choice("system", N_("跟随系统")),
                Choice("light", N_("浅色")),
                Choice("dark", N_("深色")),
                Choice("high-contrast", N_("高对比度")),
            ),
        ),
        Setting("author", N_("姓名"), "", help=N_("记入修改历史，说明是谁改的；留空则不记。")),
        Setting(
            "text_size",
            N_("文字大小"),
            "100",
            tuple(Choice(percent, f"{percent} %") for percent in ("100", "110", "125", "150", "175", "200")),
            help=N_("只放大文字，立即生效。"),
        ),
        Setting(
            "scale",
            N_("界面缩放"),
            "100",
            tuple(Choice(percent, f"{percent} %") for percent in ("100", "125", "150", "175", "200")),
            help=N_("在系统缩放之上再放大；重新启动程序后生效。"),
        ),
        Setting("tour", "", True, hidden=True),
        Setting("shortcuts", "", (), hidden=True),
        Setting("recent", "", (), hidden=True),
        Setting("folder", "", "", hidden=True),
        Setting("exports", "", "", hidden=True),
        Setting("printing", "", "", hidden=True),
    )
}
