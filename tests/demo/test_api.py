"""The demo's HTTP doors, as the contract writes them."""

from __future__ import annotations

import urllib.request

import pytest

from tests.demo_process import DemoProcess

GROUP = "督查工作群"


def test_a_message_and_its_answer(demo: DemoProcess) -> None:
    sent = demo.say("m5", "D2 进展15%", GROUP, id="api-1")
    demo.settled()
    rows = demo.get("/api/local/messages", group=GROUP)
    mine = next(row for row in rows if row.get("id") == sent)
    answer = next(row for row in rows if row["reply_to"] == sent)
    assert set(answer) >= {"seq", "time", "group", "from", "text", "reply_to", "mentions", "files"}
    assert (mine["from"], mine["group"], mine["reply_to"]) == ("m5", GROUP, None)
    assert (answer["from"], answer["group"]) == ("bot", GROUP)
    assert "15%" in answer["text"]
    assert answer["seq"] > mine["seq"]
    assert mine["time"].startswith("2023-04-10T08:0")
    assert mine["time"].endswith("+08:00")
    assert [row for row in rows if row["seq"] > mine["seq"]] == demo.get(
        "/api/local/messages", group=GROUP, after=mine["seq"]
    )


def test_a_private_message(demo: DemoProcess) -> None:
    sent = demo.say("m2", "D1")
    demo.settled()
    rows = demo.get("/api/local/messages")
    mine = next(row for row in rows if row.get("id") == sent)
    answer = next(row for row in rows if row["reply_to"] == sent)
    assert (mine["group"], mine["to"]) == (None, "bot")
    assert (answer["group"], answer["to"]) == (None, "m2")


def test_the_same_id_twice_is_taken_once(demo: DemoProcess) -> None:
    for _ in range(2):
        demo.say("m5", "D2 进展16%", GROUP, id="api-twice")
    demo.settled()
    assert len(demo.replies("api-twice")) == 1


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"group": "没有的群", "sender": "m5", "text": "帮助"}, 404),
        ({"group": None, "sender": "m99", "text": "帮助"}, 404),
        ({"group": None, "text": "帮助"}, 400),
        ({"group": None, "sender": "m5"}, 400),
        ({"group": None, "sender": "m5", "text": 7}, 400),
        ({"group": 7, "sender": "m5", "text": "帮助"}, 400),
        ([1, 2], 400),
        (b"{", 400),
        (b"\xff\xfe", 400),
        (b"[" * 100_000, 400),
    ],
)
def test_a_bad_message_is_refused_with_words(demo: DemoProcess, body: object, status: int) -> None:
    answered, answer = demo.post("/api/local/messages", body)
    assert answered == status
    assert answer["error"]


@pytest.mark.parametrize("body", [{}, {"advance": "a day"}, {"advance": "P"}, {"now": "soon"}, {"now": 5}, []])
def test_a_bad_move_of_the_clock_is_refused(demo: DemoProcess, body: object) -> None:
    assert demo.post("/api/local/clock", body)[0] == 400


def test_the_clock_never_moves_back(demo: DemoProcess) -> None:
    assert demo.post("/api/local/clock", {"now": "2023-04-01T09:00:00"})[0] == 409


def test_what_is_due_on_the_way_has_its_own_moment(demo: DemoProcess) -> None:
    demo.say("m2", "每天早上7点提醒我看舆情")
    demo.settled()
    before = demo.get("/api/local/clock")["now"]
    status, answer = demo.post("/api/local/clock", {"advance": "P3D"})
    assert status == 200
    assert answer["now"] > before
    fired = [
        row["time"] for row in demo.get("/api/local/messages") if "看舆情" in row["text"] and row["reply_to"] is None
    ]
    pushed = [time for time in fired if "T07:00:00" in time]
    assert [time[:10] for time in pushed] == ["2023-04-11", "2023-04-12", "2023-04-13"]


def test_the_record_is_a_world(demo: DemoProcess) -> None:
    record = demo.get("/api/local/record")
    assert record["city"] == "测试市"
    assert {task["code"] for task in record["tasks"]} >= {"D1", "D2", "D3", "D4"}
    assert next(task for task in record["tasks"] if task["code"] == "D3")["requested_due"] == "2023-07-31"


def test_health_and_metrics(demo: DemoProcess) -> None:
    health = demo.get("/healthz")
    assert health["parts"]["database"] == "ok"
    with urllib.request.urlopen(f"{demo.address}/metrics") as response:
        text = response.read().decode()
    assert 'banjie_outbox{state="sent"}' in text
    assert 'banjie_outbox{state="unknown"} 0.0' in text


def test_the_page_is_served_with_a_strict_policy(demo: DemoProcess) -> None:
    with urllib.request.urlopen(f"{demo.address}/") as response:
        assert "default-src 'self'" in response.headers["Content-Security-Policy"]
        assert "<html" in response.read().decode().lower()


def test_directory_and_overview(demo: DemoProcess) -> None:
    directory = demo.get("/api/local/directory")
    assert {group["name"] for group in directory["groups"]} == {GROUP, "区政府办工作群", "信息工作群"}
    overview = demo.get("/api/local/overview")
    assert overview["tasks"]["open"] == 4
