-- The exporter itself, the people who work in it, and the choices of this installation.
CREATE TABLE organisations (
  id            TEXT PRIMARY KEY NOT NULL,
  name          TEXT NOT NULL,
  country_code  TEXT,
  address       TEXT,
  phone         TEXT,
  email         TEXT,
  website       TEXT,
  logo_sha256   TEXT,
  logo_type     TEXT,
  created_at    TEXT NOT NULL,
  updated_at    TEXT NOT NULL,
  deleted_at    TEXT
) STRICT;

CREATE TABLE staff (
  id         TEXT PRIMARY KEY NOT NULL,
  name       TEXT NOT NULL,
  role       TEXT,
  email      TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;

-- One row a choice: two people never edit one blob.
CREATE TABLE settings (
  id         TEXT PRIMARY KEY NOT NULL,
  value      TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
