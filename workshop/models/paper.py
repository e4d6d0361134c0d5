"""The paper that the method comes from, as packs, reports and bundles cite it."""

CITATION = (
    "Van der Graaf, P., Kislov, R., Smith, H., Langley, J., Hamer, N., Cheetham, M., "
    "Wolstenholme, D., Cooke, J. and Mawson, S. (2023). Leading co-production in five UK "
    "collaborative research partnerships (2008-2018): responses to four tensions from senior "
    "leaders using auto-ethnography. Implementation Science Communications, 4, 12. "
    "https://doi.org/10.1186/s43058-022-00385-0"
)
