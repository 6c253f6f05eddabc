"""A small city of its own for the tests."""

from __future__ import annotations

from typing import Any


def small() -> dict[str, Any]:
    """A world of four units, eight people, three groups and a few items."""
    return {
        "city": "测试市",
        "units": [
            {"name": "市住房和城乡建设局", "short": "市住建局", "aliases": ["住建局"], "kind": "部门"},
            {"name": "市财政局", "short": "财政局", "aliases": ["市财政"], "kind": "部门"},
            {"name": "东河区人民政府", "short": "东河区", "aliases": ["东河"], "kind": "区"},
            {"name": "市政府办公室督查室", "short": "督查室", "aliases": [], "kind": "科室"},
            {"name": "市政府办公室信息科", "short": "信息科", "aliases": [], "kind": "科室"},
        ],
        "members": [
            {"id": "m1", "name": "高建国", "unit": None, "role": "leader", "title": "市长"},
            {"id": "m2", "name": "林立", "unit": "市政府办公室督查室", "role": "supervisor", "title": "主任"},
            {"id": "m3", "name": "何雨", "unit": "市政府办公室信息科", "role": "editor", "title": "科长"},
            {"id": "m4", "name": "方舟", "unit": "市政府办公室信息科", "role": "editor", "title": "科员"},
            {"id": "m5", "name": "刘畅", "unit": "市住房和城乡建设局", "role": "liaison", "title": "办公室主任"},
            {"id": "m6", "name": "孙宁", "unit": "市财政局", "role": "liaison", "title": "办公室科员"},
            {"id": "m7", "name": "周原", "unit": "东河区人民政府", "role": "liaison", "title": "区政府办副主任"},
            {"id": "m8", "name": "陈放", "unit": "市住房和城乡建设局", "role": "head", "title": "局长"},
        ],
        "groups": [
            {"name": "督查工作群", "layer": "departments"},
            {"name": "区政府办工作群", "layer": "districts"},
            {"name": "信息工作群", "layer": "information"},
        ],
        "tasks": [
            {
                "code": "D1",
                "title": "改造老旧小区二十个",
                "lead": ["市住房和城乡建设局"],
                "support": ["市财政局"],
                "due": "2023-04-20",
                "percent": 30,
                "status": "open",
            },
            {
                "code": "D2",
                "title": "建设口袋公园六处",
                "lead": ["市住房和城乡建设局"],
                "support": [],
                "due": "2023-06-30",
                "percent": 10,
                "status": "open",
            },
            {
                "code": "D3",
                "title": "清理拖欠企业账款",
                "lead": ["市财政局"],
                "support": [],
                "due": "2023-05-31",
                "percent": 40,
                "status": "pending_extension",
                "requested_due": "2023-07-31",
            },
            {
                "code": "D4",
                "title": "东河湿地生态修复",
                "lead": ["东河区人民政府"],
                "support": ["市财政局"],
                "due": "2023-04-12",
                "percent": 80,
                "status": "open",
            },
        ],
        "infos": [
            {
                "code": "X1",
                "title": "东河区推行一网通办",
                "unit": "东河区人民政府",
                "category": "highlight",
                "status": "submitted",
            }
        ],
        "meetings": [
            {
                "code": "H1",
                "title": "一季度经济形势分析会",
                "start": "2023-04-18T09:00",
                "place": "三楼会议室",
                "units": [],
            }
        ],
        "documents": [
            {
                "code": "W1",
                "number": "测政办发〔2023〕3号",
                "title": "关于做好春季防火工作的通知",
                "stage": "circulate",
                "urgency": "urgent",
                "due": "2023-04-14",
            }
        ],
        "topics": [],
        "reminders": [],
    }
