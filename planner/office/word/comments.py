"""Remarks in the margin of a Word document, which are not printed. Only `planner.office` imports it."""

from planner.office.word.markup import NAMESPACES, run_xml


class Comments:
    """The remarks of one document; nobody is named as their author."""

    def __init__(self) -> None:
        self._texts: list[str] = []

    def __bool__(self) -> bool:
        return bool(self._texts)

    def around(self, runs: str, text: str) -> str:
        """Return runs with a remark on them."""
        mark = f'w:id="{len(self._texts)}"'
        self._texts.append(text)
        return (
            f"<w:commentRangeStart {mark}/>{runs}<w:commentRangeEnd {mark}/>"
            f"<w:r><w:commentReference {mark}/></w:r>"
        )

    def xml(self) -> str:
        """Return all remarks."""
        remarks = "".join(
            f'<w:comment w:id="{number}" w:author=""><w:p>{run_xml(text)}</w:p></w:comment>'
            for number, text in enumerate(self._texts)
        )
        return f"<w:comments {NAMESPACES}>{remarks}</w:comments>"
