"""What is not recognised: it can still be searched, edited and annotated, and is never judged."""

from __future__ import annotations

from mzsh_model.kernel.outcome import Outcome
from mzsh_model.kinds.spec import KindSpec, Paper, Verb
from mzsh_model.model.documents import Unrecognised
from mzsh_model.outline.paragraphs import make_blocks
from mzsh_model.reading.draft import joined_place, whole
from mzsh_model.reading.frame.front import TITLE_WORDS
from mzsh_model.reading.skeleton import finish


def read_unrecognised(paper: Paper) -> Outcome[Unrecognised]:
    """Read the title, and every other paragraph, those of tables too: what is not understood can still be searched and edited."""
    skeleton = paper.skeleton
    draft = skeleton.draft
    draft.forget("/year")  # looked for before the kind was known
    titled = TITLE_WORDS.search(skeleton.front.words) is not None
    title = skeleton.front.title if titled else ()
    if title:
        draft.anchor("/title", joined_place(title))
    taken = {(part.line, part.start) for span in title for part in span.place().parts}
    lines = (line for line in draft.outline.lines if line.story in ("body", "textbox"))
    spans = [whole(block) for block in make_blocks(lines).blocks]
    kept = [span for span in spans if span.place()[:2] not in taken]
    texts = tuple(draft.anchor_span(f"/paragraphs/{i}", span) for i, span in enumerate(kept))
    finish(skeleton)
    value = Unrecognised(title=skeleton.front.title_text if titled else None, paragraphs=texts)
    return Outcome(value, tuple(draft.notices), draft.anchors)


_UNKNOWN = "没有认出是哪一种材料"
UNRECOGNISED = KindSpec(
    value=Unrecognised,
    zh="未认出的文种",
    signs=(),
    read=read_unrecognised,
    refuses={Verb.WRITE: f"{_UNKNOWN}，不知道怎样排版", Verb.CHECK: f"{_UNKNOWN}，不作“通过”处理"},
)
