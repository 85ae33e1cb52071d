-- A set of weights as it was saved; never changed afterwards. The newest is in force; weights_id says what the set says.
CREATE TABLE weight_versions (
  id         TEXT PRIMARY KEY NOT NULL,
  weights_id TEXT NOT NULL,
  saved_by   TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;

-- How many times as important one thing is as the other. Pairs that are not named are equally important.
CREATE TABLE weight_judgements (
  id         TEXT PRIMARY KEY NOT NULL,
  version_id TEXT NOT NULL REFERENCES weight_versions (id),
  level      TEXT NOT NULL,
  left_item  TEXT NOT NULL,
  right_item TEXT NOT NULL,
  ratio      REAL NOT NULL CHECK (ratio > 0),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX weight_judgements_version ON weight_judgements (version_id);

-- What this exporter does otherwise than the playbook as delivered: entries of its own, and delivered ones that it changed or
-- took out (default_key names them).
CREATE TABLE playbook_entries (
  id           TEXT PRIMARY KEY NOT NULL,
  default_key  TEXT,
  step_code    TEXT,
  title        TEXT,
  indicator_id TEXT NOT NULL,
  effort       INTEGER NOT NULL CHECK (effort BETWEEN 1 AND 5),
  event_count  INTEGER NOT NULL CHECK (event_count BETWEEN 0 AND 20),
  outcome      REAL CHECK (outcome BETWEEN 0 AND 1),
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  deleted_at   TEXT
) STRICT;
