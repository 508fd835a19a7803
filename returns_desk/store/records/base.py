"""What every record shares: names of constraints, STRICT tables, the column shorthands."""

from typing import Annotated, Any, ClassVar

from sqlalchemy import MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from returns_desk.store.ids import new_id
from returns_desk.store.types import Uid, Whole

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Key = Annotated[str, mapped_column(Uid, primary_key=True, default=new_id)]
Text0 = Annotated[str, mapped_column(Text, default="", server_default="")]
Name = Annotated[str, mapped_column(Text)]
Count = Annotated[int, mapped_column(Whole, default=0, server_default="0")]

STRICT = {"sqlite_strict": True}


class Record(DeclarativeBase):
    """One row of one table."""

    metadata = metadata
    type_annotation_map: ClassVar[dict[Any, Any]] = {str: Text, int: Whole}


class Versioned:
    """A row that two people may change: each change is guarded by the version that was read."""

    version: Mapped[int] = mapped_column(Whole, default=1)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 - SQLAlchemy hands the class over
        """Let every update ask for the version that was read."""
        return {"version_id_col": cls.version}
