"""What a job's process says of its progress: seldom, and never so seldom that it seems to hang."""

from multiprocessing import Pipe

from server.jobs.child import _Reporter


def told(shares: list[float]) -> list[float]:
    ours, theirs = Pipe(duplex=False)
    report = _Reporter(theirs)
    for each in shares:
        report(each)
    theirs.close()
    said = []
    while True:
        try:
            said.append(ours.recv()[1])
        except EOFError:
            return said


def test_progress_is_told_in_hundredths() -> None:
    said = told([number / 1000 for number in range(1000)])

    # A hundredth is no binary fraction: now and then one more picture has to come.
    assert 90 <= len(said) <= 100


def test_a_hundredth_that_takes_long_is_told_in_between() -> None:
    # Of a recording of a day a hundredth is more than four thousand pictures.
    assert len(told([number / 432_000 for number in range(4000)])) == 80
