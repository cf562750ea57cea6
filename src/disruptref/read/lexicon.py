"""Labels for ids: vocabulary terms and measures, looked up once per question."""

from disruptref.read.nation import label_of
from disruptref.store import Store


class Lexicon:
    """Turns ids into the names that people read."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._labels: dict[str, dict[str, str]] = {}

    def label(self, vocabulary: str, id_: str) -> str:
        """Return the label of a term, or its id where the vocabulary has none."""
        return self.labels(vocabulary).get(id_, id_)

    def labels(self, vocabulary: str) -> dict[str, str]:
        """Return id → label of a whole vocabulary."""
        if vocabulary not in self._labels:
            terms = self._store.terms(vocabulary)
            self._labels[vocabulary] = {term["id"]: term["label"] for term in terms}
        return self._labels[vocabulary]

    def measure(self, id_: str) -> str:
        """Return the name of a measure with its id, or say that it is not yet written."""
        cards = self._store.cards([id_])
        if not cards:
            return f"{id_} (not yet written)"
        return f"{cards[0]['name']} ({label_of(cards[0]['jurisdictions'])}; {id_})"
