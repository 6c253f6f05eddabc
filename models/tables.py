"""All tables in one import: what migrations compare with."""

from sqlmodel import SQLModel

from models import audit, base, corridor, digests, infos, office, people, schedules, tasks

TABLES = (audit, base, corridor, digests, infos, office, people, schedules, tasks)
metadata = SQLModel.metadata
