from spacy.language import Language
from spacy.tokens import Doc


@Language.component("govkg_facts", requires=["doc._.report"], assigns=["doc._.facts"])
def find_facts(doc: Doc) -> Doc:
    return doc
