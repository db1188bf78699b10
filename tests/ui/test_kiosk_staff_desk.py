"""The way behind the staff PIN: chosen once, asked for, and slower after wrong ones."""

from desktop.operator_pin import fits, hash_of
from desktop.ui.kiosk import texts
from desktop.ui.kiosk.staff_desk import OPEN_S, WAIT_S, WRONG_MOST, StaffDesk
from tests.support.manual_clock import ManualClock

PIN = "2468"


def nobody_keeps(_kept: str) -> None:
    raise AssertionError("nothing is to be kept")


def desk_with_pin(clock: ManualClock | None = None) -> StaffDesk:
    return StaffDesk(hash_of(PIN), nobody_keeps, clock or ManualClock())


def test_the_right_pin_opens_and_a_wrong_one_does_not() -> None:
    desk = desk_with_pin()
    assert desk.staff.desk == "closed"

    desk.ask()
    desk.enter("1111")
    assert (desk.staff.desk, desk.staff.message) == ("asking", texts.PIN_WRONG)
    desk.enter(PIN)
    assert desk.is_open

    desk.close()
    assert desk.staff.desk == "closed"


def test_a_pin_is_nothing_where_nobody_is_asked_for_one() -> None:
    desk = desk_with_pin()

    desk.enter(PIN)

    assert not desk.is_open


def test_after_many_wrong_pins_even_the_right_one_has_to_wait() -> None:
    clock = ManualClock()
    desk = desk_with_pin(clock)
    desk.ask()
    for _ in range(WRONG_MOST):
        desk.enter("1111")

    assert desk.staff.wait_s == WAIT_S
    desk.enter(PIN)
    assert not desk.is_open
    clock.advance(WAIT_S)
    assert desk.staff.wait_s == 0

    desk.enter("1111")
    assert desk.staff.wait_s == 2 * WAIT_S
    clock.advance(2 * WAIT_S)
    desk.enter(PIN)
    assert desk.is_open


def test_staff_who_walk_away_leave_nothing_open() -> None:
    clock = ManualClock()
    desk = desk_with_pin(clock)
    desk.ask()
    desk.enter(PIN)

    clock.advance(OPEN_S - 1)
    assert desk.is_open
    desk.touched()
    clock.advance(OPEN_S - 1)
    assert desk.is_open
    clock.advance(1)

    assert desk.staff.desk == "closed"


def test_a_first_pin_is_typed_twice_and_kept_as_its_hash() -> None:
    kept: list[str] = []
    seen: list[str] = []
    desk = StaffDesk("", kept.append, ManualClock())

    desk.close()
    for pin in (PIN, "9999"):
        seen.append(desk.staff.desk)
        desk.enter(pin)
    seen.append(desk.staff.desk)
    assert seen == ["choosing", "again", "choosing"]
    assert (desk.staff.message, kept) == (texts.PIN_DIFFERENT, [])

    desk.enter(PIN)
    desk.enter(PIN)
    assert desk.staff.desk == "closed"
    assert fits(PIN, kept[0])
    desk.ask()
    desk.enter(PIN)
    assert desk.is_open
