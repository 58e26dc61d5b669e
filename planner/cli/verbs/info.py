"""`info PLAN`: what a plan contains, in numbers."""

from argparse import Namespace
from dataclasses import asdict

from planner.app.overview import counts, facets
from planner.app.words import Words
from planner.cli.output import print_json, print_lines
from planner.cli.services import Services
from planner.domain.digest import content_digest
from planner.domain.marks import N_

_COUNT_NAMES = {
    "layers": N_("框架层"),
    "components": N_("要素"),
    "measures": N_("举措"),
    "submeasures": N_("子举措"),
    "milestones": N_("里程碑"),
    "indicators": N_("指标"),
    "units": N_("单位"),
    "documents": N_("政策文件"),
    "strengths": N_("优势"),
    "figures": N_("数据"),
    "reports": N_("进展报告"),
}


def run(options: Namespace, services: Services, words: Words) -> bool:
    """Print title, revision, digest and counts."""
    content = services.workspace(services.clock(None)).read(options.plan).content
    plan = content.plan
    digest = content_digest(plan)
    if options.json:
        print_json(
            {
                "title": plan.head.title,
                "revision": content.revision,
                "digest": digest,
                "counts": counts(plan),
                "facets": {key: asdict(facet) for key, facet in facets(plan).items()},
            }
        )
        return False
    lines = [
        plan.head.title,
        words("第 {revision} 版  {digest}").format(revision=content.revision, digest=digest),
    ]
    lines += [f"  {words(_COUNT_NAMES[key])}  {number}" for key, number in counts(plan).items()]
    lines.append(words("分类"))
    lines += [
        f"  {facet.label}（{key}）  {_terms(facet.terms, facet.subterms)}"
        for key, facet in facets(plan).items()
    ]
    print_lines(lines)
    return False


def _terms(terms: int, subterms: int) -> str:
    return f"{terms} + {subterms}" if subterms else str(terms)
