"""``make bench-grounding``: the gate beside other libraries' grounding, on the same proposals.

300 sums of money from the corpus, as they stand and with one digit changed, and the true and the
mutated claims of tests/quality. A peer takes words and says whether they stand in the text; it is
never asked about what it does not take, and no such case counts for us.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache, partial

from grounding_peers import CHUNK, PEERS, Peer, chunks_of
from grounding_proposals import (
    LONG,
    ChangedClaim,
    Phrase,
    by_hash,
    changed_claims,
    claims,
    is_foreign,
    page_of_text,
    phrases,
    words_of,
)
from pledgebook.extract.gate import judge
from pledgebook.extract.page import Page
from shared_material import CORPUS

#: Mutated claims with words that stand nowhere in their text, put to every system.
SAMPLE = 600


def main() -> None:
    """Measure and print."""
    if not CORPUS.is_file():
        sys.exit(f"{CORPUS} is not there: the phrases are taken from it")
    chosen = phrases()
    on_phrases(chosen)
    on_claims()


def on_phrases(chosen: list[Phrase]) -> None:
    """Print how each system judges the phrases, and how long it takes."""
    pages = {id(phrase.page): phrase.page for phrase in chosen}
    print(
        f"{len(chosen)} sums of money in {len(pages)} documents of the corpus, cut at {LONG:,} "
        "words; found by our reader,\nso that our gate can hardly lose a true one; each as it "
        "stands, and with one digit of its words changed.\nPeers get the words and the text; our "
        "gate gets a claim: the value, the words and where they stand.\n“In its chunk”: the peer "
        f"gets the {CHUNK:,} code points that its own model would have been shown."
    )
    head("kept as it stands", "refused when changed", "ms a phrase")
    ours(chosen)
    for peer in PEERS:
        theirs(peer, chosen)
    refused = sum(refuses(phrase.false_value, phrase.page) for phrase in chosen)
    print(
        "\nThe same sums with their true words, one digit of the value changed:\n"
        f"  pledgebook refuses {share(refused, len(chosen))}\n"
        "  langextract and instructor are not asked: they take words, not a value to compare "
        "with them"
    )


def ours(chosen: list[Phrase]) -> None:
    """Print our line: every page is indexed at its first claim, and that is timed apart."""
    index = []
    for page in {id(phrase.page): phrase.page for phrase in chosen}.values():
        mine = [phrase for phrase in chosen if phrase.page is page]
        fresh = page_of_text(page)
        index.append(1000 * seconds(partial(judge, mine[0].true, fresh)))
    kept, refused = 0, 0
    start = time.process_time()
    for phrase in chosen:
        kept += not refuses(phrase.true, phrase.page)
        refused += refuses(phrase.false_words, phrase.page)
    spent = 1000 * (time.process_time() - start) / (2 * len(chosen))
    line("pledgebook", share(kept, len(chosen)), share(refused, len(chosen)), f"{spent:.2f}")
    print(f"    a document is indexed once, {statistics.mean(index):.0f} ms at its first claim")


def theirs(peer: Peer, chosen: list[Phrase]) -> None:
    """Print a peer's two lines; pieces of text are cut before the clock runs."""
    for text in {phrase.page.text for phrase in chosen}:
        chunks_of(text)
    start = time.process_time()
    true = [peer.finds(phrase.page.text, phrase.words, phrase.start) for phrase in chosen]
    changed = [peer.finds(phrase.page.text, phrase.changed, phrase.start) for phrase in chosen]
    spent = 1000 * (time.process_time() - start) / (2 * len(chosen))
    print_both(peer, true, changed, f"{spent:.2f}")


def print_both(
    peer: Peer, true: list[tuple[bool, bool]], changed: list[tuple[bool, bool]], spent: str
) -> None:
    """Print a peer's line with its defaults, and that with its strictest answer."""
    for n, name in enumerate((peer.name, f"  {peer.strict}")):
        kept = sum(found[n] for found in true)
        refused = sum(not found[n] for found in changed)
        line(name, share(kept, len(true)), share(refused, len(changed)), spent if n == 0 else "")


def on_claims() -> None:
    """Print how each system judges the claims of tests/quality."""
    trues = claims()
    kinds = {kind: list(found) for kind, found in sorted_by_kind(changed_claims(trues)).items()}
    asked = sorted(kinds["new"], key=lambda one: by_hash(one.true.origin, one.name, one.new_words))
    asked = asked[:SAMPLE]
    print(
        f"\n{len(trues)} true claims of tests/quality whose words stand in the text itself, and "
        f"{len(asked)} of {len(kinds['new'])} mutated\nones with words that stand nowhere in it "
        f"({counted(asked)}).\nA peer keeps a claim when it keeps each of its words: quotes, "
        "contents, names."
    )
    head("true claims kept", "mutated refused", "")
    kept = sum(not refuses(true.claim, true.page) for true in trues)
    refused = sum(refuses(one.claim, one.true.page) for one in asked)
    line("pledgebook", share(kept, len(trues)), share(refused, len(asked)), "")
    for peer in PEERS:
        finds = cache(partial(looked_up, peer))
        true = [all_found(finds, one.page, words_of(one.claim)) for one in trues]
        changed = [all_found(finds, one.true.page, one.new_words) for one in asked]
        print_both(peer, true, changed, "")
    not_asked(kinds)


def sorted_by_kind(found: Iterable[ChangedClaim]) -> dict[str, list[ChangedClaim]]:
    """Sort mutated claims by what a peer would see of the change."""
    kinds: dict[str, list[ChangedClaim]] = {"new": [], "moved": [], "same": []}
    for one in found:
        foreign = any(is_foreign(words, one.true.page) for words in one.new_words)
        kinds["new" if foreign else "moved" if one.new_words else "same"].append(one)
    return kinds


def not_asked(kinds: dict[str, list[ChangedClaim]]) -> None:
    """Print what peers cannot judge, and what our gate says of it."""
    for kind, why in (
        ("same", "the same words with another value, role or modality"),
        ("moved", "other words that stand in the text too (a span moved, cut or put elsewhere)"),
    ):
        stopped = sum(judge(one.claim, one.true.page).verdict != "kept" for one in kinds[kind])
        print(
            f"\n{len(kinds[kind])} mutated claims: {why}\n"
            f"  pledgebook refuses or marks unsupported {share(stopped, len(kinds[kind]))}\n"
            "  langextract and instructor are not asked: every word stands in the text, which is "
            "all they look for"
        )


def looked_up(peer: Peer, page: Page, words: str) -> tuple[bool, bool]:
    """Ask a peer about words of a claim, which it is given the whole text for."""
    return peer.finds(page.text, words, page.text.find(words))


def all_found(
    finds: Callable[[Page, str], tuple[bool, bool]], page: Page, many: Iterable[str]
) -> tuple[bool, bool]:
    """Say whether a peer keeps all of some words: by default, and by its strictest answer."""
    found = [finds(page, words) for words in many]
    return all(one[0] for one in found), all(one[1] for one in found)


def refuses(claim: dict[str, object], page: Page) -> bool:
    """Say whether our gate refuses a claim."""
    return judge(claim, page).verdict == "refused"


def counted(found: list[ChangedClaim]) -> str:
    """Name the mutations with their numbers."""
    counts = Counter(one.name for one in found).most_common()
    return ", ".join(f"{name} {n}" for name, n in counts)


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one run."""
    start = time.process_time()
    work()
    return time.process_time() - start


def share(part: int, whole: int) -> str:
    """Print a share with its whole."""
    return f"{100 * part / whole:.1f} % of {whole}" if whole else "none"


def head(*names: str) -> None:
    """Print the head of a table."""
    print()
    line("", *names)


def line(name: str, kept: str, refused: str, spent: str) -> None:
    """Print one line of a table."""
    print(f"  {name:<46} {kept:>20} {refused:>22} {spent:>12}".rstrip(), flush=True)


if __name__ == "__main__":
    main()
