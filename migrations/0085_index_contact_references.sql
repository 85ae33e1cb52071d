-- A contact can be purged (undo of an import, removal of the sample) only when nobody refers to it: without these, each
-- purge reads both tables from end to end.
CREATE INDEX client_channels_contact ON client_channels (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX interactions_contact ON interactions (contact_id) WHERE contact_id IS NOT NULL;
