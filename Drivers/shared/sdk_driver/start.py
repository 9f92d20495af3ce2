"""How a driver's program begins. What stands here is imported at each start, and is kept small."""

import os
import sys
from collections.abc import Callable

from .nursery_names import INDEX, NURSERY, OWNER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .sdk import SDK


def start(sdk: "Callable[[], SDK]") -> None:
    """Has the session served by the run's nursery, where there is one, and else serves it here; it does not return."""
    asked = sys.argv[1:]
    if (not asked or asked[0] == INDEX) and os.environ.get(OWNER) == str(os.getppid()):
        from .handover import hand_over

        hand_over(asked)
    from . import main

    match asked:
        case ["--check"]:
            main.check(sdk())
        case [str(word), listener, owner, *more] if word == NURSERY:
            main.keep_nursery(sdk(), int(listener), int(owner), with_index=more == [INDEX])
        case [str(word), begun] if word == INDEX:
            main.serve(sdk(), begun=int(begun))
        case _:
            main.serve(sdk())
