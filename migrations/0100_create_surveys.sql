-- One questionnaire that a client answered, with the words, the language and the instant of its consent. A consent that is taken
-- back keeps this row as the proof, and no answer.
CREATE TABLE surveys (
  id               TEXT PRIMARY KEY NOT NULL,
  client_id        TEXT NOT NULL REFERENCES clients (id),
  contact_id       TEXT REFERENCES contacts (id),
  language         TEXT NOT NULL,
  mode             TEXT NOT NULL CHECK (mode IN ('stand', 'paper')),
  survey_version   TEXT NOT NULL,
  answered_on      TEXT NOT NULL,
  consent_version  TEXT NOT NULL,
  consent_language TEXT NOT NULL,
  consented_at     TEXT NOT NULL,
  withdrawn_at     TEXT,
  staff_id         TEXT REFERENCES staff (id),
  created_at       TEXT NOT NULL,
  updated_at       TEXT NOT NULL,
  deleted_at       TEXT
) STRICT;
CREATE INDEX surveys_client ON surveys (client_id);

-- Not audited: the log can never forget, and these must be forgotten when the consent is taken back. They are written once.
CREATE TABLE survey_answers (
  id           TEXT PRIMARY KEY NOT NULL,
  survey_id    TEXT NOT NULL REFERENCES surveys (id),
  indicator_id TEXT NOT NULL,
  answer       INTEGER NOT NULL CHECK (answer BETWEEN 1 AND 7),
  created_at   TEXT NOT NULL
) STRICT;
CREATE INDEX survey_answers_survey ON survey_answers (survey_id);
