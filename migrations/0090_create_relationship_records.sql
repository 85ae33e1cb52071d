-- What a relationship is made of beside orders, shipments and interactions: one table a kind, as its descriptor in
-- shared/domain/relationship says. Choices are held by the app, so that a later one needs no new table.
CREATE TABLE offers (
  id            TEXT PRIMARY KEY NOT NULL,
  client_id     TEXT NOT NULL REFERENCES clients (id),
  offered_on    TEXT NOT NULL,
  subject       TEXT NOT NULL,
  fits_own_need INTEGER NOT NULL DEFAULT 0 CHECK (fits_own_need IN (0, 1)),
  answer        TEXT,
  created_at    TEXT NOT NULL,
  updated_at    TEXT NOT NULL,
  deleted_at    TEXT
) STRICT;
CREATE INDEX offers_client ON offers (client_id);

CREATE TABLE supply_requests (
  id           TEXT PRIMARY KEY NOT NULL,
  client_id    TEXT NOT NULL REFERENCES clients (id),
  requested_on TEXT NOT NULL,
  subject      TEXT NOT NULL,
  supply       TEXT NOT NULL,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  deleted_at   TEXT
) STRICT;
CREATE INDEX supply_requests_client ON supply_requests (client_id);

CREATE TABLE feedback (
  id               TEXT PRIMARY KEY NOT NULL,
  client_id        TEXT NOT NULL REFERENCES clients (id),
  given_on         TEXT NOT NULL,
  subject          TEXT NOT NULL,
  is_complaint     INTEGER NOT NULL DEFAULT 0 CHECK (is_complaint IN (0, 1)),
  acknowledged_on  TEXT,
  resolved_on      TEXT,
  reported_back_on TEXT,
  created_at       TEXT NOT NULL,
  updated_at       TEXT NOT NULL,
  deleted_at       TEXT
) STRICT;
CREATE INDEX feedback_client ON feedback (client_id);

CREATE TABLE benefits (
  id           TEXT PRIMARY KEY NOT NULL,
  client_id    TEXT NOT NULL REFERENCES clients (id),
  granted_on   TEXT NOT NULL,
  subject      TEXT NOT NULL,
  through_club INTEGER NOT NULL DEFAULT 0 CHECK (through_club IN (0, 1)),
  used_on      TEXT,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  deleted_at   TEXT
) STRICT;
CREATE INDEX benefits_client ON benefits (client_id);

CREATE TABLE club_activities (
  id          TEXT PRIMARY KEY NOT NULL,
  client_id   TEXT NOT NULL REFERENCES clients (id),
  happened_on TEXT NOT NULL,
  activity    TEXT NOT NULL,
  note        TEXT,
  created_at  TEXT NOT NULL,
  updated_at  TEXT NOT NULL,
  deleted_at  TEXT
) STRICT;
CREATE INDEX club_activities_client ON club_activities (client_id);

CREATE TABLE testimonials (
  id         TEXT PRIMARY KEY NOT NULL,
  client_id  TEXT NOT NULL REFERENCES clients (id),
  asked_on   TEXT NOT NULL,
  answer     TEXT NOT NULL,
  statement  TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX testimonials_client ON testimonials (client_id);

CREATE TABLE occasions (
  id         TEXT PRIMARY KEY NOT NULL,
  client_id  TEXT NOT NULL REFERENCES clients (id),
  occurs_on  TEXT NOT NULL,
  name       TEXT NOT NULL,
  marked_on  TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX occasions_client ON occasions (client_id);

CREATE TABLE campaign_touches (
  id         TEXT PRIMARY KEY NOT NULL,
  client_id  TEXT NOT NULL REFERENCES clients (id),
  sent_on    TEXT NOT NULL,
  campaign   TEXT NOT NULL,
  response   TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX campaign_touches_client ON campaign_touches (client_id);

CREATE TABLE trainings (
  id         TEXT PRIMARY KEY NOT NULL,
  client_id  TEXT NOT NULL REFERENCES clients (id),
  held_on    TEXT NOT NULL,
  topic      TEXT NOT NULL,
  rating     INTEGER CHECK (rating BETWEEN 1 AND 5),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX trainings_client ON trainings (client_id);

CREATE TABLE ideas (
  id          TEXT PRIMARY KEY NOT NULL,
  client_id   TEXT NOT NULL REFERENCES clients (id),
  given_on    TEXT NOT NULL,
  idea        TEXT NOT NULL,
  answered_on TEXT,
  decision    TEXT,
  created_at  TEXT NOT NULL,
  updated_at  TEXT NOT NULL,
  deleted_at  TEXT
) STRICT;
CREATE INDEX ideas_client ON ideas (client_id);

CREATE TABLE consents (
  id           TEXT PRIMARY KEY NOT NULL,
  client_id    TEXT NOT NULL REFERENCES clients (id),
  contact_id   TEXT NOT NULL REFERENCES contacts (id),
  basis        TEXT NOT NULL,
  given_on     TEXT NOT NULL,
  withdrawn_on TEXT,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  deleted_at   TEXT
) STRICT;
CREATE INDEX consents_client ON consents (client_id);

CREATE TABLE privacy_requests (
  id          TEXT PRIMARY KEY NOT NULL,
  client_id   TEXT NOT NULL REFERENCES clients (id),
  received_on TEXT NOT NULL,
  request     TEXT NOT NULL,
  answered_on TEXT,
  created_at  TEXT NOT NULL,
  updated_at  TEXT NOT NULL,
  deleted_at  TEXT
) STRICT;
CREATE INDEX privacy_requests_client ON privacy_requests (client_id);

CREATE TABLE commitments (
  id              TEXT PRIMARY KEY NOT NULL,
  client_id       TEXT NOT NULL REFERENCES clients (id),
  promise         TEXT NOT NULL,
  due_on          TEXT NOT NULL,
  kept_on         TEXT,
  renegotiated_on TEXT,
  created_at      TEXT NOT NULL,
  updated_at      TEXT NOT NULL,
  deleted_at      TEXT
) STRICT;
CREATE INDEX commitments_client ON commitments (client_id);

CREATE TABLE satisfactions (
  id         TEXT PRIMARY KEY NOT NULL,
  client_id  TEXT NOT NULL REFERENCES clients (id),
  rated_on   TEXT NOT NULL,
  rating     INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 5),
  contact_id TEXT REFERENCES contacts (id),
  note       TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX satisfactions_client ON satisfactions (client_id);

CREATE TABLE referrals (
  id          TEXT PRIMARY KEY NOT NULL,
  client_id   TEXT NOT NULL REFERENCES clients (id),
  referred_on TEXT NOT NULL,
  referred_to TEXT NOT NULL,
  note        TEXT,
  created_at  TEXT NOT NULL,
  updated_at  TEXT NOT NULL,
  deleted_at  TEXT
) STRICT;
CREATE INDEX referrals_client ON referrals (client_id);

CREATE TABLE content_shares (
  id         TEXT PRIMARY KEY NOT NULL,
  client_id  TEXT NOT NULL REFERENCES clients (id),
  shared_on  TEXT NOT NULL,
  title      TEXT NOT NULL,
  format     TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX content_shares_client ON content_shares (client_id);

CREATE TABLE warranty_returns (
  id         TEXT PRIMARY KEY NOT NULL,
  client_id  TEXT NOT NULL REFERENCES clients (id),
  opened_on  TEXT NOT NULL,
  subject    TEXT NOT NULL,
  is_repeat  INTEGER NOT NULL DEFAULT 0 CHECK (is_repeat IN (0, 1)),
  settled_on TEXT,
  decision   TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX warranty_returns_client ON warranty_returns (client_id);
