"""What held and what did not."""

import time
from collections import Counter

# Failures that are shown of one part; one cause usually has many.
SHOWN = 8


class Report:
    def __init__(self):
        self.counts = Counter()
        self.part, self.began, self.before = None, 0.0, Counter()

    def begin(self, part):
        self.part, self.began, self.before = part, time.monotonic(), self.counts.copy()

    def end(self, note=""):
        passed, failed = (self.counts[kind] - self.before[kind] for kind in (True, False))
        seconds = time.monotonic() - self.began
        print(f"{self.part}: {passed} passed, {failed} failed in {seconds:.1f} s{note}", flush=True)

    def check(self, holds, what, detail=""):
        self.counts[bool(holds)] += 1
        if not holds and self.counts[False] - self.before[False] <= SHOWN:
            print(f"FAILED {self.part}: {what}" + (f"\n    {detail}" if detail else ""), flush=True)

    def close(self):
        print(f"{self.counts[True]} passed, {self.counts[False]} failed")
        return 1 if self.counts[False] or not self.counts[True] else 0
