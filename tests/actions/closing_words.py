"""What one does for oneself after the close as well: words are taken back, another language is read."""

from tests.actions.closing_rows import Act, said
from tests.support import House
from workshop.actions.languages import choose_language
from workshop.actions.taking_back import take_words_back, withdraw_remark, withdraw_remark_for
from workshop.models import Seat
from workshop.models.own_words import own_words


def _take(house: House) -> bool:
    found = next(each for each in own_words(house.ada) if each.row == said(house))
    return take_words_back(house.ada, found.key, agreed=found.print)


def _take_entered(house: House) -> None:
    remark = said(house)
    remark.proxy = house.fay
    remark.save(update_fields=["proxy"])
    withdraw_remark_for(house.fay, house.ada, remark)


def _is_gone(house: House) -> object:
    return said(house).withdrawn_at


OWN: dict[str, tuple[Act, Act]] = {
    "withdraw_remark_for": (_take_entered, _is_gone),
    "withdraw_remark": (lambda house: withdraw_remark(house.ada, said(house)), _is_gone),
    "take_words_back": (_take, _is_gone),
    "choose_language": (
        lambda house: choose_language(house.ada, "cy"),
        lambda house: Seat.objects.filter(pk=house.ada.pk, language="cy").exists(),
    ),
}
