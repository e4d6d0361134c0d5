"""The references of a report: the source of the cards and of the method, and of each figure that is in it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from workshop.analysis.alpha import Corrected
from workshop.analysis.concordance import Concordance
from workshop.analysis.orders import Orders
from workshop.analysis.tau import Tau
from workshop.models.figures import Figures
from workshop.models.paper import CITATION

from .blocks import Block, Heading, listed
from .drawn import Drawn
from .record import Record
from .shifts import order_of

ACCORD = (
    "Gattrell, W. T., Logullo, P., van Zuuren, E. J., Price, A., Hughes, E. L., Blazey, P., "
    "Winchester, C. C., Tovey, D., Goldman, K., Hungin, A. P. and Harrison, N. (2024). ACCORD (ACcurate "
    "COnsensus Reporting Document): a reporting guideline for consensus methods in biomedicine developed via "
    "a modified Delphi. PLOS Medicine, 21(1), e1004326. https://doi.org/10.1371/journal.pmed.1004326"
)
EXPLAINED = (
    "Logullo, P., van Zuuren, E. J., Winchester, C. C., Tovey, D., Gattrell, W. T., Price, A., Harrison, N., "
    "Goldman, K., Chisholm, A., Walters, K. and Blazey, P. (2024). ACcurate COnsensus Reporting Document "
    "(ACCORD) explanation and elaboration: guidance and examples to support reporting consensus methods. "
    "PLOS Medicine, 21(5), e1004390. https://doi.org/10.1371/journal.pmed.1004390"
)
INTERVALS = (
    "Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. "
    "Journal of the American Statistical Association, 22, 209-212."
)
MATRIX = (
    "McCormick, W. T., Schweitzer, P. J. and White, T. W. (1972). Problem decomposition and data "
    "reorganization by a clustering technique. Operations Research, 20, 993-1009."
)
AC1 = (
    "Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence of high "
    "agreement. British Journal of Mathematical and Statistical Psychology, 61, 29-48."
)
ALPHA = (
    "Hayes, A. F. and Krippendorff, K. (2007). Answering the call for a standard reliability measure "
    "for coding data. Communication Methods and Measures, 1, 77-89.",
    "Krippendorff, K. (2011). Computing Krippendorff’s alpha-reliability. University of Pennsylvania.",
)
CONCORDANCE = (
    "Kendall, M. G. and Babington Smith, B. (1939). The problem of m rankings. Annals of "
    "Mathematical Statistics, 10, 275-287."
)
ORDERS = "Kendall, M. G. (1945). The treatment of ties in ranking problems. Biometrika, 33, 239-251."
RANKS = (
    "Borda, J.-C. de (1784). Mémoire sur les élections au scrutin. Histoire de l’Académie Royale des "
    "Sciences for 1781, 657-665."
)
ONE_AGAINST_ONE = (
    "Copeland, A. H. (1951). A reasonable social welfare function. Seminar on Mathematics in Social "
    "Sciences, University of Michigan."
)
LEFT_OUT = "Quenouille, M. H. (1956). Notes on bias in estimation. Biometrika, 43, 353-360."


def references(record: Record, drawn: Drawn) -> Iterator[Block]:
    """Yield the sources: of the cards, the method, the reporting guideline and each figure that is given."""
    yield Heading(_("References"))
    outcomes = record.material.results.revealed
    found = {CITATION, ACCORD, EXPLAINED, *([MATRIX] if drawn.has_matrix else [])}
    if record.workshop["citation"]:
        found.add(record.workshop["citation"])
    if any(each.sort for each in outcomes):
        found.add(INTERVALS)
    compared = [each for each in record.material.results.comparisons if each.people]
    if any(isinstance(order_of(record, each), Tau) for each in compared):
        found.add(ORDERS)
    for outcome in outcomes:
        found |= of_figures(outcome.figures) if outcome.figures else set()
    yield listed(sorted(found, key=str.casefold))


def of_figures(figures: Figures) -> set[str]:
    """Return the sources of what is given; a figure that is refused has none."""
    said, found = figures.reckoned, set[str]()
    alphas = [each for each in (said.alpha, said.alpha_of_order) if isinstance(each, Corrected)]
    corrected = [*alphas, *([said.ac1] if isinstance(said.ac1, Corrected) else [])]
    if alphas:
        found |= {*ALPHA}
    if len(corrected) > len(alphas):
        found.add(AC1)
    if any(each.interval for each in corrected):
        found.add(LEFT_OUT)
    if isinstance(said.orders, Orders):
        found |= {RANKS, ONE_AGAINST_ONE}
    return found | {CONCORDANCE} if isinstance(said.concordance, Concordance) else found
