-- Accounts, sessions, keys and the audit log. They have a file of their own: a run that writes records never makes a sign-in wait, and
-- whoever is given a copy of the records is given nobody's password with it.

-- A number is never given twice: the audit log knows accounts by it.
CREATE TABLE account (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('trainee', 'trainer', 'handler', 'reviewer', 'administrator')),
  -- scrypt, with its parameters and salt; missing until the link that sets it is used.
  password TEXT,
  made_at INTEGER NOT NULL,
  closed_at INTEGER
) STRICT;

-- Links that set a password once. Without an account: whoever holds it becomes the first administrator.
CREATE TABLE invitation (
  hash TEXT PRIMARY KEY,
  account INTEGER REFERENCES account (id) ON DELETE CASCADE,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  hash TEXT PRIMARY KEY,
  account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  began_at INTEGER NOT NULL,
  used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_of_account ON session (account);

CREATE TABLE api_key (
  id TEXT PRIMARY KEY,
  hash TEXT NOT NULL,
  name TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('read', 'send')),
  made_at INTEGER NOT NULL,
  used_at INTEGER,
  revoked_at INTEGER
) STRICT, WITHOUT ROWID;

-- What the server makes for itself and no copy holds (the key that signs cookies).
CREATE TABLE own_secret (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_entry (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  origin TEXT NOT NULL,
  result TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_entry_stays BEFORE UPDATE ON audit_entry BEGIN
  SELECT RAISE(ABORT, 'entries of the audit log are not changed');
END;
CREATE TRIGGER audit_entry_remains BEFORE DELETE ON audit_entry BEGIN
  SELECT RAISE(ABORT, 'entries of the audit log are not deleted');
END;
