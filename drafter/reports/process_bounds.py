"""What a worker process may use: resource limits on Linux and macOS, a job object on Windows."""

import ctypes
import sys
from dataclasses import dataclass
from typing import Any

GIBIBYTE = 1024**3


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The bounds of one reading or one picture."""

    seconds: float = 60.0
    """By the clock."""
    cpu_seconds: int = 60
    memory: int = 2 * GIBIBYTE
    """Address space; what is really used stays far below."""


if sys.platform == "win32":

    def bound_this_process(*, memory: int) -> None:
        """On Windows the parent does it, see `job_for`."""

    def renew_time(seconds: int) -> None:
        """On Windows the parent does it, see `job_for`."""

else:
    import resource

    def bound_this_process(*, memory: int) -> None:
        """Bound the address space, and leave no core file behind."""
        _lower(resource.RLIMIT_AS, memory)
        _lower(resource.RLIMIT_CORE, 0)

    def renew_time(seconds: int) -> None:
        """From now on, so many seconds of processor time."""
        if seconds > 0:
            used = resource.getrusage(resource.RUSAGE_SELF)
            _lower(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + seconds + 1)

    def _lower(what: int, limit: int) -> None:
        _, hard = resource.getrlimit(what)
        soft = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        try:
            resource.setrlimit(what, (soft, hard))
        except (ValueError, OSError):
            # macOS refuses an address space below what is mapped already; the clock still bounds the work.
            return


class _Basic(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    )


class ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = (
        ("BasicLimitInformation", _Basic),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


LIMIT_PROCESS_MEMORY = 0x100
LIMIT_DIE_ON_UNHANDLED_EXCEPTION = 0x400
LIMIT_KILL_ON_JOB_CLOSE = 0x2000
EXTENDED_LIMIT_INFORMATION = 9


def extended_limits(limits: Limits) -> ExtendedLimits:
    """What the job object is told: memory, no crash dialog, and death with the parent."""
    told = ExtendedLimits()
    told.BasicLimitInformation.LimitFlags = (
        LIMIT_PROCESS_MEMORY | LIMIT_DIE_ON_UNHANDLED_EXCEPTION | LIMIT_KILL_ON_JOB_CLOSE
    )
    told.ProcessMemoryLimit = limits.memory
    return told


def job_for(process: int, limits: Limits, kernel: Any) -> int:  # noqa: ANN401 - kernel32
    """Put the process (a Windows handle) in a bounded job; the job's handle, or 0 where that failed.

    The job lives as long as the handle: whoever holds it closes it with `kernel.CloseHandle`.
    """
    kernel.CreateJobObjectW.restype = ctypes.c_void_p
    job = kernel.CreateJobObjectW(None, None)
    if not job:
        return 0
    told = extended_limits(limits)
    set_, size = kernel.SetInformationJobObject, ctypes.sizeof(told)
    if set_(ctypes.c_void_p(job), EXTENDED_LIMIT_INFORMATION, ctypes.byref(told), size) and (
        kernel.AssignProcessToJobObject(ctypes.c_void_p(job), ctypes.c_void_p(process))
    ):
        return int(job)
    kernel.CloseHandle(ctypes.c_void_p(job))
    return 0
