-- What the exporter knows of a kind of goods for calibration: defaults, each client may have its own interval per instrument.
ALTER TABLE products ADD COLUMN manufacturer TEXT;
ALTER TABLE products ADD COLUMN model TEXT;
ALTER TABLE products ADD COLUMN instrument_type TEXT;
ALTER TABLE products ADD COLUMN calibration_interval_months INTEGER CHECK (calibration_interval_months BETWEEN 1 AND 120);
ALTER TABLE products ADD COLUMN calibration_interval_cycles INTEGER CHECK (calibration_interval_cycles > 0);

-- The installed base. client_id NULL: in the exporter's own hands, as stock or as a reference standard.
CREATE TABLE instruments (
  id                TEXT PRIMARY KEY NOT NULL,
  client_id         TEXT REFERENCES clients (id),
  product_id        TEXT REFERENCES products (id),
  serial            TEXT NOT NULL,
  serial_key        TEXT NOT NULL,
  label_code        TEXT NOT NULL,
  manufacturer      TEXT,
  model             TEXT,
  description       TEXT,
  instrument_type   TEXT,
  asset_number      TEXT,
  site              TEXT,
  status            TEXT NOT NULL CHECK (status IN ('in-use', 'stored', 'out-for-calibration', 'lost', 'retired')),
  is_standard       INTEGER NOT NULL DEFAULT 0 CHECK (is_standard IN (0, 1)),
  order_line_id     TEXT REFERENCES order_lines (id),
  shipment_id       TEXT REFERENCES shipments (id),
  delivered_on      TEXT,
  first_used_on     TEXT,
  received_on       TEXT,
  -- NULL: the default of its product, else of its type.
  interval_months   INTEGER CHECK (interval_months BETWEEN 1 AND 120),
  interval_starts   TEXT NOT NULL DEFAULT 'calibration' CHECK (interval_starts IN ('calibration', 'first-use', 'receipt')),
  interval_agreed   INTEGER NOT NULL DEFAULT 0 CHECK (interval_agreed IN (0, 1)),
  -- The open row of calibration_dues, its extension included, kept here for lists of a hundred thousand.
  due_on            TEXT,
  notes             TEXT,
  is_sample         INTEGER NOT NULL DEFAULT 0 CHECK (is_sample IN (0, 1)),
  import_batch_id   TEXT,
  source_row        INTEGER,
  created_at        TEXT NOT NULL,
  updated_at        TEXT NOT NULL,
  deleted_at        TEXT
) STRICT;
CREATE INDEX instruments_client ON instruments (client_id, delivered_on);
CREATE INDEX instruments_product ON instruments (product_id);
CREATE INDEX instruments_serial ON instruments (serial_key);
CREATE INDEX instruments_label ON instruments (label_code);
CREATE INDEX instruments_asset ON instruments (asset_number) WHERE asset_number IS NOT NULL;
CREATE INDEX instruments_order_line ON instruments (order_line_id) WHERE order_line_id IS NOT NULL;
CREATE INDEX instruments_shipment ON instruments (shipment_id) WHERE shipment_id IS NOT NULL;
CREATE INDEX instruments_due ON instruments (due_on, id) WHERE due_on IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX instruments_import_batch ON instruments (import_batch_id) WHERE import_batch_id IS NOT NULL;

-- What it measures. Numbers as written, for their trailing zeros say the resolution.
CREATE TABLE instrument_ranges (
  id              TEXT PRIMARY KEY NOT NULL,
  instrument_id   TEXT NOT NULL REFERENCES instruments (id),
  position        INTEGER NOT NULL,
  quantity        TEXT,
  unit            TEXT NOT NULL,
  lower           TEXT,
  upper           TEXT,
  resolution      TEXT,
  -- Permissible error, inclusive, in the unit of the range.
  tolerance_lower TEXT,
  tolerance_upper TEXT,
  import_batch_id TEXT,
  created_at      TEXT NOT NULL,
  updated_at      TEXT NOT NULL,
  deleted_at      TEXT
) STRICT;
CREATE INDEX instrument_ranges_instrument ON instrument_ranges (instrument_id);

-- Who had it and where, one row a holder; the open row is the present one.
CREATE TABLE instrument_owners (
  id              TEXT PRIMARY KEY NOT NULL,
  instrument_id   TEXT NOT NULL REFERENCES instruments (id),
  client_id       TEXT REFERENCES clients (id),
  site            TEXT,
  from_on         TEXT,
  until_on        TEXT,
  note            TEXT,
  import_batch_id TEXT,
  created_at      TEXT NOT NULL,
  updated_at      TEXT NOT NULL,
  deleted_at      TEXT
) STRICT;
CREATE INDEX instrument_owners_instrument ON instrument_owners (instrument_id);
CREATE INDEX instrument_owners_client ON instrument_owners (client_id);
