"""Rosters and lists of topics."""

from __future__ import annotations

from datetime import date

import pytest

from bot.importing.roster import MemberRow, read_roster
from bot.importing.sheets import UnreadableFile
from bot.importing.topics import TopicRow, read_topics
from bot.understanding.world import Unit
from tests.importing.conftest import sheet

HEADER = ("单位", "简称", "别名", "类别", "姓名", "职务", "角色", "钉钉账号", "企业微信账号", "手机")


def row(**cells: str) -> tuple[str, ...]:
    return tuple(cells.get(name, "") for name in HEADER)


def test_a_roster() -> None:
    units, members, errors = read_roster(
        sheet(
            ("云川市联络员名册", *[""] * 9),
            HEADER,
            row(姓名="周明远", 职务="市长", 角色="领导"),
            row(
                单位="市发展和改革委员会",
                简称="市发改委",
                别名="发改委、发改",
                姓名="张 伟",
                职务="科长",
                钉钉账号="zw01",
            ),
            row(单位="市发改委", 别名="市发改", 姓名="林国平", 角色="负责人", 企业微信账号="lgp", 手机="138 0000 0000"),
            row(单位="青岭区人民政府"),
            row(单位="云川水务集团有限公司", 类别="企业", 姓名="李静", 角色="liaison", 手机="0473-2021234"),
            row(单位="市政府办公室督查室", 姓名="王磊", 角色="督查"),
        )
    )
    assert not errors
    assert units == [
        Unit("市发展和改革委员会", "市发改委", ("发改委", "发改", "市发改"), "部门"),
        Unit("青岭区人民政府", "青岭区人民政府", (), "区"),
        Unit("云川水务集团有限公司", "云川水务集团有限公司", (), "企业"),
        Unit("市政府办公室督查室", "市政府办公室督查室", (), "科室"),
    ]
    assert members[:3] == [
        MemberRow(3, "周明远", None, "leader", "市长"),
        MemberRow(4, "张伟", "市发展和改革委员会", "liaison", "科长", dingtalk="zw01"),
        MemberRow(5, "林国平", "市发展和改革委员会", "head", "", wecom="lgp", phone="13800000000"),
    ]
    assert [(member.name, member.role) for member in members[3:]] == [("李静", "liaison"), ("王磊", "supervisor")]


GOOD = {"单位": "市教育局", "简称": "教育局", "姓名": "王芳", "钉钉账号": "wf"}


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"姓名": "李强"}, "没有写单位"),
        ({"职务": "科长"}, "没有写姓名"),
        ({"单位": "市司法局", "角色": "联络员"}, "没有写姓名"),
        ({"单位": "市司法局", "姓名": "李强", "角色": "国王"}, "角色“国王”不认识"),
        ({"单位": "市司法局", "姓名": "李强", "手机": "12345"}, "手机"),
        ({"单位": "市司法局", "姓名": "李强", "钉钉账号": "李 强"}, "钉钉账号"),
        ({"单位": "市司法局", "姓名": "李强", "钉钉账号": "wf"}, "钉钉账号“wf”与第 2 行重复"),
        ({"单位": "教育局", "姓名": "王芳"}, "人员“王芳”与第 2 行重复"),
        ({"单位": "市教体局", "别名": "教育局", "姓名": "李强"}, "已经是“市教育局”的名称"),
        ({"单位": "市教育局", "类别": "企业", "姓名": "李强"}, "类别"),
    ],
)
def test_what_is_wrong_with_a_member(cells: dict[str, str], reason: str) -> None:
    units, members, errors = read_roster(sheet(HEADER, row(**GOOD), row(**cells)))
    assert ([unit.name for unit in units], [member.name for member in members]) == (["市教育局"], ["王芳"])
    assert [error.row for error in errors] == [3]
    assert reason in errors[0].reason


def test_the_same_name_in_two_units_is_two_people() -> None:
    _, members, errors = read_roster(sheet(HEADER, row(单位="甲局", 姓名="王芳"), row(单位="乙局", 姓名="王芳")))
    assert (len(members), errors) == (2, [])


def test_no_column_of_units() -> None:
    with pytest.raises(UnreadableFile, match="单位"):
        read_roster(sheet(("姓名", "职务"), ("王芳", "科长")))


def test_topics() -> None:
    rows, errors = read_topics(
        sheet(
            ("四月份信息报送要点", "", "", ""),
            ("序号", "报送要点", "责任单位", "报送时限"),
            ("1", "1.春耕备耕物资储备情况", "市农牧局、各区", "4月20日前"),
            ("2", "企业用工情况", "", "每月25日前"),
            ("", "", "", ""),
            ("3", "", "市商务局", ""),
            ("4", "企业用工情况", "市人社局", ""),
            ("5", "消费恢复情况", "市商务局", "4月31日"),
            ("6", "防汛准备情况", "根据实际情况确定", ""),
        ),
        date(2023, 4, 12),
    )
    assert rows == [
        TopicRow(3, "春耕备耕物资储备情况", "1", ("市农牧局", "各区"), ("各区",), date(2023, 4, 20), "4月20日前"),
        TopicRow(4, "企业用工情况", "2", due_words="每月25日前"),
    ]
    assert [(error.row, error.reason[:6]) for error in errors] == [
        (6, "没有写报送事"),
        (7, "“企业用工情"),
        (8, "时限写的是“"),
        (9, "责任单位写的"),
    ]
