"""What papers made in code hold beside their items: figures, what is told of the meeting, who criticised whom."""

from __future__ import annotations

from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.testing.wording import FAULTS

SOME = st.none() | st.integers(1, 99)
OPINIONS = st.none() | st.builds(mz.OpinionSummary, total=st.integers(1, 99))
PRIOR = st.none() | st.builds(mz.PriorSummary, issues=st.integers(5, 9), done=st.integers(1, 4))


@st.composite
def meetings_of_reports(draw: st.DrawFn) -> mz.Meeting:
    """What a report tells of its meeting; now and then whoever led it is given among those who came, too."""
    chair = mz.Member(name="张三", post="党组书记")
    came = (mz.Member(name="李四", post="副局长"), mz.Member(name="王小五"))
    both = (mz.Member(name="张三", post="书记"), *came)
    return mz.Meeting(
        held_on=draw(st.sampled_from(["2026-01-12", "2026-01-20"])),
        place=draw(st.sampled_from([None, "三楼会议室"])),
        theme=draw(st.sampled_from([None, "加强党性修养"])),
        chair=chair,
        attendees=draw(
            st.sampled_from(["none", "others", "all"]).map({"none": (), "others": came, "all": both}.__getitem__)
        ),
        expected=draw(SOME | st.just(mz.Placeholder(raw="xx", of="count"))),
    )


@st.composite
def criticisms_of_others(draw: st.DrawFn) -> mz.Criticism:
    """What one member said to another, now and then with the mark at its end."""
    critic, target = draw(st.permutations(["张三", "李四", "王小五"]))[:2]
    return mz.Criticism(
        critic=critic, target=target, text=draw(st.sampled_from(FAULTS)) + draw(st.sampled_from(["", "。"]))
    )
