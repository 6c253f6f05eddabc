"""Notations of responsible units, and the units that their names mean."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.importing.names import assign, expand, is_collective, resolve
from bot.importing.units import Responsible, Role, read_units
from bot.understanding.world import Unit

# notation: lead | support | remarks ("等" for an open list, "各" + names that mean many)
NOTATIONS = """
（市经信委牵头落实） => 市经信委 |
（市经信委、市国土资源局牵头落实） => 市经信委 市国土资源局 |
（牵头单位：市经贸委；配合单位：市发改委、国土房管局、外经贸局） => 市经贸委 | 市发改委 国土房管局 外经贸局
（责任单位：市建设局、市金融办、市人行） => 市建设局 | 市金融办 市人行
（市发改委、市工信局牵头，市财政局、市商务局参与，各区负责落实） => 市发改委 市工信局 | 市财政局 市商务局 各区
（A、B、C牵头督导，D、E参与） => A B C | D E
（市发改委、市财政局等负责） => 市发改委 | 市财政局 等
人力资源社会保障部等有关部门和单位负责 => 人力资源社会保障部 | 有关部门和单位 等
农业农村部、文化和旅游部等和各有关省级人民政府负责 => 农业农村部 | 文化和旅游部 各有关省级人民政府 等
各有关部门和单位，各省级人民政府按职责分工负责 => 各有关部门和单位 | 各省级人民政府
国家发展改革委、财政部会同有关部门负责 => 国家发展改革委 | 财政部 有关部门
（市政府办公室牵头，市级各有关部门及各县市区政府按职责分工负责） => 市政府办公室 | 市级各有关部门 各县市区政府
市生态环境局牵头，市发展和改革局、工业和信息化局参与 => 市生态环境局 | 市发展和改革局 工业和信息化局
各县、区人民政府（管委会）负责落实 => 各县、区人民政府（管委会） |
各区、市发改委 => 各区 | 市发改委
市残疾人联合会、市工商业联合会 => 市残疾人联合会 | 市工商业联合会
由市发改委牵头，会同市财政局、各区政府办理 => 市发改委 | 市财政局 各区政府
市发改委（牵头）、市财政局（配合）、市水务局 => 市发改委 | 市财政局 市水务局
市发改委牵头市财政局配合 => 市发改委 | 市财政局
市发改委主办，市财政局协办 => 市发改委 | 市财政局
市政府督查室督办，市发改委负责 => 市发改委 | 市政府督查室
牵头单位 市发改委 配合单位 市财政局 => 市发改委 | 市财政局
1.市发改委 2.市财政局 => 市发改委 | 市财政局
市发展改革委和市财政局 => 市发展改革委 | 市财政局
市住房 和城乡建设局 => 市住房和城乡建设局 |
市发改委、市工信局等5个部门负责 => 市发改委 | 市工信局 等
牵头待定 => |
待定 => |
/ => |
（牵头单位：…；配合单位：…） => | 等
"""


@pytest.mark.parametrize("line", [line for line in NOTATIONS.splitlines() if line])
def test_notations(line: str) -> None:
    notation, _, reading = line.partition(" => ")
    lead, _, support = reading.partition("|")
    read = read_units(notation)
    assert read.lead == tuple(lead.split())
    assert read.support == tuple(name for name in support.split() if name != "等")
    assert read.open == (support.split()[-1:] == ["等"])
    assert not read.note


def test_lines_in_a_cell_are_units_unless_a_name_runs_on() -> None:
    assert read_units("市发改委\n市财政局").support == ("市财政局",)
    assert read_units("市发展和\n改革委员会").lead == ("市发展和改革委员会",)


def test_a_scope_is_a_note() -> None:
    read = read_units("负责部门：人民银行等部门，适用范围：浙江自贸试验区")
    assert read == Responsible(lead=("人民银行",), open=True, note="适用范围：浙江自贸试验区")


def test_a_remark_on_the_list_is_a_note() -> None:
    read = read_units("〔市生态环境局牵头，各县、区人民政府负责。以下各项工作均需各县、区落实，不再列出。〕")
    assert (read.lead, read.everyone) == (("市生态环境局",), ("各县、区人民政府",))
    assert read.note == "以下各项工作均需各县、区落实，不再列出"
    first = read_units("海关总署、财政部负责，排在第一位的部门为牵头部门，下同")
    assert (first.lead, first.support) == (("海关总署",), ("财政部",))


def test_other_labels_are_notes() -> None:
    read = read_units("责任单位：市发改委；责任人：张三；完成时限：6月底")
    assert (read.lead, read.note) == (("市发改委",), "责任人：张三；完成时限：6月底")


@pytest.mark.parametrize(
    "words", ["技工院校内由人力资源社会保障行政部门负责", "请根据实际情况确定", "长" * 41, "市发改委、" * 500]
)
def test_a_sentence_is_no_list_of_units(words: str) -> None:
    assert read_units(words) == Responsible(note=words)


def test_a_column_gives_the_role_that_names_do_not_state() -> None:
    assert read_units("市发改委、市财政局", Role.LEAD).lead == ("市发改委", "市财政局")
    assert read_units("市发改委、市财政局", Role.SUPPORT).lead == ()
    coop = read_units("市发展和改革局牵头督导；市公安局、应急管理局等参与", Role.SUPPORT)
    assert (coop.lead, coop.support, coop.open) == (("市发展和改革局",), ("市公安局", "应急管理局"), True)
    # What follows 等 is said of nobody in particular, so it does not lead.
    assert read_units("市发改委等有关部门", Role.LEAD).support == ("有关部门",)


def test_a_unit_in_both_lists_leads() -> None:
    read = read_units("牵头单位：市发改委；配合单位：市发改委、市财政局、市财政局")
    assert (read.lead, read.support) == (("市发改委",), ("市财政局",))


@given(st.text(alphabet="市发改委财政局和及等、，；：（）牵头配合负责单位按职责分工各区由\n 1", max_size=80))
def test_any_text_is_read(words: str) -> None:
    read = read_units(words)
    names = (*read.lead, *read.support)
    assert len(set(names)) == len(names)
    assert all(names)
    assert set(read.everyone) <= set(names)


@pytest.mark.parametrize(
    "piece", ["按职责分工", "部和", "牵头", "（", "负责", "等", "各县、", "，牵头单位：", " 单位 "]
)
def test_hostile_repetition_takes_no_time(piece: str) -> None:
    begin = time.perf_counter()
    read_units((piece * 2_000)[:2_000])
    assert time.perf_counter() - begin < 2


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("市发展和改革委员会", "市发展和改革委员会"),
        ("发改委", "市发展和改革委员会"),
        ("市发展改革委", "市发展和改革委员会"),
        ("发展改革委", "市发展和改革委员会"),
        ("市市场监管局", "市市场监督管理局"),
        ("市监局", "市市场监督管理局"),
        ("市住建局", "市住房和城乡建设局"),
        ("住房城乡建设局", "市住房和城乡建设局"),
        ("市国土房管局", "市自然资源和规划局"),
        ("金融工作办", "市金融工作办公室"),
        ("青岭区政府（管委会）", "青岭区人民政府"),
        ("云川市发改委", "市发展和改革委员会"),
        ("国家发展改革委", None),
        ("省发改委", None),
        ("青岭区发改委", None),
        ("工业和信息化部", None),
        ("规划局", None),
        ("市局", None),
        ("财政局", None),
        ("各区", None),
    ],
)
def test_resolve(name: str, full: str | None, units: tuple[Unit, ...]) -> None:
    assert resolve(name, units, "云川市") == full


def test_what_two_units_share_is_nobody() -> None:
    units = (Unit("市教育局", "教育局", (), "部门"), Unit("市教育体育局", "教体局", ("教育局",), "部门"))
    assert resolve("教育局", units) is None
    assert resolve("市教育局", units) == "市教育局"


def test_expand(units: tuple[Unit, ...]) -> None:
    districts = ("青岭区人民政府", "河湾区人民政府", "云东区人民政府")
    for word in ("三区", "3个区", "各区", "各县（市、区）人民政府", "各县、区人民政府"):
        assert expand(word, units) == districts, word
    assert expand("各科室", units) == ("市政府办公室督查室",)
    assert expand("各企业", units) == ("云川水务集团有限公司",)
    assert len(expand("市直各部门", units)) == 6
    assert len(expand("各单位", units)) == len(units)
    for word in ("四区", "各有关部门", "有关单位", "各省级人民政府", "三区发改局", "市发改委"):
        assert expand(word, units) == (), word


def test_collective() -> None:
    for word in ("各区", "三区政府", "市级各有关部门", "有关部门和单位", "市直各单位", "各成员单位"):
        assert is_collective(word), word
    for word in ("市发改委", "青岭区", "区政府办", "市总工会"):
        assert not is_collective(word), word


def test_assign(units: tuple[Unit, ...]) -> None:
    done = assign(["市发改委"], ["三区", "发改委", "市教育局", "各有关部门", "青岭区"], units)
    assert done.lead == ("市发展和改革委员会",)
    assert done.support == ("青岭区人民政府", "河湾区人民政府", "云东区人民政府", "市教育局")
    assert done.unknown == ("市教育局",)
    assert done.vague == ("各有关部门",)
