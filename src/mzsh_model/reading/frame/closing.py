"""The end of a document: closing words, attachments, signature."""

from __future__ import annotations

from mzsh_model.kernel.dates import parse_date
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.reading.words.names import BARE_NAME, POST

_CLOSING = lazy_pattern(
    r"(?:总之|以上(?:是|为|就是|发言|检查|内容|汇报|对照|报告|情况|剖析|，)|综上|[特专]此(?:报告|汇报|说明|通报|函告)|最后[，,].{0,20}(?:批评|指正)"
    r"|.{0,40}(?:批评指正|批评帮助|提出批评|多提宝贵意见|[共互]勉)[。！.!]?$|(?:敬|恳|诚恳)?请[^，。；]{0,16}(?:批评|监督|指正|帮助)[。！.!]?$"
    r"|.{0,30}(?:将|要|一定)以(?:此次|这次|本次|此|会议|民主生活会).{0,24}(?:为|作为).{0,10}(?:契机|起点|动力|新的)|(?:请|望|希望)各[^，。；：:]{1,16}(?:结合|对照|参照|遵照|认真|抓好|积极|引以|学习|贯彻)|让我们|谢谢大家|我的(?:发言|检查|汇报)(?:完了|到此)|[^。；]{0,10}(?:完了|完毕|到这里|就这些)[。.！!，,]?(?:.{0,6}请[^。；]{0,16}(?:批评|指正|监督|帮助)[。.！!]?)?$)"
)
_ATTACHMENT = lazy_pattern(
    r"附[件表]?\s*[:：1１]|附[:：]|\(此件|（此件|抄[送报]|主题词|联系人|(?:填报|报送|印发|记录|发言|汇报|检查|填表|制表|审核|审签|审定|签字|签名|签发)(?:人|单位|日期|时间|环节|意见|稿次)?\s*[:：]|联系电话|说明[:：]|备注[:：]|注[:：]"
    r"|[（(]联系(?:人|方式|电话)|[（(]?共印\s*[\dxX×一二三四五六七八九十百]{1,6}\s*份|(?:校对|打印|打字|拟稿|核稿|承办)(?:人|单位)?\s*[:：]"
    r"|[^，。；：:]{0,40}日\s*印(?:发|制)[）)]?$"
)
_SIGNER = lazy_pattern(r"[\u4e00-\u9fffA-Za-zxX×〇*（）()\s]{2,30}")
_UNIT_END = lazy_pattern(
    r"(?:党组|党委|党工委|支部|总支|局|院|厅|委|办|处|中心|公司|集团|单位|学校|政府|人大|政协|领导班子|班子|纪委|镇|乡|街道|社区|村|部|会|厂|队|站|所)(?:（.{1,8}）|\(.{1,8}\))?$"
)
_PERSON = lazy_pattern(
    rf"(?:(?:汇报|发言|报告|检查|剖析|述职|签名|签字|署名)人?\s*[:：]\s*)?(?P<who>(?:[^，。；：:]{{0,24}}?(?:{POST}[\s　]*|[\s　]+))?{BARE_NAME.pattern})"
)

_LONGEST = 120
"""A paragraph with more characters names nobody who signs, however much blank it is spaced with."""


def is_closing(text: str) -> bool:
    """Tell whether a paragraph only closes the document."""
    return _CLOSING.match(text) is not None


def is_attachment(text: str) -> bool:
    """Tell whether a paragraph belongs to what stands below the text: attachments, contacts, notes, names to sign."""
    return _ATTACHMENT.match(text) is not None


def is_date_line(text: str) -> bool:
    """Tell whether a paragraph is nothing but a date, perhaps in brackets."""
    return len(text) <= 24 and parse_date(text.strip("（）() \u3000")) is not None


def is_unit(text: str) -> bool:
    """Tell whether a short paragraph may be the unit that signs."""
    return len(text) <= 30 and _SIGNER.fullmatch(text) is not None and _UNIT_END.search(text.rstrip()) is not None


def person_of(text: str) -> tuple[int, int] | None:
    """Return where a short paragraph names a person, with the post before the name and without a label: 汇报人：副局长 张三."""
    found = _PERSON.fullmatch(text) if len(text) <= _LONGEST else None
    return None if found is None else found.span("who")


def may_sign(text: str) -> bool:
    """Tell whether a paragraph beside the date would be read as who signs."""
    return is_unit(text) or person_of(text) == (0, len(text))
