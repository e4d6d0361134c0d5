"""Why a figure is not given: each reason has its sentence."""

from workshop.analysis.refused import WHY, Refused
from workshop.templatetags.refused import why_refused


def test_each_reason_why_a_figure_is_not_given_has_a_sentence_of_its_own() -> None:
    said = [why_refused(Refused(why)) for why in WHY]
    assert all(sentence.endswith(".") for sentence in said)
    assert len({*said}) == len(WHY)
