CREATE TABLE clients (
  id                TEXT PRIMARY KEY NOT NULL,
  code              TEXT,
  name              TEXT NOT NULL,
  country_code      TEXT,
  country_as_given  TEXT,
  language          TEXT,
  time_zone         TEXT,
  segment           TEXT,
  preferred_channel TEXT,
  rhythm_days       INTEGER CHECK (rhythm_days IS NULL OR rhythm_days BETWEEN 1 AND 730),
  owner_staff_id    TEXT REFERENCES staff (id),
  notes             TEXT,
  is_sample         INTEGER NOT NULL DEFAULT 0 CHECK (is_sample IN (0, 1)),
  import_batch_id   TEXT,
  source_row        INTEGER,
  created_at        TEXT NOT NULL,
  updated_at        TEXT NOT NULL,
  deleted_at        TEXT
) STRICT;
CREATE INDEX clients_code ON clients (code);
CREATE INDEX clients_import_batch ON clients (import_batch_id) WHERE import_batch_id IS NOT NULL;

CREATE TABLE contacts (
  id              TEXT PRIMARY KEY NOT NULL,
  client_id       TEXT NOT NULL REFERENCES clients (id),
  name            TEXT NOT NULL,
  role            TEXT,
  email           TEXT,
  phone           TEXT,
  language        TEXT,
  is_primary      INTEGER NOT NULL DEFAULT 0 CHECK (is_primary IN (0, 1)),
  notes           TEXT,
  import_batch_id TEXT,
  source_row      INTEGER,
  created_at      TEXT NOT NULL,
  updated_at      TEXT NOT NULL,
  deleted_at      TEXT
) STRICT;
CREATE INDEX contacts_client ON contacts (client_id);
CREATE INDEX contacts_import_batch ON contacts (import_batch_id) WHERE import_batch_id IS NOT NULL;

-- Where a company or one of its people can be reached, social networks included: one row a handle.
CREATE TABLE client_channels (
  id              TEXT PRIMARY KEY NOT NULL,
  client_id       TEXT NOT NULL REFERENCES clients (id),
  contact_id      TEXT REFERENCES contacts (id),
  kind            TEXT NOT NULL,
  handle          TEXT NOT NULL,
  import_batch_id TEXT,
  created_at      TEXT NOT NULL,
  updated_at      TEXT NOT NULL,
  deleted_at      TEXT
) STRICT;
CREATE INDEX client_channels_client ON client_channels (client_id);
CREATE INDEX client_channels_import_batch ON client_channels (import_batch_id) WHERE import_batch_id IS NOT NULL;
