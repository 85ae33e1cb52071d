-- How an instrument is found and named in lists: derived from its row, so apart from it and without an audit of its own.
CREATE TABLE instrument_index (
  id          TEXT PRIMARY KEY NOT NULL,
  -- Its own name (manufacturer and model, else description, else serial) in the order in which people look names up.
  name_sort   TEXT NOT NULL,
  serial_sort TEXT NOT NULL,
  search_text TEXT NOT NULL
) STRICT;

CREATE TRIGGER instruments_purged AFTER DELETE ON instruments
BEGIN
  DELETE FROM instrument_index WHERE id = old.id;
END;

-- Whole lists in the order of their due days, what has none last; what is in the bin is in no list.
CREATE INDEX instruments_listed_by_due ON instruments (due_on, id) WHERE deleted_at IS NULL;
CREATE INDEX instruments_listed_by_delivery ON instruments (delivered_on, id) WHERE deleted_at IS NULL;
CREATE INDEX instruments_standards ON instruments (id) WHERE is_standard = 1 AND deleted_at IS NULL;
CREATE INDEX instrument_index_serial ON instrument_index (serial_sort, id);
-- Few clients are in the bin, and every list of instruments leaves theirs out.
CREATE INDEX clients_in_bin ON clients (id) WHERE deleted_at IS NOT NULL;
