"""What is printed of a document in passing, in a log or a trace, holds none of its words: they are people's."""

from mzsh_model.outline.lines import Line, Outline
from mzsh_model.outline.paragraphs import make_blocks


def test_lines_and_paragraphs_print_no_words() -> None:
    line = Line(1, "张三自己承认学习不够", hidden="李四")
    for shown in (repr(line), repr(Outline((line,))), repr(make_blocks([line]))):
        assert "张三" not in shown
        assert "学习" not in shown
        assert "李四" not in shown
