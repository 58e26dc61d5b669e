"""Exports that tests steer: what each job says is given beforehand, and files appear as by the real ones."""

from planner.reports.outcome import Progress, Written


class FakeJob:
    """Says what it was given, one thing a look, then writes its file."""

    def __init__(self, target, news):
        self.target = target
        self.news = list(news)
        self.cancelled = False

    def poll(self):
        if not self.news:
            self.target.write_bytes(b"file")
            return Written(self.target)
        found = self.news.pop(0)
        if isinstance(found, Exception):
            raise found
        if found is Ellipsis:
            self.news.insert(0, Ellipsis)
            return None
        return found

    def cancel(self):
        self.cancelled = True


class FakeStart:
    """Starts jobs; `news` gives by the place of a job what it says, `...` for never coming to an end."""

    def __init__(self, **news):
        self.news = {int(key.removeprefix("job")): value for key, value in news.items()}
        self.jobs = []
        self.asked = []

    def __call__(self, plan, path, form, options):
        self.asked.append((plan, path, form, options))
        self.jobs.append(FakeJob(path, self.news.get(len(self.jobs), [Progress("工作计划", 0.5)])))
        return self.jobs[-1]
