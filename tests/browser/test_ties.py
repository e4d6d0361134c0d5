"""The picture of the links in a real browser, on a narrow phone and in the dark."""

from playwright.sync_api import expect

from .conftest import OpenPage
from .server import Live
from .table import begun_demo, come
from .watch import assert_no_axe_violations

TIES = """
from tests.synthesis import tied
from workshop.models import Workshop
fay = Workshop.objects.get(slug="{slug}").chair
for tail, head in [(3, 4), (1, 4), (4, 3)]:
    tied(fay, tail, head)
"""


def test_the_links_fit_a_narrow_phone_in_the_dark(live: Live, open_page: OpenPage) -> None:
    links = begun_demo(live)
    live.manage("shell", "-v", "0", "-c", TIES.format(slug=links["code"]))
    phone = {"viewport": {"width": 360, "height": 740}, "color_scheme": "dark"}
    page = come(open_page, live, links, "facilitator", **phone)
    picture = page.get_by_role("img", name="3 links tie 3 cards together")
    picture.scroll_into_view_if_needed()
    expect(picture).to_be_in_viewport(ratio=0.95)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert_no_axe_violations(page)
