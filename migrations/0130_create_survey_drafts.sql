-- A survey that was begun at a stand and neither finished nor given up: what the client has answered so far, so that a crash or a flat
-- battery costs nothing. At most one for a client. Gone with the finished survey, and for good when the client stops. Not audited: what
-- was never handed in must leave no trace.
CREATE TABLE survey_drafts (
  id              TEXT PRIMARY KEY NOT NULL,
  client_id       TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  contact_id      TEXT REFERENCES contacts (id) ON DELETE SET NULL,
  language        TEXT NOT NULL,
  survey_version  TEXT NOT NULL,
  consent_version TEXT NOT NULL,
  consented_at    TEXT NOT NULL,
  -- JSON object: indicator to point of the scale; what was left out is not in it.
  answers         TEXT NOT NULL,
  -- The question that is shown, from 0.
  place           INTEGER NOT NULL,
  created_at      TEXT NOT NULL,
  updated_at      TEXT NOT NULL
) STRICT;
CREATE INDEX survey_drafts_client ON survey_drafts (client_id);
CREATE INDEX survey_drafts_contact ON survey_drafts (contact_id);
