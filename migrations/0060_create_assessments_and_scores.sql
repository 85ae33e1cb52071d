-- A person's rating 1–5 of one indicator. client_id is null for what is rated once for the exporter itself.
CREATE TABLE assessments (
  id           TEXT PRIMARY KEY NOT NULL,
  client_id    TEXT REFERENCES clients (id),
  indicator_id TEXT NOT NULL,
  rating       INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 5),
  rated_at     TEXT NOT NULL,
  rater_id     TEXT NOT NULL,
  source       TEXT NOT NULL CHECK (source IN ('representative', 'manager', 'survey')),
  note         TEXT,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  deleted_at   TEXT
) STRICT;
CREATE INDEX assessments_client ON assessments (client_id, indicator_id);

-- Derived: the priors that a full rescoring estimated, kept so that one client can be rescored alone.
CREATE TABLE score_priors (
  id            TEXT PRIMARY KEY NOT NULL,
  model_version TEXT NOT NULL,
  as_of_on      TEXT NOT NULL,
  priors        TEXT NOT NULL,
  created_at    TEXT NOT NULL
) STRICT;

-- Derived: one row a client for lists, sorts and filters. Rebuilt at will, never synced.
CREATE TABLE client_summaries (
  id                 TEXT PRIMARY KEY NOT NULL REFERENCES clients (id),
  name               TEXT NOT NULL,
  name_sort          TEXT NOT NULL,
  search_text        TEXT NOT NULL,
  country_code       TEXT,
  segment            TEXT,
  overall            REAL,
  overall_lower      REAL,
  overall_upper      REAL,
  coverage           REAL NOT NULL,
  stage              INTEGER,
  weakest_dimension  TEXT,
  brand              REAL,
  arousal            REAL,
  quality            REAL,
  attraction         REAL,
  continuity         REAL,
  line_count         INTEGER NOT NULL,
  due_count          INTEGER NOT NULL,
  on_time_count      INTEGER NOT NULL,
  open_late_count    INTEGER NOT NULL,
  value_minor        INTEGER,
  value_currency     TEXT,
  last_interaction_at TEXT,
  last_delivered_on  TEXT,
  newest_on          TEXT,
  as_of_on           TEXT NOT NULL,
  model_version      TEXT NOT NULL,
  priors_id          TEXT NOT NULL,
  computed_at        TEXT NOT NULL
) STRICT;
CREATE INDEX client_summaries_overall ON client_summaries (overall, id);
CREATE INDEX client_summaries_name ON client_summaries (name_sort, id);
CREATE INDEX client_summaries_country ON client_summaries (country_code, name_sort, id);
CREATE INDEX client_summaries_value ON client_summaries (value_minor, id);
CREATE INDEX client_summaries_last_interaction ON client_summaries (last_interaction_at, id);
CREATE INDEX client_summaries_stage ON client_summaries (stage, overall, id);

-- What a score was on a day, with what it takes to explain it later.
CREATE TABLE score_snapshots (
  id            TEXT PRIMARY KEY NOT NULL,
  client_id     TEXT NOT NULL REFERENCES clients (id),
  taken_on      TEXT NOT NULL,
  as_of_on      TEXT NOT NULL,
  model_version TEXT NOT NULL,
  weights_id    TEXT NOT NULL,
  priors_id     TEXT NOT NULL,
  overall       REAL,
  overall_lower REAL,
  overall_upper REAL,
  coverage      REAL NOT NULL,
  stage         INTEGER,
  brand         REAL,
  arousal       REAL,
  quality       REAL,
  attraction    REAL,
  continuity    REAL,
  created_at    TEXT NOT NULL
) STRICT;
CREATE INDEX score_snapshots_client ON score_snapshots (client_id, taken_on);
