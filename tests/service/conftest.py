"""Services that the tests of this folder share."""

import pytest
from serving import TWO_YEARS, serving


@pytest.fixture(scope="session")
def service(sample_folder):
    """The sample, served."""
    with serving(sample_folder) as served:
        yield served


@pytest.fixture(scope="session")
def two_years():
    """Two invented reports of one county, served from a file."""
    with serving(TWO_YEARS) as served:
        yield served
