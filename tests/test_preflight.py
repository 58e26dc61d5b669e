"""The preflight, against this machine's real libraries, fonts and a real X server where there is one."""

import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner import preflight
from planner.preflight import find_problems, is_window_seen, language_of, qt_platform

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.skipif(sys.platform in preflight.DESKTOPS, reason="nothing to check on this system")


@pytest.fixture
def x_server() -> Iterator[str]:
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed")
    with subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-nolisten", "tcp"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as server:
        assert server.stdout is not None
        yield ":" + server.stdout.readline().decode().strip()
        server.terminate()


@pytest.fixture
def without_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with apt-get on which two of the libraries cannot be loaded."""
    monkeypatch.setattr(
        preflight, "_loads", lambda library: library not in {"libEGL.so.1", "libxcb-cursor.so.0"}
    )
    monkeypatch.setattr(shutil, "which", lambda tool: "/usr/bin/apt-get" if tool == "apt-get" else None)


@pytest.mark.parametrize(
    ("environ", "platform"),
    [
        ({}, ""),
        ({"DISPLAY": ":0"}, "xcb"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "wayland"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "xcb"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0", "XDG_SESSION_TYPE": "wayland"}, "wayland"),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen:size=800x600"}, "offscreen"),
        ({"QT_QPA_PLATFORM": "wayland;xcb"}, "wayland"),
    ],
)
def test_platform_is_the_one_qt_would_choose(environ: dict[str, str], platform: str):
    assert qt_platform(environ) == platform


def test_nothing_is_missing_offscreen():
    assert find_problems({"QT_QPA_PLATFORM": "offscreen"}) == []


@pytest.mark.parametrize("environ", [{}, {"DISPLAY": ":4321"}, {"WAYLAND_DISPLAY": "wayland-4321"}])
def test_no_display_and_a_dead_one_are_told(environ: dict[str, str]):
    assert "display" in [problem.code for problem in find_problems(environ)]
    assert not is_window_seen(environ)


def test_a_living_display_is_usable(x_server: str):
    assert "display" not in [problem.code for problem in find_problems({"DISPLAY": x_server})]
    assert is_window_seen({"DISPLAY": x_server})


def test_a_living_wayland_server_is_usable(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(preflight, "_loads", lambda _library: True)
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as server:
        server.bind(f"{folder}/wayland-7")
        server.listen()
        environ = {"XDG_RUNTIME_DIR": folder, "WAYLAND_DISPLAY": "wayland-7"}
        assert find_problems(environ) == []
        assert is_window_seen(environ)


def test_offscreen_windows_are_not_seen(x_server: str):
    assert not is_window_seen({"DISPLAY": x_server, "QT_QPA_PLATFORM": "offscreen"})


@pytest.mark.usefixtures("without_packages")
@pytest.mark.parametrize(
    ("environ", "libraries", "packages"),
    [
        ({"QT_QPA_PLATFORM": "offscreen"}, "libEGL.so.1", "libegl1"),
        ({"QT_QPA_PLATFORM": "xcb"}, "libEGL.so.1, libxcb-cursor.so.0", "libegl1 libxcb-cursor0"),
    ],
)
def test_missing_libraries_come_with_the_line_to_run(environ: dict[str, str], libraries: str, packages: str):
    problem = find_problems(environ)[0]
    assert problem.code == "libraries"
    assert problem.sentence("en") == (
        f"System libraries for the window are missing ({libraries}); "
        f"install them with: sudo apt-get install {packages}"
    )


@pytest.mark.usefixtures("without_packages")
def test_without_apt_the_line_names_what_rpm_calls_them(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(shutil, "which", lambda tool: "/usr/bin/dnf" if tool == "dnf" else None)
    remedy = find_problems({"QT_QPA_PLATFORM": "offscreen"})[0].remedy
    assert remedy == "sudo dnf install 'libEGL.so.1()(64bit)'"


def test_a_machine_without_chinese_fonts_is_told(tmp_path: Path):
    configuration = tmp_path / "fonts.conf"
    configuration.write_text(f"<fontconfig><cachedir>{tmp_path}</cachedir></fontconfig>", encoding="utf-8")
    run = run_preflight({"FONTCONFIG_FILE": str(configuration), "LC_ALL": "zh_CN.UTF-8"})
    assert run.returncode == 2
    assert run.stderr.startswith("系统没有中文字体")
    assert run.stderr.count("\n") == 1


def test_install_never_calls_apt_when_nothing_is_missing(tmp_path: Path):
    apt = tmp_path / "apt-get"
    apt.write_text("#!/bin/sh\necho called; exit 1\n", encoding="utf-8")
    apt.chmod(0o755)
    run = run_preflight({"PATH": str(tmp_path)}, "--install")
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


@pytest.mark.usefixtures("without_packages")
@pytest.mark.parametrize(("user", "installed"), [(0, "libegl1 libxcb-cursor0"), (1000, "")])
def test_only_root_installs_what_is_missing(user: int, installed: str, monkeypatch: pytest.MonkeyPatch):
    commands: list[list[str]] = []
    monkeypatch.setattr("os.geteuid", lambda: user)
    monkeypatch.setattr(subprocess, "run", lambda command, **_options: commands.append(command))
    still_missing = preflight.install({"QT_QPA_PLATFORM": "xcb"})
    assert [problem.code for problem in still_missing] == ["libraries"]
    assert {" ".join(command[5:]) for command in commands if "install" in command} == {installed} - {""}


def test_preflight_stays_clear_of_what_it_protects():
    script = (
        "import sys, planner.preflight; print([name for name in sys.modules if name.startswith('PySide6')])"
    )
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "zh_HK"}, "zh"),
        ({}, "en"),
    ],
)
def test_language_follows_the_locale(environ: dict[str, str], language: str):
    assert language_of(environ) == language


def test_every_sentence_is_there_in_both_languages():
    chinese, english = preflight.SENTENCES["zh"], preflight.SENTENCES["en"]
    assert chinese.keys() == english.keys() == {"libraries", "display", "font"}
    assert all("{remedy}" in sentence for sentence in [*chinese.values(), *english.values()])


def run_preflight(environ: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "planner.preflight", *arguments],
        cwd=ROOT,
        env={"QT_QPA_PLATFORM": "offscreen", **environ},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
