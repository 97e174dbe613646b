"""The first form of the library: records, journal, index."""

from __future__ import annotations

# What is exact stands in `document` (JSON); the columns beside it are for lists, filters and search.
_RECORDS = (
    """CREATE TABLE firm (
        row INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        document TEXT NOT NULL,
        name TEXT NOT NULL,
        record_key TEXT NOT NULL,
        sort_key TEXT NOT NULL,
        shelf TEXT NOT NULL CHECK (shelf IN ('active', 'archived', 'trash')),
        shelved TEXT NOT NULL,
        indexed TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX firm_by_name ON firm (shelf, sort_key)",
    "CREATE INDEX firm_by_key ON firm (record_key)",
    """CREATE TABLE person (
        row INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        document TEXT NOT NULL,
        name TEXT NOT NULL,
        record_key TEXT NOT NULL,
        sort_key TEXT NOT NULL,
        shelf TEXT NOT NULL CHECK (shelf IN ('active', 'archived', 'trash')),
        shelved TEXT NOT NULL,
        indexed TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX person_by_name ON person (shelf, sort_key)",
    "CREATE INDEX person_by_key ON person (record_key)",
    """CREATE TABLE application (
        row INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        firm TEXT REFERENCES firm (id) ON DELETE RESTRICT,
        number INTEGER NOT NULL,
        cursor INTEGER NOT NULL,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        state TEXT NOT NULL,
        state_date TEXT NOT NULL,
        ended TEXT NOT NULL,
        submitted INTEGER NOT NULL,
        operators INTEGER NOT NULL,
        gaps INTEGER NOT NULL,
        warnings INTEGER NOT NULL,
        deadline TEXT NOT NULL,
        sort_key TEXT NOT NULL,
        changed TEXT NOT NULL,
        shelf TEXT NOT NULL CHECK (shelf IN ('active', 'archived', 'trash')),
        shelved TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX application_by_changed ON application (shelf, changed)",
    "CREATE INDEX application_by_name ON application (shelf, sort_key)",
    "CREATE INDEX application_by_deadline ON application (shelf, deadline)",
    "CREATE INDEX application_by_gaps ON application (shelf, gaps)",
    "CREATE INDEX application_by_state ON application (shelf, state)",
    "CREATE INDEX application_by_firm ON application (firm, shelf)",
    # Apart from the thin rows that lists walk through: a filter that few fulfil reads them all.
    """CREATE TABLE application_document (
        application TEXT PRIMARY KEY REFERENCES application (id) ON DELETE CASCADE,
        document TEXT NOT NULL,
        indexed TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE appearance (
        application TEXT NOT NULL REFERENCES application (id) ON DELETE CASCADE,
        role TEXT NOT NULL,
        person_key TEXT NOT NULL,
        PRIMARY KEY (application, role, person_key)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX appearance_by_person ON appearance (person_key)",
)

# A row of kind created, edit or return is a node: `parent` is the node it was made upon, `next` the node
# that redo leads to. Rows of undo and redo only tell what happened.
_JOURNAL = (
    """CREATE TABLE edit (
        application TEXT NOT NULL REFERENCES application (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        kind TEXT NOT NULL,
        who TEXT NOT NULL,
        at TEXT NOT NULL,
        place TEXT NOT NULL,
        changes TEXT NOT NULL,
        joined INTEGER NOT NULL,
        parent INTEGER,
        next INTEGER,
        PRIMARY KEY (application, number)
    ) STRICT""",
)

_FILES = (
    """CREATE TABLE sealing_key (
        owner TEXT PRIMARY KEY,
        wrapped BLOB NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE stored_file (
        application TEXT NOT NULL REFERENCES application (id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        blob TEXT NOT NULL,
        size INTEGER NOT NULL,
        PRIMARY KEY (application, name)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX stored_file_by_blob ON stored_file (blob)",
    """CREATE TABLE material (
        row INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
        owner TEXT NOT NULL,
        part TEXT NOT NULL,
        name TEXT NOT NULL,
        blob TEXT NOT NULL,
        size INTEGER NOT NULL,
        foreign_language INTEGER NOT NULL,
        attested TEXT NOT NULL,
        application TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX material_by_person ON material (person)",
    "CREATE INDEX material_by_blob ON material (blob)",
)

# `secure-delete`: without it FTS5 leaves what was deleted in its segments until they are merged some day.
_INDEX = (
    "CREATE VIRTUAL TABLE firm_text USING fts5 (text, tokenize = 'trigram')",
    "CREATE VIRTUAL TABLE person_text USING fts5 (text, tokenize = 'trigram')",
    "CREATE VIRTUAL TABLE application_text USING fts5 (text, tokenize = 'trigram')",
    "INSERT INTO firm_text (firm_text, rank) VALUES ('secure-delete', 1)",
    "INSERT INTO person_text (person_text, rank) VALUES ('secure-delete', 1)",
    "INSERT INTO application_text (application_text, rank) VALUES ('secure-delete', 1)",
    """CREATE TABLE firm_term (
        term TEXT NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (term, row)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX firm_term_by_row ON firm_term (row)",
    """CREATE TABLE person_term (
        term TEXT NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (term, row)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX person_term_by_row ON person_term (row)",
    """CREATE TABLE application_term (
        term TEXT NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (term, row)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX application_term_by_row ON application_term (row)",
)

STATEMENTS = (*_RECORDS, *_JOURNAL, *_FILES, *_INDEX)
