from spacy.language import Language
from spacy.tokens import Doc


@Language.component("govkg_entities", requires=["doc._.report"], assigns=["doc._.mentions"])
def find_entities(doc: Doc) -> Doc:
    return doc
