"""What tests share: the sample report, its build in memory and in a folder."""

import pytest

import kg
from kg.resources import sample_report


@pytest.fixture(scope="session")
def sample():
    """The path of the sample report."""
    return sample_report()


@pytest.fixture(scope="session")
def sample_build(sample):
    """The build of the sample report; not to be changed."""
    return kg.build(sample)


@pytest.fixture(scope="session")
def sample_folder(sample_build, tmp_path_factory):
    """A folder with the build of the sample report; not to be changed."""
    return sample_build.save(tmp_path_factory.mktemp("sample") / "build")
