"""The open prompts of a document: what each is called in a file, and what people wrote to it."""

from collections.abc import Iterator

from .document import Data

ACCOUNT = "account"


def accounts_in(document: Data) -> dict[str, Data]:
    """Return the open prompts by uid, in their order."""
    return {each["uid"]: each for each in document["prompts"] if each["kind"] == ACCOUNT}


def account_name(prompt: Data) -> str:
    """Return what an open prompt is called: its heading, else what it asks."""
    return str(prompt["heading"] or prompt["text"])


def account_rows(document: Data) -> Iterator[Data]:
    """Yield the long form of what people wrote to open prompts: the measure is the prompt."""
    prompts = accounts_in(document)
    for each in document["remarks"]:
        if each["prompt"] in prompts:
            line = {"record": "answer to an open prompt", "seat": each["seat"], "quote": each["quote"]}
            line |= {"measure": account_name(prompts[each["prompt"]]), "entered_by": each["entered_by"]}
            line |= {"shown_to": each["visibility"]}
            if each["body"]:
                yield {**line, "value": "answer", "text": each["body"]}
            for body in each["other_versions"]:
                yield {**line, "value": "other version", "text": body}
