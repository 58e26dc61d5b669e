"""The template holds every system of the paper with its count, and nothing that the paper does not say."""

from collections import Counter

import pytest

from planner.domain.items import (
    KINDS,
    Document,
    Facet,
    Figure,
    Indicator,
    IndicatorValue,
    Link,
    Measure,
    Node,
    Strength,
    Term,
    Unit,
)
from planner.domain.plan import Plan


def facet_terms(plan: Plan, key: str) -> list[Term]:
    [facet] = [facet for facet in plan.of(Facet).values() if facet.key == key]
    return plan.children(facet.id, Term)


def titles(plan: Plan, key: str) -> list[str]:
    return [term.title for term in facet_terms(plan, key)]


def tagged(plan: Plan, owner: str, key: str) -> list[str]:
    """The titles of the owner's terms of one facet."""
    known = {term.id: term.title for term in facet_terms(plan, key)}
    return [known[target] for target in plan.targets(owner, "term") if target in known]


def top_measures(plan: Plan) -> list[Measure]:
    """The measures that are no part of another, in the order of the paper."""
    tops = [one for one in plan.of(Measure).values() if not isinstance(plan.find(one.parent), Measure)]
    return sorted(tops, key=lambda one: one.id)


def figures(plan: Plan, strength: int) -> dict[str, Figure]:
    return {figure.title: figure for figure in plan.children(f"strength-{strength}", Figure)}


def test_four_layers_with_function_and_aspect(shanghai: Plan) -> None:
    assert [(one.title, one.function, one.aspect) for one in shanghai.children("", Node)] == [
        ("筑基", "夯实创新根基", "创新基础培育"),
        ("垒台", "打牢创新基础", "创新条件建设"),
        ("立柱", "强化创新支撑", "创新体制机制构建"),
        ("架梁", "提升自主创新能力", "创新体系能力形成"),
    ]


def test_24_components(shanghai: Plan) -> None:
    layers = shanghai.children("", Node)
    assert [len(shanghai.children(layer.id, Node)) for layer in layers] == [6, 6, 8, 4]


@pytest.mark.parametrize(
    ("key", "terms", "subterms"),
    [
        ("problems", 5, 0),
        ("symptoms", 20, 0),
        ("causes", 23, 0),
        ("functions", 4, 0),
        ("roles", 5, 0),
        ("stages", 3, 0),
        ("baseline_stage", 1, 0),
        ("purposes", 4, 0),
        ("parts", 3, 0),
        ("groups", 4, 0),
        ("enabling", 5, 0),
        ("kinds", 5, 0),
        ("policy_areas", 11, 0),
        ("addressees", 2, 0),
        ("industries", 3, 0),
        ("alignment", 3, 12),
        ("situations", 3, 0),
        ("responses", 6, 0),
        ("trends", 6, 0),
        ("traits", 5, 0),
        ("forces", 2, 0),
        ("ownership", 3, 0),
    ],
)
def test_facets_have_their_terms(shanghai: Plan, key: str, terms: int, subterms: int) -> None:
    found = facet_terms(shanghai, key)
    assert len(found) == terms
    assert sum(len(shanghai.children(term.id, Term)) for term in found) == subterms


def test_every_facet_is_counted_above(shanghai: Plan) -> None:
    assert len(shanghai.of(Facet)) == 22


def test_stages_have_their_years(shanghai: Plan) -> None:
    assert [term.period for term in facet_terms(shanghai, "stages")] == ["2030", "2035", "2050"]
    assert [term.period for term in facet_terms(shanghai, "baseline_stage")] == ["2020"]


@pytest.mark.parametrize(("key", "counts"), [("symptoms", [4, 3, 5, 3, 5]), ("causes", [4, 4, 5, 6, 4])])
def test_symptoms_and_causes_belong_to_their_problem(shanghai: Plan, key: str, counts: list[int]) -> None:
    by_problem = Counter(term.broader for term in facet_terms(shanghai, key))
    assert [by_problem[problem.id] for problem in facet_terms(shanghai, "problems")] == counts


def test_problems_by_name(shanghai: Plan) -> None:
    assert titles(shanghai, "problems") == ["韧性不足", "张力偏弱", "活力欠缺", "黏度有限", "弹性不够"]


def test_each_situation_has_a_response(shanghai: Plan) -> None:
    answered = {term.broader for term in facet_terms(shanghai, "responses")}
    assert answered == {term.id for term in facet_terms(shanghai, "situations")}


def test_alignment_has_three_sets_of_four(shanghai: Plan) -> None:
    sets = facet_terms(shanghai, "alignment")
    assert [term.title for term in sets] == ["四个面向", "四个新", "四个第一"]
    assert [len(shanghai.children(term.id, Term)) for term in sets] == [4, 4, 4]
    assert all(term.notes for one in sets for term in shanghai.children(one.id, Term))


def test_industries_with_their_share_of_talent(shanghai: Plan) -> None:
    shares = {term.title: term.content for term in facet_terms(shanghai, "industries")}
    assert shares == {
        "集成电路": "人才占全国40%。",
        "生物医药": "人才占全国20%。",
        "人工智能": "人才占全国34%。",
    }


def test_table_1(shanghai: Plan) -> None:
    main = sorted(
        (one for one in shanghai.of(Indicator).values() if one.grade == "main"), key=lambda one: one.rank
    )
    rows = []
    for indicator in main:
        [target] = [v for v in shanghai.children(indicator.id, IndicatorValue) if v.role == "target"]
        [purpose] = tagged(shanghai, indicator.id, "purposes")
        rows.append((purpose, indicator.title, indicator.unit, target.period, target.number))
    assert rows == [
        ("原始创新水平不断提高", "全社会研发经费支出相当于全市生产总值比例", "%", "2025", 4.5),
        ("原始创新水平不断提高", "基础研究经费支出占全社会研发经费支出比例", "%", "2025", 12),
        ("技术创新能级明显提升", "全市 PCT 专利年度申请量", "件", "2025", 5000),
        ("技术创新能级明显提升", "每万人口高价值发明专利拥有量", "件", "2025", 30),
        ("产业发展动力持续增强", "全市高新技术企业数量", "万家", "2025", 2.6),
        ("产业发展动力持续增强", "战略性新兴产业增加值占 GDP 比例", "%", "2025", 20),
        ("产业发展动力持续增强", "技术合同成交额占 GDP 比例", "%", "2025", 6),
        ("体制机制改革深入推进", "外资研发中心数量", "家", "2025", 560),
    ]


def test_13_further_indicators_leave_open_what_the_paper_leaves_open(shanghai: Plan) -> None:
    further = [one for one in shanghai.of(Indicator).values() if one.grade == "unstated"]
    dimensions = Counter(dimension for one in further for dimension in tagged(shanghai, one.id, "functions"))
    assert [dimensions[title] for title in titles(shanghai, "functions")] == [3, 3, 3, 4]
    assert len(shanghai.of(Indicator)) == 8 + len(further) == 21
    assert not any(one.unit or shanghai.children(one.id, IndicatorValue) for one in further)
    assert {one.nature for one in shanghai.of(Indicator).values()} == {"unstated"}


def test_the_one_actual_value_that_the_paper_gives(shanghai: Plan) -> None:
    [actual] = [value for value in shanghai.of(IndicatorValue).values() if value.role != "target"]
    assert shanghai.get(actual.parent, Indicator).title == "外资研发中心数量"
    assert (actual.role, actual.period, actual.number) == ("actual", "2022", 531)
    assert actual.source


def test_nine_strengths_all_but_the_second_with_figures(shanghai: Plan) -> None:
    counts = [len(figures(shanghai, number)) for number in range(1, 10)]
    assert counts == [7, 0, 2, 10, 4, 5, 14, 10, 4]
    assert len(shanghai.of(Strength)) == 9
    assert sum(counts) == len(shanghai.of(Figure)) >= 40
    assert all(figure.amount and figure.context for figure in shanghai.of(Figure).values())


@pytest.mark.parametrize(
    ("strength", "title", "written"),
    [
        (1, "地区生产总值", ("", "4.47", "万亿元", "2022")),
        (1, "人均地区生产总值", ("超过", "18", "万元", "2022")),
        (3, "长三角经济总量占全国比重", ("", "1/4", "", "")),
        (4, "永久居留外籍人才", ("超过", "1.1", "万人", "")),
        (5, "外资金融机构占比", ("近", "1/3", "", "")),
        (6, "人工智能人才占全国比重", ("", "33.7", "%", "")),
        (7, "社会力量兴办载体占比", ("以上", "90", "%", "")),
        (8, "跨国公司地区总部", ("累计", "891", "家", "2022")),
        (8, "外资研发中心", ("累计", "531", "家", "2022")),
        (8, "面积占全国比重", ("约", "6/10000", "", "")),
        (9, "三大先导产业规模", ("已达", "1.4", "万亿元", "")),
        (9, "人工智能人才占全国比重", ("高达", "34", "%", "")),
    ],
)
def test_figures_stand_as_written(
    shanghai: Plan, strength: int, title: str, written: tuple[str, str, str, str]
) -> None:
    figure = figures(shanghai, strength)[title]
    assert (figure.qualifier, figure.amount, figure.unit, figure.date) == written


def test_one_call_and_four_documents(shanghai: Plan) -> None:
    documents = sorted(shanghai.of(Document).values(), key=lambda one: one.rank)
    assert [(one.nature, one.issued) for one in documents] == [
        ("call", "2014-05"),
        ("document", "2015-05"),
        ("document", "2019-03"),
        ("document", "2020-05"),
        ("document", ""),
    ]
    assert "2020年1月20日" in documents[3].notes


def test_40_measures_by_section(shanghai: Plan) -> None:
    by_section = Counter(measure.section for measure in top_measures(shanghai))
    assert by_section == {
        "四（一）": 1,
        "四（二）": 2,
        "四（三）1": 6,
        "四（三）2": 9,
        "四（三）3": 15,
        "四（三）4": 7,
    }


def test_the_15_of_the_third_group(shanghai: Plan) -> None:
    enabling = Counter(
        (tagged(shanghai, measure.id, "enabling") or ["一般"])[0]
        for measure in top_measures(shanghai)
        if measure.section == "四（三）3"
    )
    assert enabling == {"一般": 5, "知识产权": 3, "资本赋能": 2, "服务赋能": 2, "数据赋能": 2, "场景赋能": 1}


def test_the_chapter_is_laid_out_in_parts_and_groups(shanghai: Plan) -> None:
    measures = top_measures(shanghai)
    assert [tagged(shanghai, one.id, "parts") for one in measures] == (
        [["一体化政策"]] + [["两类支撑"]] * 2 + [["多措并举"]] * 37
    )
    assert [tagged(shanghai, one.id, "groups") for one in measures] == (
        [[]] * 3 + [["蓄势聚力"]] * 6 + [["厉兵铸盾"]] * 9 + [["结网赋能"]] * 15 + [["破墙排堵"]] * 7
    )


@pytest.mark.parametrize("key", ["kinds", "addressees"])
def test_every_measure_has_one_kind_and_one_addressee(shanghai: Plan, key: str) -> None:
    assert {len(tagged(shanghai, measure.id, key)) for measure in top_measures(shanghai)} == {1}


@pytest.mark.parametrize(
    ("title", "count"),
    [
        ("推动国家出台一体化支持政策", 11),
        ("加大高校“双一流”建设支持", 5),
        ("革新高校科技成果转化机制", 7),
        ("集聚专业化功能性服务资源", 7),
        ("设立科技创新综合改革试验区", 7),
        ("打造高端国际会议体系", 5),
        ("设立前沿领域国际行业组织", 4),
        ("知识产权制度与产业政策联动", 3),
        ("参与全球知识产权规则制定", 3),
    ],
)
def test_what_a_sentence_lists_is_its_sub_measures(shanghai: Plan, title: str, count: int) -> None:
    [measure] = [one for one in top_measures(shanghai) if one.title == title]
    assert len(shanghai.children(measure.id, Measure)) == count


def test_each_policy_area_has_its_sub_measure(shanghai: Plan) -> None:
    [policy] = [one for one in top_measures(shanghai) if one.section == "四（一）"]
    parts = shanghai.children(policy.id, Measure)
    assert [tagged(shanghai, one.id, "policy_areas") for one in parts] == [
        [title] for title in titles(shanghai, "policy_areas")
    ]


def test_titles_are_short_and_sections_given(shanghai: Plan) -> None:
    for measure in shanghai.of(Measure).values():
        assert 5 <= len(measure.title) <= 22
        assert measure.section
    assert all(measure.content and measure.reading for measure in top_measures(shanghai))


def test_every_measure_stands_under_a_component(shanghai: Plan) -> None:
    for measure in top_measures(shanghai):
        assert shanghai.get(shanghai.get(measure.parent, Node).parent, Node).title


def test_three_measures_name_the_strength_that_they_use(shanghai: Plan) -> None:
    using = [link for link in shanghai.of(Link).values() if link.relation == "strength"]
    assert {shanghai.get(link.parent, Measure).title: link.reading for link in using} == {
        "超前部署策源性和颠覆性研究": False,
        "设立科技创新综合改革试验区": False,
        "发起央企创新联盟": False,
    }


def test_what_the_paper_does_not_say_is_marked_as_our_reading(shanghai: Plan) -> None:
    interpreted = {"causes", "functions", "roles"}
    facets = {
        term.id: facet.key
        for facet in shanghai.of(Facet).values()
        for term in shanghai.children(facet.id, Term)
    }
    for link in shanghai.of(Link).values():
        if link.relation == "indicator":
            assert link.reading
        elif link.relation == "term" and shanghai[link.parent].kind is KINDS["measure"]:
            assert link.reading or facets[link.target] not in interpreted


def test_every_measure_answers_causes_and_serves_indicators(shanghai: Plan) -> None:
    for measure in top_measures(shanghai):
        assert tagged(shanghai, measure.id, "causes")
        assert shanghai.targets(measure.id, "indicator")


def test_exactly_five_components_have_no_measure(shanghai: Plan) -> None:
    empty = [
        component.title
        for layer in shanghai.children("", Node)
        for component in shanghai.children(layer.id, Node)
        if not shanghai.children(component.id, Measure)
    ]
    assert empty == ["提高立法保障", "加强科学普及", "发扬科学家精神", "推广创新文化", "打造科研诚信"]


def test_exactly_four_causes_have_no_measure(shanghai: Plan) -> None:
    answered = {link.target for link in shanghai.of(Link).values()}
    assert [term.title for term in facet_terms(shanghai, "causes") if term.id not in answered] == [
        "生活成本和商务成本趋高",
        "外资研发溢出激励不足",
        "全民科学素养仍须提升",
        "前瞻高水平科技智库不足",
    ]


@pytest.mark.parametrize("oddity", ["RECP", "自动网联", "主导产业"])
def test_oddities_of_the_source_stand_in_notes(shanghai: Plan, oddity: str) -> None:
    assert any(oddity in getattr(item, "notes", "") for item in shanghai.items())
    assert not any(oddity in getattr(item, "title", "") for item in shanghai.items() if oddity != "主导产业")


def test_the_template_names_nobody_and_no_time(shanghai: Plan) -> None:
    assert not shanghai.of(Unit)
    assert [shanghai.head.start, shanghai.head.end, shanghai.head.issuer] == ["", "", ""]
    for measure in shanghai.of(Measure).values():
        assert [measure.due, measure.start, measure.criterion] == ["", "", ""]
        assert measure.status == "not_started"
    for key in ("milestone", "adjustment", "goal", "report", "funding"):
        assert not shanghai.of(KINDS[key].cls)
