"""What the driver adds to a toolkit's settings for its index tools, as ELITEA's platform does."""

import logging
import sys
from typing import Any

import pytest

from driver_process import ROOT

sys.path.append(str(ROOT / "Drivers/shared"))

from sdk_driver import index  # noqa: E402
from sdk_driver.log import SecretFilter  # noqa: E402
from sdk_driver.sdk import SDK  # noqa: E402

ELITEA = SDK("elitea", "elitea-sdk", "elitea_sdk", client_class="EliteAClient")
STORE = {"connection_string": "postgresql+psycopg://me:pass-of-the-store@db.example/wiki"}


def entry(**settings: Any) -> dict[str, Any]:
    return {"toolkit_name": "docs", "settings": {"space_key": "DOCS"} | settings}


@pytest.mark.parametrize(
    "settings", [{}, {"pgvector_configuration": STORE}, {"embedding_model": "m"}, {"embedding_model": ""}]
)
def test_settings_without_store_and_model_stay_as_they_are(settings: dict[str, Any]) -> None:
    assert index.with_platform(ELITEA, entry(**settings)) == entry(**settings)


@pytest.mark.parametrize(("more", "schema"), [({}, "docs"), ({"id": 42}, "42")])
def test_each_toolkit_has_a_schema_of_its_own(
    monkeypatch: pytest.MonkeyPatch, more: dict[str, Any], schema: str
) -> None:
    monkeypatch.delenv("EMBEDDINGS_URL", raising=False)
    given = entry(pgvector_configuration=STORE, embedding_model="m") | more
    settings = index.with_platform(ELITEA, given)["settings"]
    assert settings["pgvector_configuration"] == STORE | {"collection_schema": schema}
    assert "elitea" not in settings
    assert "collection_schema" not in STORE


def test_the_password_of_the_store_is_not_logged() -> None:
    secrets = SecretFilter()
    secrets.hide_secrets_of(entry(pgvector_configuration=STORE))
    record = logging.LogRecord("x", logging.ERROR, "f", 1, "no way in with pass-of-the-store", None, None)
    assert secrets.format(record) == "ERROR x: no way in with •••"
