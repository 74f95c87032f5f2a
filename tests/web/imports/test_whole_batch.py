"""A batch from its page: a ZIP or a folder in, what is certain into the record, everything out again."""

from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile

from radslag.base.jobs import actions as jobs
from radslag.base.jobs.models import Job, State
from radslag.exchange.importing.models import Batch
from tests.importing import papers
from tests.importing.test_unpack import zipped
from tests.web.imports.conftest import Desk


def _work() -> None:
    for job in Job.objects.filter(state=State.QUEUED).order_by("pk"):
        jobs.run(job.uuid)


def _archive(desk: Desk, *days: int) -> Batch:
    files = [(f"2024/{day}.txt", papers.minutes(day=papers.DAY.replace(day=day))) for day in days]
    desk.upload(("arkiv.zip", zipped(*files, ("Thumbs.db", b"x"))))
    _work()
    return Batch.objects.latest("pk")


def test_a_zip_is_unpacked_and_told(desk: Desk) -> None:
    batch = _archive(desk, 1, 2)
    page = desk.client.get(f"/sjobygden/import/{batch.uuid}/").content.decode()
    assert "2 dokument är lästa" in page
    assert "arkiv.zip/2024" in page
    assert "1 fil från datorns system" in page
    assert "För in de 2 som inte behöver granskas" in page


def test_what_is_certain_enters_in_one_go_and_out_again(desk: Desk) -> None:
    batch = _archive(desk, 1, 2)
    desk.client.post(f"/sjobygden/import/{batch.uuid}/for-in/")
    assert "every 1s" in desk.client.get(f"/sjobygden/import/{batch.uuid}/").content.decode()
    _work()
    assert "Ångra införandet av 2 dokument" in desk.client.get(f"/sjobygden/import/{batch.uuid}/").content.decode()
    desk.client.post(f"/sjobygden/import/{batch.uuid}/angra/")
    _work()
    assert set(batch.staged.exclude(parent=None).values_list("state", flat=True)) == {"review"}


def test_a_folder_keeps_its_paths_and_comes_in_pieces(desk: Desk) -> None:
    first, second = (
        SimpleUploadedFile(f"{day}.txt", papers.minutes(day=papers.DAY.replace(day=day))) for day in (1, 2)
    )
    sent = {"documents": [first], "paths": ["Arkiv/2024/1.txt"], "nonce": str(uuid4())}
    where = desk.client.post("/sjobygden/import/", sent)["Location"]
    more = {"documents": [second], "paths": ["Arkiv/2024/2.txt"], "nonce": str(uuid4())}
    assert desk.client.post(f"{where}lagg-till/", more)["Location"] == where
    batch = Batch.objects.latest("pk")
    assert list(batch.staged.values_list("folder", "name")) == [("Arkiv/2024", "1.txt"), ("Arkiv/2024", "2.txt")]


def test_while_it_unpacks_the_page_says_so(desk: Desk) -> None:
    desk.upload(("arkiv.zip", zipped(("a.txt", papers.minutes()))))
    batch = Batch.objects.latest("pk")
    batch.staged.update(tries=1)
    assert "Packar upp arkiv.zip" in desk.client.get(f"/sjobygden/import/{batch.uuid}/").content.decode()
