"""Whether something that lasts for a while is still good, also after the clock was set. Pure."""

from datetime import datetime, timedelta
from typing import Final

_SLACK: Final = timedelta(hours=1)


def is_good(expires_at: datetime, now: datetime, life: timedelta) -> bool:
    """Whether it has begun and has not ended; `life` is how long it lasts from its beginning.

    What would end later than a life from now was made by a clock that was ahead and was set back:
    it would be good for years.
    """
    return now < expires_at <= now + life + _SLACK
