"""Relationships of parts that are not there stay, whatever parts of ours come and go."""

from __future__ import annotations

import io
import zipfile

import pytest

import mzsh_model as mz
from mzsh_model.testing.word_files import R
from tests.cli.running import MEMBER

RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{R}/hyperlink" Target="http://a.invalid" TargetMode="External"/></Relationships>'
)


@pytest.mark.parametrize(
    "name",
    [
        "word/_rels/comments.xml.rels",
        "word/_rels/Comments.xml.rels",
        "customXml/_rels/item1.xml.rels",
        "docProps/_rels/custom.xml.rels",
    ],
)
@pytest.mark.parametrize(
    "content", [RELS, '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>']
)
def test_orphan_relationships_come_back_to_the_byte(name: str, content: str) -> None:
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(MEMBER.read_bytes())) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))
        new.writestr(name, content)
    doc = mz.open(buffer.getvalue())
    value = doc.read().value
    annotated = mz.open(doc.annotate(mz.check(value, doc)).to_bytes())
    assert annotated.comments
    assert annotated.clean().to_bytes() == doc.to_bytes()
    bound = mz.open(doc.bind(value).to_bytes())
    assert bound.fates
    assert bound.finalize().to_bytes() == doc.to_bytes()
