-- Lists by state ask which open due days were extended; few are.
CREATE INDEX calibration_dues_extended ON calibration_dues (instrument_id)
WHERE extended_to_on IS NOT NULL AND done_on IS NULL AND closed_as IS NULL AND deleted_at IS NULL;
