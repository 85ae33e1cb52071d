CREATE TABLE products (
  id              TEXT PRIMARY KEY NOT NULL,
  code            TEXT,
  name            TEXT NOT NULL,
  kind            TEXT,
  unit            TEXT,
  is_sample       INTEGER NOT NULL DEFAULT 0 CHECK (is_sample IN (0, 1)),
  import_batch_id TEXT,
  source_row      INTEGER,
  created_at      TEXT NOT NULL,
  updated_at      TEXT NOT NULL,
  deleted_at      TEXT
) STRICT;
CREATE INDEX products_import_batch ON products (import_batch_id) WHERE import_batch_id IS NOT NULL;

CREATE TABLE orders (
  id              TEXT PRIMARY KEY NOT NULL,
  client_id       TEXT NOT NULL REFERENCES clients (id),
  number          TEXT NOT NULL,
  ordered_on      TEXT,
  import_batch_id TEXT,
  source_row      INTEGER,
  created_at      TEXT NOT NULL,
  updated_at      TEXT NOT NULL,
  deleted_at      TEXT
) STRICT;
CREATE INDEX orders_client ON orders (client_id);
CREATE INDEX orders_import_batch ON orders (import_batch_id) WHERE import_batch_id IS NOT NULL;

CREATE TABLE order_lines (
  id                TEXT PRIMARY KEY NOT NULL,
  order_id          TEXT NOT NULL REFERENCES orders (id),
  number            TEXT NOT NULL,
  product_id        TEXT REFERENCES products (id),
  ordered_quantity  REAL NOT NULL CHECK (ordered_quantity >= 0),
  value_minor       INTEGER,
  currency          TEXT,
  incoterm          TEXT,
  incoterm_place    TEXT,
  requested_on      TEXT,
  first_promised_on TEXT,
  cancelled_by      TEXT CHECK (cancelled_by IN ('customer', 'exporter')),
  delay_reason      TEXT,
  delay_note        TEXT,
  import_batch_id   TEXT,
  source_row        INTEGER,
  created_at        TEXT NOT NULL,
  updated_at        TEXT NOT NULL,
  deleted_at        TEXT,
  CHECK ((value_minor IS NULL) = (currency IS NULL))
) STRICT;
CREATE INDEX order_lines_order ON order_lines (order_id);
CREATE INDEX order_lines_product ON order_lines (product_id);
CREATE INDEX order_lines_import_batch ON order_lines (import_batch_id) WHERE import_batch_id IS NOT NULL;

-- The first promise is what was agreed and never changes: a later one is a row of line_promises.
CREATE TRIGGER order_lines_first_promise_is_kept
BEFORE UPDATE OF first_promised_on ON order_lines
WHEN old.first_promised_on IS NOT NULL AND new.first_promised_on IS NOT old.first_promised_on
BEGIN
  SELECT RAISE(ABORT, 'first promise never changes');
END;

CREATE TABLE line_promises (
  id              TEXT PRIMARY KEY NOT NULL,
  order_line_id   TEXT NOT NULL REFERENCES order_lines (id),
  promised_on     TEXT NOT NULL,
  made_at         TEXT NOT NULL,
  made_by         TEXT NOT NULL,
  asked_by        TEXT NOT NULL CHECK (asked_by IN ('customer', 'exporter')),
  reason          TEXT,
  import_batch_id TEXT,
  created_at      TEXT NOT NULL,
  updated_at      TEXT NOT NULL,
  deleted_at      TEXT
) STRICT;
CREATE INDEX line_promises_line ON line_promises (order_line_id);
