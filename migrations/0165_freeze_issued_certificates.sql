-- Which item of its file a digital certificate was taken from: one file may calibrate several.
ALTER TABLE certificates ADD COLUMN dcc_item INTEGER;
CREATE INDEX certificates_dcc_sha256 ON certificates (dcc_sha256) WHERE dcc_sha256 IS NOT NULL;
CREATE INDEX certificates_newest ON certificates (calibrated_on DESC, id DESC) WHERE deleted_at IS NULL;

-- What an issued certificate says never changes (ISO/IEC 17025:2017 7.8.8): another one replaces it. A scan of it may be
-- attached later; nothing else.
CREATE TRIGGER certificates_issued_is_kept
BEFORE UPDATE ON certificates
WHEN old.state = 'issued' AND (
  new.state IS NOT old.state OR new.instrument_id IS NOT old.instrument_id OR new.number IS NOT old.number
  OR new.number_key IS NOT old.number_key OR new.origin IS NOT old.origin OR new.is_own_laboratory IS NOT old.is_own_laboratory
  OR new.laboratory_name IS NOT old.laboratory_name OR new.calibrated_on IS NOT old.calibrated_on
  OR new.issued_on IS NOT old.issued_on OR new.is_complete IS NOT old.is_complete
  OR new.as_found_verdict IS NOT old.as_found_verdict OR new.verdict IS NOT old.verdict
  OR new.point_count IS NOT old.point_count OR new.document IS NOT old.document OR new.replaces_id IS NOT old.replaces_id
  OR new.calibration_order_id IS NOT old.calibration_order_id OR new.dcc_sha256 IS NOT old.dcc_sha256
  OR new.dcc_identifier IS NOT old.dcc_identifier OR new.dcc_version IS NOT old.dcc_version
  OR new.dcc_signature IS NOT old.dcc_signature OR new.dcc_item IS NOT old.dcc_item OR new.staff_id IS NOT old.staff_id
  OR new.created_at IS NOT old.created_at OR new.deleted_at IS NOT old.deleted_at
)
BEGIN
  SELECT RAISE(ABORT, 'an issued certificate never changes');
END;

-- Its points stand at 0 … point_count − 1, each place once: none can be changed, and none added.
CREATE UNIQUE INDEX certificate_points_place ON certificate_points (certificate_id, position);
CREATE TRIGGER certificate_points_issued_are_kept
BEFORE UPDATE ON certificate_points
WHEN (SELECT state FROM certificates WHERE id = old.certificate_id) = 'issued'
BEGIN
  SELECT RAISE(ABORT, 'an issued certificate never changes');
END;
CREATE TRIGGER certificate_points_issued_are_all
BEFORE INSERT ON certificate_points
WHEN new.position NOT BETWEEN 0 AND (SELECT point_count FROM certificates WHERE id = new.certificate_id) - 1
  AND (SELECT state FROM certificates WHERE id = new.certificate_id) = 'issued'
BEGIN
  SELECT RAISE(ABORT, 'an issued certificate never changes');
END;
