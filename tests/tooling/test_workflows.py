"""The workflows may do what they must, and nothing else."""

import re
from pathlib import Path

import pytest
import yaml

PINNED = re.compile(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*$")
WRITERS = {("pages.yml", "deploy"): {"pages": "write", "id-token": "write"}}
"""The only jobs that may write anything."""

Workflow = dict


def load(text: str) -> Workflow:
    return yaml.load(text, Loader=yaml.BaseLoader)  # BaseLoader: `on` stays a word


def permission_faults(name: str, workflow: Workflow) -> list[str]:
    """Where a workflow takes more than it was given."""
    top = workflow.get("permissions")
    found = [] if top in ("", {}, {"contents": "read"}) else [f"{name}: {top}"]
    for job, body in workflow["jobs"].items():
        allowed = WRITERS.get((name, job), {})
        for what, level in (body.get("permissions") or {}).items():
            if level != "read" and allowed.get(what) != level:
                found.append(f"{name}: {job}: {what}: {level}")
    return found


def step_faults(text: str) -> list[str]:
    """Steps that run code which can change under us, or that an outsider can write into."""
    found = [line.strip() for line in text.splitlines() if "uses:" in line and not PINNED.search(line.strip())]
    for job in load(text)["jobs"].values():
        for step in job["steps"]:
            if "${{" in step.get("run", ""):
                found.append(f"expression inside a script: {step['run']}")
            if (
                "actions/checkout@" in step.get("uses", "")
                and step.get("with", {}).get("persist-credentials") != "false"
            ):
                found.append("checkout keeps its credentials")
    return found


@pytest.fixture(scope="module")
def workflows(repo_root: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in (repo_root / ".github/workflows").glob("*.yml")}


def test_permissions_are_the_least(workflows):
    assert [fault for name, text in workflows.items() for fault in permission_faults(name, load(text))] == []


def test_steps_are_pinned_and_closed(workflows):
    assert [fault for text in workflows.values() for fault in step_faults(text)] == []


def test_every_job_ends(workflows):
    jobs = [job for text in workflows.values() for job in load(text)["jobs"].values()]
    assert all(int(job["timeout-minutes"]) <= 30 for job in jobs)


def test_too_much_permission_is_seen():
    assert permission_faults("x.yml", load("permissions: write-all\njobs: {}"))
    assert permission_faults("x.yml", load("jobs: {}"))
    assert permission_faults("pages.yml", load("permissions: {}\njobs: {build: {permissions: {pages: write}}}"))


@pytest.mark.parametrize(
    "step",
    [
        "- uses: actions/cache@v6",
        "- run: echo ${{ github.head_ref }}",
        "- uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1",
    ],
)
def test_a_careless_step_is_seen(step: str):
    assert step_faults(f"jobs:\n  a:\n    steps:\n      {step}\n")


def test_pages_builds_for_the_address_it_will_have_and_deploys_what_it_built(workflows):
    workflow = load(workflows["pages.yml"])
    build = workflow["jobs"]["build"]["steps"]
    run = next(step for step in build if "make site" in step.get("run", ""))
    assert run["env"]["BASE_URL"] == "${{ steps.pages.outputs.base_url }}"
    assert '--site-url $BASE_URL/"' in run["run"]
    order = [step.get("uses", step.get("run", "")).split("@")[0] for step in build]
    assert (
        order.index("actions/configure-pages") < order.index(run["run"]) < order.index("actions/upload-pages-artifact")
    )
    assert workflow["jobs"]["deploy"]["needs"] == "build"
    assert workflow["concurrency"] == {"group": "pages", "cancel-in-progress": "false"}
    assert any(step.get("with", {}).get("path") == ".cache/smm" for step in build)


def test_tests_run_on_the_oldest_and_a_new_python(workflows):
    job = load(workflows["test.yml"])["jobs"]["test"]
    assert job["strategy"]["matrix"]["python"][0] == "3.11"
    assert any(step.get("run") == ".ci/run" for step in job["steps"])
