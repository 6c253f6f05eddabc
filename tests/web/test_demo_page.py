"""The demo's chat page in a real browser.

The fixture ``demo_server`` is the address of a running ``python bot.py demo`` with the sample city.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

pytestmark = pytest.mark.long

DESK = (1440, 900)
PHONE = (390, 844)
ANSWER_MS = 20_000
CLOCK_MS = 90_000  # a day's reminders are delivered first
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@dataclass
class Demo:
    """The page as a person has it, and all that went wrong in it."""

    page: Page
    address: str
    problems: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def speak_as(self, words: str) -> str:
        """Choose the first person found by these words; return the name."""
        self.page.locator("#who").click()
        self.page.locator("#picker-input").fill(words)
        self.page.keyboard.press("Enter")
        expect(self.page.locator("#picker")).to_be_hidden()
        return self.page.locator("#who b").inner_text()

    def open_group(self, number: int) -> str:
        """Open the group at that place of the list; return its name."""
        chat = self.page.locator("#group-list .chat").nth(number)
        name = chat.locator(".chat-name").inner_text()
        chat.click()
        expect(self.page.locator("#chat-title")).to_have_text(name)
        return name

    def say(self, text: str) -> Locator:
        """Send a text; return its bubble once the server has it."""
        self.page.locator("#text").fill(text)
        self.page.keyboard.press("Enter")
        bubble = self.page.locator("article.mine").last
        expect(bubble.locator(".text")).to_have_text(text, use_inner_text=True)
        expect(bubble).not_to_contain_text("正在送出")
        return bubble

    def answer_to(self, text: str) -> Locator:
        """The bot's last message, once it answers this text."""
        expect(self.page.locator("article.bot").last.locator(".cited")).to_contain_text(text, timeout=ANSWER_MS)
        return self.page.locator("article.bot").last


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        wanted = ", ".join(BROWSERS)
        pytest.fail(f"no browser on PATH (one of {wanted}); on Debian: apt-get install chromium fonts-noto-cjk")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield chromium
        chromium.close()


def visit(browser: Browser, address: str, size: tuple[int, int]) -> Demo:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, locale="zh-CN")
    demo = Demo(context.new_page(), address.rstrip("/"))
    demo.page.on("console", lambda line: demo.problems.append(line.text) if line.type == "error" else None)
    demo.page.on("pageerror", lambda error: demo.problems.append(str(error)))
    demo.page.on("request", lambda request: demo.requests.append(request.url))
    response = demo.page.goto(f"{demo.address}/")
    assert response is not None
    assert "default-src 'self'" in response.headers.get("content-security-policy", "")
    expect(demo.page.locator("#app")).to_be_visible()
    expect(demo.page.locator("#boot")).to_be_hidden()
    return demo


@pytest.fixture
def desk(browser: Browser, demo_server: str) -> Iterator[Demo]:
    demo = visit(browser, demo_server, DESK)
    yield demo
    demo.page.context.close()


@pytest.fixture
def phone(browser: Browser, demo_server: str) -> Iterator[Demo]:
    demo = visit(browser, demo_server, PHONE)
    yield demo
    demo.page.context.close()


def test_opens_with_all_its_parts_and_asks_nobody_else(desk: Demo) -> None:
    expect(desk.page.locator("#city")).not_to_be_empty()
    expect(desk.page.locator("#group-list .chat").first).to_be_visible()
    expect(desk.page.locator("#clock-date")).to_have_text(re.compile(r"^\d+月\d+日$"))
    expect(desk.page.locator("#overview .count").first).to_be_visible()
    expect(desk.page.locator("#examples button").first).to_be_visible()
    expect(desk.page.locator("#link-text")).to_have_text("实时连接")
    assert [url for url in desk.requests if not url.startswith(f"{desk.address}/")] == []
    assert desk.problems == []


def test_what_one_says_in_a_group_is_answered(desk: Demo) -> None:
    name = desk.speak_as("联络员")
    desk.open_group(1)
    desk.say("帮助")
    answer = desk.answer_to(f"{name}：帮助")
    expect(answer.locator(".text")).not_to_be_empty()
    expect(answer).to_contain_text("答复")
    assert desk.problems == []


def test_an_answer_comes_in_the_private_chat_of_who_speaks(desk: Demo) -> None:
    name = desk.speak_as("督查")
    desk.page.locator("#my-list .chat").click()
    expect(desk.page.locator("#chat-title")).to_contain_text(name)
    desk.say("帮助")
    desk.answer_to(f"{name}：帮助")
    assert desk.problems == []


def test_markup_in_a_message_stands_as_typed(desk: Demo) -> None:
    desk.open_group(0)
    text = "<img src=x onerror=\"document.title='hit'\"><b>同志们辛苦了</b>"
    bubble = desk.say(text)
    assert bubble.locator(".text *").count() == 0
    desk.page.reload()
    desk.open_group(0)
    expect(desk.page.locator("article .text", has_text="onerror").last).to_have_text(text)
    assert desk.page.locator("#rows img").count() == 0
    assert "hit" not in desk.page.title()
    assert desk.problems == []


def test_a_message_can_be_quoted_and_the_quote_let_go(desk: Demo) -> None:
    desk.open_group(1)
    desk.say("帮助")
    answer = desk.answer_to("帮助")
    answer.hover()
    answer.get_by_role("button", name="引用").click()
    expect(desk.page.locator("#quote-who")).to_have_text("办结")
    desk.page.locator("#quote-drop").click()
    expect(desk.page.locator("#quote")).to_be_hidden()
    assert desk.problems == []


def test_an_example_fills_the_input_and_is_not_sent(desk: Demo) -> None:
    desk.speak_as("联络员")
    before = desk.page.locator("article.mine").count()
    example = desk.page.locator("#examples button").last
    words = example.get_attribute("title")
    example.click()
    assert desk.page.locator("#text").input_value() == words
    assert desk.page.locator("article.mine").count() == before


def test_the_clock_goes_on_by_a_day(desk: Demo) -> None:
    face = desk.page.locator("#clock-time")
    today = date.fromisoformat((face.get_attribute("datetime") or "")[:10])
    desk.page.locator("[data-jump=day]").click()
    tomorrow = (today + timedelta(days=1)).isoformat()
    expect(face).to_have_attribute("datetime", re.compile(f"^{tomorrow}T"), timeout=CLOCK_MS)
    expect(desk.page.locator("#clock-note")).to_contain_text("已到")
    expect(desk.page.locator("[data-jump=day]")).to_be_enabled()
    assert desk.problems == []


def test_on_a_phone_the_chats_are_a_drawer(phone: Demo) -> None:
    chats = phone.page.locator("#chats")
    expect(chats).to_be_hidden()
    phone.page.get_by_role("button", name="打开会话列表").click()
    expect(chats).to_be_visible()
    phone.page.keyboard.press("Escape")
    expect(chats).to_be_hidden()
    phone.page.get_by_role("button", name="打开会话列表").click()
    phone.open_group(2)
    expect(chats).to_be_hidden()
    phone.page.locator("#open-side").click()
    expect(phone.page.locator("[data-jump=day]")).to_be_visible()
    phone.page.locator("#side [data-close]").click()
    expect(phone.page.locator("#side")).to_be_hidden()
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    assert phone.problems == []
