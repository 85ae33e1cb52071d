-- The language it was held in, as a BCP 47 primary subtag; null: nobody said.
ALTER TABLE interactions ADD COLUMN language TEXT;

-- A contact is purged only when nobody refers to it: without these, each purge reads the tables from end to end.
CREATE INDEX consents_contact ON consents (contact_id);
CREATE INDEX satisfactions_contact ON satisfactions (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX surveys_contact ON surveys (contact_id) WHERE contact_id IS NOT NULL;
