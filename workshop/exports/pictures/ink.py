"""The colours and letters of a picture that stands alone: those of the page in the light, on white."""

COLOURS = {
    "ink": "#2c1c25",
    "ink-soft": "#5c4a52",
    "rule": "#dcd1c3",
    "rule-strong": "#887264",
    "inner": "#63233f",
    "inner-edge": "#4d172f",
    "inner-mark": "#6b2544",
    "outer": "#e6ccae",
    "outer-edge": "#c49c74",
    "outer-mark": "#956138",
    "outer-wash": "#f6e7d4",
    "on-outer": "#3c241c",
    "card": "#fefbf4",
    "card-edge": "#e2d5c6",
}
LOOK = "roundel-picture"  # no rule reaches beyond the picture, should it stand inside a page
FONTS = '"Atkinson Hyperlegible Next", Verdana, "DejaVu Sans", sans-serif'
_RULES = """
text { font-family: FONTS; font-size: 15px; fill: ink; }
.small { font-size: 13px; }
.soft { fill: ink-soft; }
.strong { font-weight: 700; }
.num { font-size: 19px; font-weight: 700; fill: inner-mark; }
.middle { text-anchor: middle; }
.end { text-anchor: end; }
.on-inner { fill: card; }
.rule { stroke: rule; stroke-width: 1; fill: none; }
.post { stroke: rule-strong; stroke-width: 1.25; fill: none; }
.ring-outer { fill: outer; stroke: outer-edge; stroke-width: 1.5; }
.ring-inner { fill: inner; stroke: inner-edge; stroke-width: 1.5; }
.seed-inner { fill: card; }
.seed-outer { fill: none; stroke: on-outer; stroke-width: 2.2; }
.seed-none { fill: none; stroke: ink-soft; stroke-width: 1.75; stroke-dasharray: 2.4 2.4; }
.is { fill: inner-mark; }
.rest { fill: outer-wash; stroke: outer-edge; stroke-width: 1; }
.half { fill: outer; stroke: outer-mark; stroke-width: 1; }
.middle-line { stroke: ink; stroke-width: 1.5; }
.ring { fill: none; stroke: outer-mark; stroke-width: 2.25; }
.slope { stroke: ink-soft; stroke-width: 2; fill: none; }
.slope-up { stroke: inner-mark; stroke-width: 4; }
.slope-down { stroke: outer-mark; stroke-width: 3; stroke-dasharray: 9 5; }
.slope-ends { stroke: ink-soft; stroke-width: 2; stroke-dasharray: 1.5 4; }
.dot { fill: card; stroke: ink-soft; stroke-width: 2.25; }
.dot-up { fill: inner-mark; stroke: inner-mark; }
.dot-down { stroke: outer-mark; }
.dot-new { stroke: inner-mark; stroke-width: 3.5; }
.now { fill: card; stroke: inner-mark; stroke-width: 1.75; }
.want { fill: inner-mark; stroke: inner-mark; stroke-width: 1; }
.thread { fill: none; stroke: outer-mark; stroke-width: 1.75; }
.thread-becomes { stroke: inner-mark; stroke-width: 2.75; }
.thread-nested { stroke: inner-mark; stroke-width: 2; stroke-dasharray: 6 5; }
.thread-lifted { stroke: inner-mark; stroke-width: 2; stroke-dasharray: 6 5; }
.thread-aside { stroke-dasharray: 2 4; }
.slip { fill: card; stroke: rule-strong; stroke-width: 1; }
.mark-aside { fill: outer-mark; }
.mark-new { fill: none; stroke: inner-mark; stroke-width: 2.5; }
.count { font-size: 30px; font-weight: 700; fill: inner-mark; text-anchor: middle; }
.tick { stroke: card; stroke-width: 1.25; }
"""


def style() -> str:
    """Return the rules of every picture's style, with literal colours."""
    rules = _RULES.replace("FONTS", FONTS)
    for name in sorted(COLOURS, key=len, reverse=True):
        rules = rules.replace(f": {name};", f": {COLOURS[name]};")
    return "\n".join(f".{LOOK} {rule}" for rule in rules.split("\n") if rule)
