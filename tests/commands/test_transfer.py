"""Export of every kind, read back as a stranger would."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from bot.app import build
from bot.commands import transfer
from bot.config import Settings
from bot.office_acts import ImportWorld
from models.database import Database
from scheduler.clock import SystemClock
from tests.worlds import small

FIRST = {
    "tasks": ["D1", "改造老旧小区二十个", "市住房和城乡建设局", "市财政局", "2023-04-20", "30%", "办理中"],
    "infos": ["X1", "东河区推行一网通办", "东河区人民政府", "工作亮点", "待一审"],
    "meetings": ["H1", "一季度经济形势分析会", "2023-04-18T09:00", "三楼会议室"],
    "documents": ["W1", "关于做好春季防火工作的通知", "测政办发〔2023〕3号", "流转", "急件", "2023-04-14"],
    "audit": ["1"],
}


@pytest.mark.parametrize("kind", FIRST)
async def test_export(database: Database, tmp_path: Path, kind: str) -> None:
    house = build(Settings(_env_file=None), database, SystemClock(), [])
    await house.dispatcher.run(database, ImportWorld(world=small()), house.clock.now())
    path = tmp_path / f"{kind}.csv"
    count = await transfer.give_out(house, kind, path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = list(csv.reader(file))
    assert len(rows) == count
    assert rows[0][: len(FIRST[kind])] == FIRST[kind]
    assert len(header) == len(rows[0])


async def test_an_unknown_kind_is_refused(database: Database, tmp_path: Path) -> None:
    house = build(Settings(_env_file=None), database, SystemClock(), [])
    with pytest.raises(transfer.UnknownKind, match="可以导出"):
        await transfer.give_out(house, "weather", tmp_path / "x.csv")
