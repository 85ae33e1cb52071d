-- Append-only: who changed what, when, from what to what. Rows are written by per-connection triggers
-- (electron/data-host/db/audit.ts), so that no code path can forget them.
CREATE TABLE audit_entries (
  id           TEXT PRIMARY KEY NOT NULL,
  at           TEXT NOT NULL,
  actor        TEXT NOT NULL,
  operation_id TEXT NOT NULL,
  table_name   TEXT NOT NULL,
  row_id       TEXT NOT NULL,
  action       TEXT NOT NULL CHECK (action IN ('insert', 'update', 'delete')),
  before       TEXT,
  after        TEXT
) STRICT;
CREATE INDEX audit_entries_row ON audit_entries (row_id);
CREATE INDEX audit_entries_operation ON audit_entries (operation_id);

CREATE TRIGGER audit_entries_are_kept_whole BEFORE UPDATE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_entries_are_kept BEFORE DELETE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
