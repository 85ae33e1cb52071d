CREATE TABLE interactions (
  id              TEXT PRIMARY KEY NOT NULL,
  client_id       TEXT NOT NULL REFERENCES clients (id),
  contact_id      TEXT REFERENCES contacts (id),
  channel         TEXT NOT NULL,
  direction       TEXT NOT NULL CHECK (direction IN ('inbound', 'outbound', 'meeting')),
  occurred_at     TEXT NOT NULL,
  subject         TEXT NOT NULL,
  body            TEXT,
  sentiment       TEXT CHECK (sentiment IN ('good', 'neutral', 'bad')),
  answers_id      TEXT REFERENCES interactions (id),
  needs_answer    INTEGER NOT NULL DEFAULT 0 CHECK (needs_answer IN (0, 1)),
  staff_id        TEXT REFERENCES staff (id),
  import_batch_id TEXT,
  created_at      TEXT NOT NULL,
  updated_at      TEXT NOT NULL,
  deleted_at      TEXT
) STRICT;
CREATE INDEX interactions_client ON interactions (client_id, occurred_at);
CREATE INDEX interactions_answers ON interactions (answers_id) WHERE answers_id IS NOT NULL;

CREATE TABLE tasks (
  id              TEXT PRIMARY KEY NOT NULL,
  client_id       TEXT NOT NULL REFERENCES clients (id),
  title           TEXT NOT NULL,
  due_on          TEXT,
  done_at         TEXT,
  step_code       TEXT,
  staff_id        TEXT REFERENCES staff (id),
  import_batch_id TEXT,
  created_at      TEXT NOT NULL,
  updated_at      TEXT NOT NULL,
  deleted_at      TEXT
) STRICT;
CREATE INDEX tasks_client ON tasks (client_id);
CREATE INDEX tasks_open ON tasks (due_on) WHERE done_at IS NULL AND deleted_at IS NULL;
