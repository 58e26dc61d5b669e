from planner.domain.items import Measure
from planner.domain.lights import Light
from planner.office.html_writer import page
from planner.office.svg import Palette
from planner.reports.status.order import Order
from tests.reports.sources import example_plan, plan_of
from tests.reports.status.sheets import STYLE, maker


class Colours(dict):
    def __missing__(self, role):
        return "#123456"


PALETTE = Palette(Colours(), dict.fromkeys(Light, "#123456"))


def test_titles_are_text_and_nothing_is_loaded():
    plan = plan_of(Measure("m", title="<img src=x onerror=alert(1)>"), title="<script>")
    text = page(maker(plan).report(Order("measure", measure="m")), STYLE, PALETTE)
    assert "<img" not in text
    assert "<script" not in text
    assert "&lt;img src=x" in text


def test_a_header_is_text_too(tmp_path):
    (tmp_path / "brief.md.j2").write_text("[[header {{ plan.title }}]]\n\n一\n", "utf-8")
    text = page(
        maker(plan_of(title='</style>"}'), folders=(tmp_path,)).report(Order("brief")), STYLE, PALETTE
    )
    assert text.count("</style>") == 1
    assert '@top-center { content: "\\3c \\2f style\\3e \\22 \\7d "; }' in text


def test_headings_of_tables_are_repeated_and_contents_lead_to_their_headings():
    text = page(maker(example_plan()).report(Order("report")), STYLE, PALETTE)
    assert "<thead>" in text
    targets = {part.split('"')[0] for part in text.split('href="#')[1:]}
    assert targets
    assert all(f'id="{target}"' in text for target in targets)
    assert "<svg" in text
