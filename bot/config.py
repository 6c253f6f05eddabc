"""Settings from the environment and .env, and the office's rules from rules/*.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.rules import Rules

ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """What an operator sets; names and defaults as in .env.example."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore")

    database_url: str = "sqlite+aiosqlite:///data/banjie.db"
    data_dir: Path = Path("data")
    timezone: str = "Asia/Shanghai"
    web_host: str = "127.0.0.1"
    web_port: int = Field(default=8080, ge=0, le=65535)
    web_url: str | None = None
    web_secret: SecretStr | None = None
    log_level: str = "INFO"
    log_format: str = "console"

    @property
    def zone(self) -> ZoneInfo:
        """The time zone at the edges; the record itself is in UTC."""
        return ZoneInfo(self.timezone)


def load_rules(folder: Path = ROOT / "rules") -> Rules:
    """The rules of a folder. Raises FileNotFoundError, tomllib.TOMLDecodeError or pydantic.ValidationError."""
    names = ("office", "supervision", "information", "digest")
    return Rules.model_validate({name: tomllib.loads((folder / f"{name}.toml").read_text("utf-8")) for name in names})
