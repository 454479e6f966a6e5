"""What Windows would be told about a worker; elsewhere the bounds are tried for real in test_worker."""

import ctypes

import pytest

from drafter.reports.process_bounds import (
    EXTENDED_LIMIT_INFORMATION,
    LIMIT_KILL_ON_JOB_CLOSE,
    LIMIT_PROCESS_MEMORY,
    ExtendedLimits,
    Limits,
    extended_limits,
    job_for,
)


class Kernel:
    """Stands in for kernel32, which exists on Windows alone, and notes what it is asked."""

    def __init__(self, *, obeys=True):
        self.calls = []
        self.CreateJobObjectW = self.answering("create", 77)
        self.SetInformationJobObject = self.answering("limit", int(obeys))
        self.AssignProcessToJobObject = self.answering("assign", 1)
        self.CloseHandle = self.answering("close", 1)

    def answering(self, name, answer):
        def call(*arguments):
            self.calls.append((name, arguments))
            return answer

        return call

    def named(self, name):
        return [arguments for each, arguments in self.calls if each == name]


def test_the_job_is_told_the_memory_and_to_die_with_its_parent():
    told = extended_limits(Limits(memory=123_456_789))

    flags = told.BasicLimitInformation.LimitFlags
    assert told.ProcessMemoryLimit == 123_456_789
    assert flags & LIMIT_PROCESS_MEMORY
    assert flags & LIMIT_KILL_ON_JOB_CLOSE


@pytest.mark.skipif(ctypes.sizeof(ctypes.c_void_p) != 8, reason="the sizes are those of 64 bits")
def test_the_structure_is_as_long_as_windows_says():
    assert ctypes.sizeof(ExtendedLimits) == 144


def test_the_process_is_put_in_a_bounded_job():
    kernel = Kernel()

    job = job_for(42, Limits(), kernel)

    assert job == 77
    ((handle, kind, _, size),) = kernel.named("limit")
    assert (handle.value, kind, size) == (77, EXTENDED_LIMIT_INFORMATION, ctypes.sizeof(ExtendedLimits))
    ((of_job, process),) = kernel.named("assign")
    assert (of_job.value, process.value) == (77, 42)
    assert kernel.named("close") == []


def test_a_job_that_cannot_be_bounded_is_given_up():
    kernel = Kernel(obeys=False)

    assert job_for(42, Limits(), kernel) == 0
    assert [handle.value for (handle,) in kernel.named("close")] == [77]
