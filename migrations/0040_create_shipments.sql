CREATE TABLE shipments (
  id              TEXT PRIMARY KEY NOT NULL,
  client_id       TEXT NOT NULL REFERENCES clients (id),
  number          TEXT NOT NULL,
  incoterm        TEXT,
  incoterm_place  TEXT,
  mode            TEXT,
  carrier         TEXT,
  tracking_number TEXT,
  import_batch_id TEXT,
  source_row      INTEGER,
  created_at      TEXT NOT NULL,
  updated_at      TEXT NOT NULL,
  deleted_at      TEXT
) STRICT;
CREATE INDEX shipments_client ON shipments (client_id);
CREATE INDEX shipments_import_batch ON shipments (import_batch_id) WHERE import_batch_id IS NOT NULL;

-- Event codes follow UN/ECE Recommendation 24. An estimate is a row of its own and never overwrites an actual.
CREATE TABLE shipment_milestones (
  id              TEXT PRIMARY KEY NOT NULL,
  shipment_id     TEXT NOT NULL REFERENCES shipments (id),
  event           TEXT NOT NULL,
  kind            TEXT NOT NULL CHECK (kind IN ('planned', 'estimated', 'actual')),
  occurs_on       TEXT NOT NULL,
  occurs_at       TEXT,
  time_zone       TEXT,
  place           TEXT,
  source          TEXT,
  import_batch_id TEXT,
  created_at      TEXT NOT NULL,
  updated_at      TEXT NOT NULL,
  deleted_at      TEXT
) STRICT;
CREATE INDEX shipment_milestones_shipment ON shipment_milestones (shipment_id);
CREATE INDEX shipment_milestones_import_batch ON shipment_milestones (import_batch_id) WHERE import_batch_id IS NOT NULL;

-- What of an order line came with which shipment. A line can come in parts; a delivery can lack a shipment number.
CREATE TABLE line_deliveries (
  id              TEXT PRIMARY KEY NOT NULL,
  order_line_id   TEXT NOT NULL REFERENCES order_lines (id),
  shipment_id     TEXT REFERENCES shipments (id),
  quantity        REAL NOT NULL CHECK (quantity >= 0),
  delivered_on    TEXT,
  documents_ok    INTEGER CHECK (documents_ok IN (0, 1)),
  condition_ok    INTEGER CHECK (condition_ok IN (0, 1)),
  import_batch_id TEXT,
  source_row      INTEGER,
  created_at      TEXT NOT NULL,
  updated_at      TEXT NOT NULL,
  deleted_at      TEXT
) STRICT;
CREATE INDEX line_deliveries_line ON line_deliveries (order_line_id);
CREATE INDEX line_deliveries_shipment ON line_deliveries (shipment_id);
CREATE INDEX line_deliveries_import_batch ON line_deliveries (import_batch_id) WHERE import_batch_id IS NOT NULL;
