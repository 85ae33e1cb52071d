-- Content lives in the file store beside the database under its SHA-256; rows hold the hash.
CREATE TABLE attachments (
  id           TEXT PRIMARY KEY NOT NULL,
  client_id    TEXT REFERENCES clients (id),
  name         TEXT NOT NULL,
  media_type   TEXT NOT NULL,
  size_bytes   INTEGER NOT NULL,
  sha256       TEXT NOT NULL,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  deleted_at   TEXT
) STRICT;
CREATE INDEX attachments_client ON attachments (client_id);

CREATE TABLE import_templates (
  id          TEXT PRIMARY KEY NOT NULL,
  name        TEXT NOT NULL,
  kind        TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  template    TEXT NOT NULL,
  created_at  TEXT NOT NULL,
  updated_at  TEXT NOT NULL,
  deleted_at  TEXT
) STRICT;
CREATE INDEX import_templates_fingerprint ON import_templates (fingerprint);

CREATE TABLE import_batches (
  id             TEXT PRIMARY KEY NOT NULL,
  kind           TEXT NOT NULL,
  file_name      TEXT NOT NULL,
  file_sha256    TEXT NOT NULL,
  template       TEXT NOT NULL,
  state          TEXT NOT NULL CHECK (state IN ('committed', 'undone')),
  rows_read      INTEGER NOT NULL,
  rows_rejected  INTEGER NOT NULL,
  counts         TEXT NOT NULL,
  staff_id       TEXT,
  committed_at   TEXT NOT NULL,
  undone_at      TEXT,
  created_at     TEXT NOT NULL,
  updated_at     TEXT NOT NULL,
  deleted_at     TEXT
) STRICT;
