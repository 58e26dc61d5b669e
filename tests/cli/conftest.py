"""How the tests of the command line call the program, and the plan that they call it on."""

import pytest

from planner.bootstrap import main


@pytest.fixture
def call(capsys):
    """Run the program and return its exit code, what it printed and what it complained of."""

    def run(*arguments):
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as stopped:
            code = stopped.code
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


@pytest.fixture
def example(tmp_path, call):
    path = tmp_path / "示例 计划.plan"
    assert call("new", path, "--template", "example")[0] == 0
    return path
