"""The code by which somebody joins in the room: a word and four figures."""

import secrets

WORDS = (
    "KITE LARK MOSS FERN WREN PLUM SAND ROOK LIME DOVE PINE REED SAGE TEAL GULL HARE IRIS JADE LEAF "
    "MINT NEST OATS PEAR QUAY ROPE SAIL TIDE VINE WAVE YARN BARN BELL BOAT CAKE CLAY COVE DEER DUNE "
    "ELMS FARM FLAX FORD GATE GLEN HAZE HERB HILL ISLE KELP LAKE LAMP LOCH MAZE MEAD MILL MOOR OPAL "
    "PALM PARK PEAK POND PORT RAIN RICE ROSE SALT SEED SNOW SOIL STAR SWAN TARN TOAD TREE VALE WELL "
    "WOOL WOOD YEWS BEAN BIRD CORN CRAB DAWN "
).split()


def random_join_code() -> str:
    """Return a code that can be read out in a room, such as ``KITE4827``; guesses are limited elsewhere."""
    return f"{secrets.choice(WORDS)}{secrets.randbelow(9000) + 1000}"
