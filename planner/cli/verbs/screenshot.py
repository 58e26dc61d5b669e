"""`screenshot PLAN -o DIR`: a picture of every main view."""

from argparse import Namespace

from planner.app.words import Words
from planner.cli.output import print_lines
from planner.cli.services import PictureRequest, Services


def run(options: Namespace, services: Services, _words: Words) -> bool:
    """Save the pictures and print their names."""
    language = services.paper_words(options.lang).language
    request = PictureRequest(options.plan, options.out, language, options.theme, options.scale, options.as_of)
    print_lines(str(path) for path in services.take_pictures(request))
    return False
