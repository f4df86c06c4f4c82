"""The verbs of the command line, each with the module that holds it: a table, so that a list of them loads none."""

from __future__ import annotations

from typing import NamedTuple

from mzsh_model.kernel.columns import columns


class Verb(NamedTuple):
    """One verb: the function of that name in `module` is called; `said` is the first sentence of its help."""

    name: str
    module: str
    said: str


VERBS = (
    Verb("demo", "trying", "用随包的示例（虚构）走一遍：读入、检查、看结果。"),
    Verb("read", "reading", "读入一份材料，给出模型、位置和阅读疑点。"),
    Verb("check", "checking", "检查一份或一批材料。"),
    Verb("serve", "serving", "在本机打开一个网页：拖进材料，看谁缺什么，取走批注稿和报告。"),
    Verb(
        "mcp",
        "assisting",
        "给本机的助手程序用（MCP，标准输入输出）：读、查、说明规则、比较；加 --allow-write 才能写批注稿。",
    ),
    Verb("accept", "accepting", "接受提示：写明理由，以后检查不再计入。"),
    Verb("baseline", "accepting", "记下现有的提示作为基线，以后用 check --baseline 只看新出现的。"),
    Verb("dossier", "dossier", "看一次会的全部材料：缺什么、谁是成员、问题有没有原因和措施、前后是否一致。"),
    Verb("progress", "drafting", "比较一份台账前后两次：哪些有进展、哪些逾期、哪些没有依据就销了号。"),
    Verb("write", "writing", "把模型写成 Word（台账也可以写成 .xlsx），或写回原来的材料，并说明改了什么。"),
    Verb("fix", "fixing", "把跳号、段末标点、引号、括号、方面里的错字这类毛病在副本里改好，写成修订。"),
    Verb("clean", "marking", "取下本工具的批注，别人的不动；有人答复过的留下。"),
    Verb("diff", "comparing", "说明两份材料有什么不同；或把不同写成旧文件的修订。"),
    Verb("merge", "comparing", "把两个人的改动合在一起。"),
    Verb("revisions", "revising", "列出修订；或接受、拒绝全部，某个作者的，某一条上的，写成另一份。"),
    Verb("comments", "commenting", "列出批注；或答复其中一条，写成另一份。"),
    Verb("bind", "marking", "给各条问题、原因、措施做看不见的记号，别人改过以后还能认出来。"),
    Verb("fates", "marking", "说明做过记号的各条后来怎样了。"),
    Verb("finalize", "marking", "定稿：取下本工具留下的全部东西（批注、记号、快照、属性）。"),
    Verb("repeats", "repeating", "找出一批材料里谁和谁雷同：一字不差的段落，换了顺序的，稍作改写的。"),
    Verb("redact", "hiding", "隐去姓名、单位、职务、电话、证件号，换成代号，写成另一份。"),
    Verb(
        "scrub", "hiding", "去掉文件里作者、编辑过程和路径的痕迹（批注和修订的作者换成“作者1”），写成另一份；正文不动。"
    ),
    Verb("explain", "explaining", "说明一条规则：查什么、为什么、怎么改、例子。"),
    Verb("rules", "explaining", "列出全部规则。"),
    Verb("schema", "explaining", "输出模型和检查结果的 JSON Schema。"),
    Verb("migrate", "migrating", "把以前版本写的模型 JSON 升到现在的版本。"),
    Verb("config", "settings", "列出起作用的每项配置和它的来源。"),
    Verb("profile", "explaining", "输出默认配置。"),
)

_HEAD = """用法：mzsh [选项] 命令 [参数]…

  民主生活会材料：读入、检查、写回 Word、比较。

选项：
  --help     显示这段说明
  --version  显示版本

命令：
"""


def overview_page() -> str:
    """Return the help of the whole command line: every verb with what it is for."""
    widest = max(columns(verb.name) for verb in VERBS)
    return _HEAD + "".join(f"  {verb.name:<{widest}}  {verb.said}\n" for verb in VERBS) + "\n"
