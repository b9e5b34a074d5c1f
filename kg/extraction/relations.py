from spacy.language import Language
from spacy.tokens import Doc


@Language.component("govkg_relations", requires=["doc._.report"], assigns=["doc._.relations"])
def find_relations(doc: Doc) -> Doc:
    return doc
