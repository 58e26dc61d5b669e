"""Tells in plain sentences what keeps Qt from starting on this machine, before Qt is imported.

Qt answers a missing library with a traceback, a missing display by aborting the process and a missing Chinese
font with boxes. This module looks first, and is the one place that knows what the Qt wheels need from the
system. Only bootstrap may import it, and it only the standard library, since it must run before all others.

    python -m planner.preflight             print what is missing; exit 2 if anything is
    python -m planner.preflight --install   install what is missing, or print the line that does
    python -m planner.preflight --display   say nothing; exit 0 if a window would be seen by someone
"""

from __future__ import annotations

import argparse
import ctypes
import os
import shlex
import shutil
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

# Each table: what Qt's binaries ask for, and Debian's package for it; what those packages bring is left out.
EVERY_PLATFORM = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
CHINESE_FONT = {"font(:lang=zh-cn)": "fonts-wqy-microhei"}
DESKTOPS = {"win32", "darwin"}  # where Qt's wheels bring all they need and fonts and display are given
UNSEEN_PLATFORMS = {"", "offscreen", "minimal"}

Code = Literal["libraries", "display", "font"]

SENTENCES: dict[str, dict[Code, str]] = {
    "zh": {
        "libraries": "缺少界面所需的系统库（{missing}），请先运行：{remedy}",
        "display": "打不开显示器（{missing}），请在桌面环境中启动，或改用不需要窗口的命令，见：{remedy}",
        "font": "系统没有中文字体，文字会显示为方框，请先运行：{remedy}",
    },
    "en": {
        "libraries": "System libraries for the window are missing ({missing}); install them with: {remedy}",
        "display": "No display can be opened ({missing}); start it on a desktop, or use a command that needs "
        "no window, see: {remedy}",
        "font": "No Chinese font is installed and texts would be boxes; install one with: {remedy}",
    },
}


@dataclass(frozen=True)
class Problem:
    """One thing that keeps the window from opening: what is missing, and the command that helps."""

    code: Code
    missing: tuple[str, ...]
    remedy: str
    debian_packages: tuple[str, ...] = ()

    def sentence(self, language: str) -> str:
        """Say it in one sentence; `language` is "zh" or "en"."""
        return SENTENCES[language][self.code].format(missing=", ".join(self.missing), remedy=self.remedy)


def find_problems(environ: Mapping[str, str]) -> list[Problem]:
    """List what Qt would stumble over when started with these environment variables, worst first."""
    if sys.platform in DESKTOPS:
        return []
    return _present(_missing_libraries(environ), _unusable_display(environ), _missing_font())


def qt_platform(environ: Mapping[str, str]) -> str:
    """Name the plugin that Qt would choose: "xcb", "wayland", "offscreen" …; "" without a display."""
    named = environ.get("QT_QPA_PLATFORM", "").partition(";")[0].partition(":")[0]
    if named:
        return named
    display, wayland = environ.get("DISPLAY"), environ.get("WAYLAND_DISPLAY")
    if wayland and (not display or environ.get("XDG_SESSION_TYPE") == "wayland"):
        return "wayland"
    return "xcb" if display else ""


def is_window_seen(environ: Mapping[str, str]) -> bool:
    """Tell whether a window opened now would appear on a display."""
    if sys.platform in DESKTOPS:
        return True
    return qt_platform(environ) not in UNSEEN_PLATFORMS and _unusable_display(environ) is None


def language_of(environ: Mapping[str, str]) -> str:
    """Choose the language of the sentences from the locale: "zh" or "en"."""
    locale = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    return "zh" if locale.lower().startswith("zh") else "en"


def install(environ: Mapping[str, str]) -> list[Problem]:
    """Install libraries and font where we are root on a Debian-like system; return what is still missing."""
    missing = _installable(environ)
    may_install = os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get") is not None
    for _round in range(2):  # the font cannot be missed before fontconfig is there
        if missing and may_install:
            packages = [package for problem in missing for package in problem.debian_packages]
            _install_packages(packages, environ)
            missing = _installable(environ)
    return missing


def _installable(environ: Mapping[str, str]) -> list[Problem]:
    if sys.platform in DESKTOPS:
        return []
    return _present(_missing_libraries(environ), _missing_font())


def _install_packages(packages: Sequence[str], environ: Mapping[str, str]) -> None:
    for command in (["update"], ["install", "--no-install-recommends", *packages]):
        subprocess.run(
            ["apt-get", "-qq", "-y", *command],
            check=False,
            env={**environ, "DEBIAN_FRONTEND": "noninteractive"},
            stdout=sys.stderr,
        )


def _present(*problems: Problem | None) -> list[Problem]:
    return [problem for problem in problems if problem is not None]


def _missing_libraries(environ: Mapping[str, str]) -> Problem | None:
    platform = qt_platform(environ)
    needed = dict(EVERY_PLATFORM)
    if platform == "xcb":
        needed |= X11
    elif platform.startswith("wayland"):
        needed |= WAYLAND
    missing = {library: package for library, package in needed.items() if not _loads(library)}
    if not missing:
        return None
    return _not_installed("libraries", missing, [f"{library}()(64bit)" for library in missing])


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _missing_font() -> Problem | None:
    if not _loads("libfontconfig.so.1") or _count_of_chinese_fonts() > 0:
        return None
    return _not_installed("font", CHINESE_FONT, list(CHINESE_FONT))


def _count_of_chinese_fonts() -> int:
    """Ask fontconfig, which is where Qt finds its fonts."""
    fontconfig = ctypes.CDLL("libfontconfig.so.1")
    fontconfig.FcInitReinitialize()  # else a font installed a moment ago stays unknown
    fontconfig.FcNameParse.restype = ctypes.c_void_p
    fontconfig.FcObjectSetCreate.restype = ctypes.c_void_p
    fontconfig.FcFontList.restype = ctypes.POINTER(ctypes.c_int)  # the structure begins with the count
    pattern = ctypes.c_void_p(fontconfig.FcNameParse(b":lang=zh"))
    properties = ctypes.c_void_p(fontconfig.FcObjectSetCreate())
    fontconfig.FcObjectSetAdd(properties, b"family")
    fonts = fontconfig.FcFontList(None, pattern, properties)
    return int(fonts[0]) if fonts else 0


def _not_installed(code: Code, missing: Mapping[str, str], rpm_capabilities: Sequence[str]) -> Problem:
    packages = tuple(missing.values())
    rpm_tool = next((tool for tool in ("dnf", "zypper", "yum") if shutil.which(tool)), None)
    if rpm_tool and not shutil.which("apt-get"):
        line = shlex.join(["sudo", rpm_tool, "install", *rpm_capabilities])
    else:
        line = shlex.join(["sudo", "apt-get", "install", *packages])
    return Problem(code, tuple(missing), line, packages)


def _unusable_display(environ: Mapping[str, str]) -> Problem | None:
    platform = qt_platform(environ)
    if platform == "xcb":
        variable, usable = "DISPLAY", _x_server_answers(environ.get("DISPLAY", ""))
    elif platform.startswith("wayland"):
        variable, usable = "WAYLAND_DISPLAY", _wayland_server_answers(environ)
    else:
        variable, usable = "DISPLAY", platform != ""
    if usable:
        return None
    return Problem("display", (f"{variable}={environ.get(variable, '')}",), "python main.py --help")


def _x_server_answers(display: str) -> bool:
    """Connect and disconnect as Qt's plugin does, with the person's authority."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # nothing is known about the server; the library is what is missing
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed


def _wayland_server_answers(environ: Mapping[str, str]) -> bool:
    path = Path(environ.get("XDG_RUNTIME_DIR", "")) / environ.get("WAYLAND_DISPLAY", "wayland-0")
    with socket.socket(socket.AF_UNIX) as client:
        try:
            client.connect(str(path))
        except OSError:
            return False
    return True


def main(arguments: Sequence[str]) -> int:
    """Run as a command; 0 when all is well, 2 with a sentence for each problem on stderr."""
    parser = argparse.ArgumentParser(
        prog="python -m planner.preflight", description="Check what Qt needs here."
    )
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--install", action="store_true", help="install libraries and font, or print the line")
    mode.add_argument("--display", action="store_true", help="only tell whether a window would be seen")
    options = parser.parse_args(arguments)
    if options.display:
        return 0 if is_window_seen(os.environ) else 1
    problems = install(os.environ) if options.install else find_problems(os.environ)
    for problem in problems:
        print(problem.sentence(language_of(os.environ)), file=sys.stderr)
    return 2 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
