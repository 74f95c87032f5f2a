"""The one task the queue knows; what it runs is told by the job."""

from uuid import UUID

from django_tasks import task

from radslag.base.jobs import actions


@task()
def run_job(job: str) -> bool:
    """Run a job by its UUID. Delivered twice, it runs once: the lease decides."""
    return actions.run(UUID(job))
