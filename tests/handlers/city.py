"""A small city for the tests: three departments and more, two districts, a company, and who speaks for whom."""

from __future__ import annotations

from typing import Any

HOUSING, FINANCE, FARMING, WATER = "市住房和城乡建设局", "市财政局", "市农牧局", "市水务局"
EAST, WEST, COMPANY = "东城区", "西城区", "城发集团有限公司"
SUPERVISION, INFORMATION = "督查室", "信息科"

MAYOR, DEPUTY = "m01", "m02"
SUPERVISOR, SECOND_SUPERVISOR = "m03", "m04"
EDITOR, SECOND_EDITOR, THIRD_EDITOR = "m05", "m06", "m07"
CLERK = "m08"
HOUSING_HEAD, HOUSING_LIAISON, HOUSING_SECOND = "m10", "m11", "m12"
FINANCE_LIAISON, FARMING_LIAISON, WATER_LIAISON = "m13", "m14", "m15"
EAST_LIAISON, WEST_LIAISON, COMPANY_LIAISON = "m16", "m17", "m18"

LEADERS_GROUP, DEPARTMENTS_GROUP, DISTRICTS_GROUP = "市领导群", "督查落实群", "区级联络群"
INFORMATION_GROUP, OFFICE_GROUP, WATER_GROUP = "信息直报群", "办公室群", "水务专班群"

Row = dict[str, Any]


def _unit(name: str, short: str, kind: str, *aliases: str) -> Row:
    return {"name": name, "short": short, "aliases": list(aliases), "kind": kind}


def _member(code: str, name: str, role: str, unit: str | None = None) -> Row:
    return {"id": code, "name": name, "unit": unit, "role": role, "title": ""}


def _group(name: str, layer: str, *units: str) -> Row:
    return {"name": name, "layer": layer, "units": list(units)}


def _members() -> list[Row]:
    return [
        _member(MAYOR, "云志远", "leader"),
        _member(DEPUTY, "白玉林", "leader"),
        _member(SUPERVISOR, "郑凯", "supervisor", SUPERVISION),
        _member(SECOND_SUPERVISOR, "孟和", "supervisor", SUPERVISION),
        _member(EDITOR, "苏雅", "editor", INFORMATION),
        _member(SECOND_EDITOR, "陈静", "editor", INFORMATION),
        _member(THIRD_EDITOR, "何平", "editor", INFORMATION),
        _member(CLERK, "乌兰", "clerk", SUPERVISION),
        _member(HOUSING_HEAD, "王建军", "head", HOUSING),
        _member(HOUSING_LIAISON, "王磊", "liaison", HOUSING),
        _member(HOUSING_SECOND, "刘畅", "liaison", HOUSING),
        _member(FINANCE_LIAISON, "张强", "liaison", FINANCE),
        _member(FARMING_LIAISON, "哈斯", "liaison", FARMING),
        _member(WATER_LIAISON, "段军", "liaison", WATER),
        _member(EAST_LIAISON, "高健", "liaison", EAST),
        _member(WEST_LIAISON, "吴涛", "liaison", WEST),
        _member(COMPANY_LIAISON, "林海", "liaison", COMPANY),
    ]


def world() -> Row:
    """A fresh copy of the city, with an empty ledger."""
    return {
        "city": "测试市",
        "units": [
            _unit(HOUSING, "市住建局", "部门", "住建局"),
            _unit(FINANCE, "市财政局", "部门", "财政局"),
            _unit(FARMING, "市农牧局", "部门", "农牧局"),
            _unit(WATER, "市水务局", "部门", "水务局"),
            _unit(EAST, "东城区", "区"),
            _unit(WEST, "西城区", "区"),
            _unit(COMPANY, "城发集团", "企业"),
            _unit(SUPERVISION, "督查室", "科室"),
            _unit(INFORMATION, "信息科", "科室"),
        ],
        "members": _members(),
        "groups": [
            _group(LEADERS_GROUP, "leaders"),
            _group(DEPARTMENTS_GROUP, "departments"),
            _group(DISTRICTS_GROUP, "districts"),
            _group(INFORMATION_GROUP, "information"),
            _group(OFFICE_GROUP, "office"),
            _group(WATER_GROUP, "departments", WATER),
        ],
    }


def without_groups(*names: str) -> Row:
    """The city without these groups (without any, where none is named)."""
    made = world()
    made["groups"] = [group for group in made["groups"] if names and group["name"] not in names]
    return made


def task(number: int, **values: Any) -> Row:
    """A row of a world's ``tasks``: led by 市住建局, due on 20 April 2023, where nothing else is said."""
    return {
        "code": f"D{number}",
        "title": f"第{number}项重点工作",
        "lead": [HOUSING],
        "support": [],
        "due": "2023-04-20",
        "percent": 0,
        "status": "open",
    } | values


def info(number: int, **values: Any) -> Row:
    """A row of a world's ``infos``: a piece of 市农牧局 that has passed its reviews."""
    return {
        "code": f"X{number}",
        "title": f"第{number}条信息",
        "unit": FARMING,
        "category": "news",
        "status": "approved",
        "body": f"第{number}条信息的正文。",
    } | values


def work() -> Row:
    """Tasks, infos, a topic and a reminder of the city, in every state that somebody can act on."""
    reminder = {"text": "报周报", "when": {"rrule": "FREQ=DAILY", "time": "16:00"}, "owner": HOUSING_LIAISON}
    return {
        "tasks": [
            task(1, support=[FINANCE], percent=30),
            task(2, status="pending_finish", percent=80),
            task(3, status="pending_extension", requested_due="2023-05-31"),
            task(4, status="pending_extension"),
        ],
        "infos": [
            info(1),
            info(2, title="待审信息", status="submitted"),
            info(3, title="待三审信息", status="review3"),
            info(4, title="退回信息", status="returned"),
        ],
        "topics": [{"code": "Y1", "title": "防汛", "units": [WATER], "due": "2023-04-20"}],
        "reminders": [{"code": "T1"} | reminder],
    }
