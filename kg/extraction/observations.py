from spacy.language import Language
from spacy.tokens import Doc


@Language.component("govkg_observations", requires=["doc._.report"], assigns=["doc._.observations"])
def find_observations(doc: Doc) -> Doc:
    return doc
