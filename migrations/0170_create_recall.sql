-- Each recalibration that fell due: one row from the start of an interval to the calibration that ended it. The open one
-- (done_on and closed_as NULL) is the instrument's present due day.
CREATE TABLE calibration_dues (
  id                   TEXT PRIMARY KEY NOT NULL,
  instrument_id        TEXT NOT NULL REFERENCES instruments (id),
  client_id            TEXT REFERENCES clients (id),
  starts_on            TEXT NOT NULL,
  interval_months      INTEGER NOT NULL,
  due_on               TEXT NOT NULL,
  extended_to_on       TEXT,
  extension_reason     TEXT,
  extended_by_staff_id TEXT REFERENCES staff (id),
  extended_at          TEXT,
  done_on              TEXT,
  done_certificate_id  TEXT REFERENCES certificates (id),
  -- Why it ended without a calibration.
  closed_as            TEXT CHECK (closed_as IN ('retired', 'lost', 'transferred', 'interval-changed')),
  closed_on            TEXT,
  created_at           TEXT NOT NULL,
  updated_at           TEXT NOT NULL,
  deleted_at           TEXT,
  CHECK ((extended_to_on IS NULL) = (extension_reason IS NULL))
) STRICT;
CREATE INDEX calibration_dues_client ON calibration_dues (client_id, due_on);
CREATE INDEX calibration_dues_instrument ON calibration_dues (instrument_id, due_on);

CREATE TABLE interval_decisions (
  id              TEXT PRIMARY KEY NOT NULL,
  instrument_id   TEXT NOT NULL REFERENCES instruments (id),
  method          TEXT NOT NULL CHECK (method IN ('staircase', 'a1', 'a3', 'own')),
  from_months     INTEGER NOT NULL,
  to_months       INTEGER NOT NULL,
  reason          TEXT,
  decided_on      TEXT NOT NULL,
  staff_id        TEXT REFERENCES staff (id),
  created_at      TEXT NOT NULL,
  updated_at      TEXT NOT NULL,
  deleted_at      TEXT
) STRICT;
CREATE INDEX interval_decisions_instrument ON interval_decisions (instrument_id);

-- One calibration of one instrument on its way through a laboratory. The order of the days is the rule's (shared/domain/calibration).
CREATE TABLE calibration_orders (
  id              TEXT PRIMARY KEY NOT NULL,
  number          TEXT NOT NULL,
  instrument_id   TEXT NOT NULL REFERENCES instruments (id),
  client_id       TEXT REFERENCES clients (id),
  laboratory      TEXT,
  booked_on       TEXT NOT NULL,
  received_on     TEXT,
  as_found_on     TEXT,
  adjusted_on     TEXT,
  as_left_on      TEXT,
  certified_on    TEXT,
  shipped_on      TEXT,
  cancelled_on    TEXT,
  cancel_reason   TEXT,
  note            TEXT,
  staff_id        TEXT REFERENCES staff (id),
  created_at      TEXT NOT NULL,
  updated_at      TEXT NOT NULL,
  deleted_at      TEXT
) STRICT;
CREATE INDEX calibration_orders_instrument ON calibration_orders (instrument_id);
CREATE INDEX calibration_orders_client ON calibration_orders (client_id);

-- One letter to one client: a recall of what is due, or a notice that an instrument was found out of tolerance.
CREATE TABLE calibration_letters (
  id                 TEXT PRIMARY KEY NOT NULL,
  kind               TEXT NOT NULL CHECK (kind IN ('recall', 'out-of-tolerance')),
  client_id          TEXT NOT NULL REFERENCES clients (id),
  contact_id         TEXT REFERENCES contacts (id),
  language           TEXT NOT NULL,
  written_on         TEXT NOT NULL,
  sent_on            TEXT,
  channel            TEXT,
  interaction_id     TEXT REFERENCES interactions (id),
  out_of_tolerance_id TEXT,
  staff_id           TEXT REFERENCES staff (id),
  created_at         TEXT NOT NULL,
  updated_at         TEXT NOT NULL,
  deleted_at         TEXT
) STRICT;
CREATE INDEX calibration_letters_client ON calibration_letters (client_id);
CREATE INDEX calibration_letters_contact ON calibration_letters (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX calibration_letters_case ON calibration_letters (out_of_tolerance_id) WHERE out_of_tolerance_id IS NOT NULL;

CREATE TABLE calibration_letter_items (
  id            TEXT PRIMARY KEY NOT NULL,
  letter_id     TEXT NOT NULL REFERENCES calibration_letters (id),
  instrument_id TEXT NOT NULL REFERENCES instruments (id),
  -- Of a recall: the due day as the letter names it.
  due_on        TEXT,
  certificate_id TEXT REFERENCES certificates (id),
  created_at    TEXT NOT NULL,
  updated_at    TEXT NOT NULL,
  deleted_at    TEXT
) STRICT;
CREATE INDEX calibration_letter_items_letter ON calibration_letter_items (letter_id);
CREATE INDEX calibration_letter_items_instrument ON calibration_letter_items (instrument_id);

-- An as-found failure and what was done about what else it touches.
CREATE TABLE out_of_tolerance_cases (
  id             TEXT PRIMARY KEY NOT NULL,
  instrument_id  TEXT NOT NULL REFERENCES instruments (id),
  certificate_id TEXT NOT NULL REFERENCES certificates (id),
  found_on       TEXT NOT NULL,
  -- The day of the last good calibration; NULL: there was none, everything before counts.
  good_until_on  TEXT,
  conclusion     TEXT,
  closed_on      TEXT,
  staff_id       TEXT REFERENCES staff (id),
  created_at     TEXT NOT NULL,
  updated_at     TEXT NOT NULL,
  deleted_at     TEXT
) STRICT;
CREATE INDEX out_of_tolerance_cases_instrument ON out_of_tolerance_cases (instrument_id);
CREATE INDEX out_of_tolerance_cases_certificate ON out_of_tolerance_cases (certificate_id);
