"""Build the shipped example of a whole meeting: the papers that agree, with a few faults as they are met.

Run `python tools/make_meeting.py`; the files are the same bytes each time.
"""

from __future__ import annotations

from pathlib import Path

import mzsh_model as mz
from mzsh_model.rules.papers_samples import consistent_folder

OUT = Path(__file__).parents[1] / "src" / "mzsh_model" / "examples" / "一次会"
_COPIED = "对党内政治生活的严肃性认识不足，总想着你好我好大家好，碰到该批评的事也是点到为止"
FAULTS = {
    "情况报告.txt": [("征求意见建议12条", "征求意见建议15条")],
    "个人/李四.txt": [("好人主义思想作怪。怕伤和气。", f"{_COPIED}。")],
    "个人/王五.txt": [("一岗双责认识有偏差。", f"{_COPIED}，一岗双责认识有偏差。")],
    "台账.txt": [
        ("7|李四|答复家长来信拖延|信访件逐件销号，办结积压的4件|李四|2026年3月底前\n", ""),
        ("台账共列出9个问题、9条整改措施。\n", ""),
    ],
}


def main() -> None:
    """Write every paper that can be written; the plan, which only its name is known of, as text."""
    for name, text in consistent_folder().items():
        for old, new in FAULTS.get(name, ()):
            assert text.count(old) == 1, (name, old)
            text = text.replace(old, new)
        path = OUT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        value = mz.read_text(text).value
        if name == "方案.txt" or isinstance(value, mz.Unrecognised):
            path.write_text(text, encoding="utf-8")
        else:
            path.with_suffix(".docx").write_bytes(mz.write(value))


if __name__ == "__main__":
    main()
