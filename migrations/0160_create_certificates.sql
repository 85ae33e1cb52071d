-- A certificate is a document: what it says stands whole in `document` (and its points beside it), is frozen once issued, and
-- is replaced, never edited. The columns are what lists, rules and searches ask for.
CREATE TABLE certificates (
  id                   TEXT PRIMARY KEY NOT NULL,
  instrument_id        TEXT NOT NULL REFERENCES instruments (id),
  number               TEXT NOT NULL,
  number_key           TEXT NOT NULL,
  state                TEXT NOT NULL CHECK (state IN ('draft', 'issued')),
  origin               TEXT NOT NULL CHECK (origin IN ('typed', 'dcc')),
  is_own_laboratory    INTEGER NOT NULL CHECK (is_own_laboratory IN (0, 1)),
  laboratory_name      TEXT NOT NULL,
  calibrated_on        TEXT NOT NULL,
  issued_on            TEXT,
  -- Every mandatory part of ISO/IEC 17025:2017 7.8.2.1 and 7.8.4 is there.
  is_complete          INTEGER NOT NULL CHECK (is_complete IN (0, 1)),
  as_found_verdict     TEXT,
  verdict              TEXT,
  point_count          INTEGER NOT NULL,
  document             TEXT NOT NULL,
  replaces_id          TEXT REFERENCES certificates (id),
  calibration_order_id TEXT,
  -- The file as it came or as it was attached, in the file store.
  dcc_sha256           TEXT,
  dcc_identifier       TEXT,
  dcc_version          TEXT,
  dcc_signature        TEXT CHECK (dcc_signature IN ('true', 'false', 'unknown', 'none')),
  pdf_attachment_id    TEXT REFERENCES attachments (id),
  staff_id             TEXT REFERENCES staff (id),
  created_at           TEXT NOT NULL,
  updated_at           TEXT NOT NULL,
  deleted_at           TEXT
) STRICT;
CREATE INDEX certificates_instrument ON certificates (instrument_id, calibrated_on);
CREATE INDEX certificates_number ON certificates (number_key);
CREATE INDEX certificates_replaces ON certificates (replaces_id) WHERE replaces_id IS NOT NULL;
CREATE INDEX certificates_order ON certificates (calibration_order_id) WHERE calibration_order_id IS NOT NULL;
CREATE INDEX certificates_dcc_identifier ON certificates (dcc_identifier) WHERE dcc_identifier IS NOT NULL;

CREATE TABLE certificate_points (
  id             TEXT PRIMARY KEY NOT NULL,
  certificate_id TEXT NOT NULL REFERENCES certificates (id),
  position       INTEGER NOT NULL,
  stage          TEXT NOT NULL CHECK (stage IN ('as-found', 'as-left', 'only')),
  point          TEXT NOT NULL,
  verdict        TEXT NOT NULL,
  created_at     TEXT NOT NULL
) STRICT;
CREATE INDEX certificate_points_certificate ON certificate_points (certificate_id, position);

-- The reference standards that a certificate names, matched to our own instruments where they are ours.
CREATE TABLE certificate_standards (
  id                      TEXT PRIMARY KEY NOT NULL,
  certificate_id          TEXT NOT NULL REFERENCES certificates (id),
  position                INTEGER NOT NULL,
  instrument_id           TEXT REFERENCES instruments (id),
  standard_certificate_id TEXT REFERENCES certificates (id),
  created_at              TEXT NOT NULL,
  updated_at              TEXT NOT NULL,
  deleted_at              TEXT
) STRICT;
CREATE INDEX certificate_standards_certificate ON certificate_standards (certificate_id);
CREATE INDEX certificate_standards_instrument ON certificate_standards (instrument_id) WHERE instrument_id IS NOT NULL;
CREATE INDEX certificate_standards_of ON certificate_standards (standard_certificate_id) WHERE standard_certificate_id IS NOT NULL;

-- Schemas that the person gave to check digital certificates against; none comes with the product.
CREATE TABLE dcc_schemas (
  id         TEXT PRIMARY KEY NOT NULL,
  file_name  TEXT NOT NULL,
  namespace  TEXT,
  version    TEXT,
  sha256     TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
