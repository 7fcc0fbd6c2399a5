-- Methods that readers brought, found by the digest of their document: an address that names one is a link. Results by them are
-- computed when they are asked for and not kept.
CREATE TABLE own_method (
  digest TEXT PRIMARY KEY,
  document TEXT NOT NULL
) STRICT, WITHOUT ROWID;
