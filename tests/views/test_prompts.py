"""Open prompts on every page that has them: set up, answered, read, searched, entered, taken back."""

import re
import uuid
from typing import Any

import pytest
from django.urls import reverse

from tests.prompts import prompted, prompts
from tests.rounds import revealed
from tests.stagecraft import put
from tests.support import House, client_of
from workshop.actions.prompts import edit_prompt
from workshop.actions.remarks import save_remark
from workshop.models import Remark, Seat
from workshop.models.own_words import own_words
from workshop.models.prompts import print_of_prompt, words_of

pytestmark = pytest.mark.django_db


def url(house: House, name: str, **parts: object) -> str:
    return reverse(name, kwargs={"slug": house.workshop.slug, **parts})


def read(house: House, seat: Seat, name: str, **parts: object) -> str:
    """Return a page with each run of white space made one space."""
    page = client_of(seat).get(url(house, name, **parts))
    assert page.status_code == 200, name
    return " ".join(page.content.decode().split())


def answered(**fields: Any) -> House:
    """A house in which Ada has answered both prompts, and the workshop has begun."""
    house = prompted(**fields)
    for prompt, words in zip(prompts(house), ("It began in Leeds", "Between us"), strict=True):
        save_remark(house.ada, prompt, words, 0)
    put(house, "welcome")
    return house


def test_the_pack_asks_each_prompt_with_its_hints_and_a_box_that_grows() -> None:
    house = prompted()
    page = read(house, house.ada, "pack")
    for words in ("Your account", "How it began", "How did you come to this work?", "<li>Who asked you</li>"):
        assert words in page
    box = re.search(rf'<textarea id="text-{prompts(house)[0].uid}"[^>]*>', page)
    assert box
    assert 'data-limit="20000"' in box[0]
    assert f"hints-{prompts(house)[0].uid}" in box[0]
    assert (
        page.index("Blank cards</h2>") < page.index("Your account</h2>") < page.index("Any other comments?")
    )


def test_the_facilitators_own_heading_stands_over_them() -> None:
    house = prompted(account_title="Your story-line")
    assert "Your story-line</h2>" in read(house, house.ada, "pack")


def test_a_pack_without_prompts_says_nothing_of_them() -> None:
    from tests.support import make_house

    house = make_house(1)
    assert "Your account" not in read(house, house.ada, "pack")
    assert "Your account" not in read(house, house.ada, "pack-finish")


def test_without_scripts_the_form_saves_them_and_the_steps_say_how_many() -> None:
    house = prompted()
    prompt = prompts(house)[0]
    sent = {"box": [prompt.uid], "rev": ["0"], f"text-{prompt.uid}": "It began\nin Leeds", "stay": "1"}
    assert client_of(house.ada).post(url(house, "pack"), sent).status_code == 302
    assert Remark.objects.get(prompt=prompt).body == "It began\nin Leeds"
    for name in ("pack", "pack-finish"):
        assert "1 of 2 answered, as you like" in read(house, house.ada, name)


def test_an_answer_that_is_too_long_is_named_and_stays_in_its_box() -> None:
    house = prompted()
    prompt = prompts(house)[0]
    sent = {"box": [prompt.uid], "rev": ["0"], f"text-{prompt.uid}": "x" * 20_001, "stay": "1"}
    answer = client_of(house.ada).post(url(house, "pack"), sent)
    assert answer.status_code == 422
    assert "How it began: This is 1 character over the limit of 20,000" in answer.content.decode()
    assert "x" * 20_001 in answer.content.decode()


def test_facilitators_read_answers_in_the_overview_and_see_whose_they_are() -> None:
    house = prompted()
    save_remark(house.ada, prompts(house)[0], "It began in Leeds", 0)
    for name in ("overview", "overview-comments"):
        page = read(house, house.fay, name)
        assert "How it began" in page
        assert "It began in Leeds" in page


@pytest.mark.parametrize("promise", ["named", "hidden"])
def test_the_results_have_them_by_prompt_after_the_promise(promise: str) -> None:
    house = answered(promise=promise)
    hers, fays = (read(house, seat, "results") for seat in (house.others[0], house.fay))
    assert "How it began</h3>" in hers
    assert "It began in Leeds" in hers
    assert "Between us" not in hers
    assert "rather not say aloud" not in hers
    assert "Between us" in fays
    assert ("Ada" in hers) == (promise == "named")
    found = client_of(house.fay).get(url(house, "results"), {"words": "leeds"})
    assert '<p class="small soft">How it began</p>' in " ".join(found.content.decode().split())


def test_the_person_finds_them_among_their_own_words_and_takes_one_back() -> None:
    house = answered()
    remark = Remark.objects.get(prompt=prompts(house)[0])
    page = read(house, house.ada, "my-data")
    assert "Your answer to an open prompt, in the pack" in page
    assert "How it began" in page
    assert "Only the facilitators read it." in page  # of the private one
    own = url(house, "own-words", key=f"remark.{remark.uid}")
    client_of(house.ada).post(own, {"confirmed": own_words(house.ada)[0].print})
    assert not Remark.objects.filter(body__contains="Leeds").exists()


def test_they_can_be_entered_for_somebody() -> None:
    house = prompted()
    prompt = prompts(house)[0]
    page = read(house, house.fay, "proxy", uid=house.ada.uid)
    assert "How it began" in page
    assert 'data-limit="20000"' in page
    sent = {f"rev-{prompt.uid}": "0", f"text-{prompt.uid}": "As she told it"}
    assert client_of(house.fay).post(url(house, "proxy-pack", uid=house.ada.uid), sent).status_code == 302
    assert Remark.objects.get(prompt=prompt).proxy == house.fay


def test_two_facilitators_who_change_one_prompt_get_both_versions() -> None:
    house = prompted(pack_open=False)
    prompt = prompts(house)[0]
    seen = print_of_prompt(words_of(prompt), prompt.private)
    edit_prompt(house.fay, prompt, seen, text="Faster?")
    sent = {"text": "Slower?", "seen": seen, "uid": str(uuid.uuid4())}
    answer = client_of(house.fay).post(url(house, "prompt", uid=prompt.uid), sent)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Slower?" in page
    assert "Faster?" in page
    mark = re.search(r'name="seen" value="(\w*)"', page)
    assert mark
    both = client_of(house.fay).post(
        url(house, "prompt", uid=prompt.uid), {**sent, "seen": mark[1], "keep": "both"}
    )
    assert both.status_code == 302
    assert prompts(house)[0].text == "Faster?\n\nSlower?"


def test_the_list_says_why_nothing_can_be_changed_and_how_it_could() -> None:
    house = prompted()
    page = read(house, house.fay, "prompts")
    assert "people may have read these prompts" in page
    assert "Take the pack back" in page
    assert "Add a prompt" not in page


def test_the_reveal_of_the_pack_leaves_answers_as_they_are() -> None:
    house = answered()
    revealed(house, house.pack)
    assert "It began in Leeds" in read(house, house.ada, "results")


def test_the_promise_of_a_private_prompt_stands_beside_its_box() -> None:
    house = prompted()
    page = read(house, house.ada, "pack")
    assert page.count("Only the facilitators read this, at the workshop too") == 2
