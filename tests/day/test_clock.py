"""Which day it is: the library's time zone decides, summer time and far-off places included."""

from datetime import UTC, datetime

import pytest

from deskdiary.shells.clock import day_at


@pytest.mark.parametrize(
    ("moment", "timezone", "day"),
    [
        pytest.param("2026-07-01T23:30", "Europe/London", "2026-07-02", id="half past midnight in summer"),
        pytest.param("2026-12-01T23:30", "Europe/London", "2026-12-01", id="half past eleven in winter"),
        pytest.param("2026-03-29T00:30", "Europe/London", "2026-03-29", id="before the clocks go forward"),
        pytest.param("2026-10-25T00:30", "Europe/London", "2026-10-25", id="the hour that comes twice"),
        pytest.param("2026-11-24T10:30", "Pacific/Kiritimati", "2026-11-25", id="fourteen hours ahead"),
        pytest.param("2026-11-24T10:30", "Pacific/Pago_Pago", "2026-11-23", id="eleven hours behind"),
        pytest.param("2026-11-24T18:20", "Asia/Kathmandu", "2026-11-25", id="five hours and three quarters"),
        pytest.param("2026-11-24T23:59", None, "2026-11-24", id="no time zone named"),
    ],
)
def test_the_day_in_the_library(moment: str, timezone: str | None, day: str) -> None:
    assert str(day_at(datetime.fromisoformat(moment).replace(tzinfo=UTC), timezone)) == day
