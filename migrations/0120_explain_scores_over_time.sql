ALTER TABLE client_summaries ADD COLUMN weights_id TEXT NOT NULL DEFAULT 'equal';
-- Share of each theme's weight that has data, as a JSON list in the order of the model.
ALTER TABLE client_summaries ADD COLUMN theme_coverage TEXT;
-- Why it was kept: the score had moved, or the month had ended with lists showing it.
ALTER TABLE score_snapshots ADD COLUMN cause TEXT NOT NULL DEFAULT 'change' CHECK (cause IN ('change', 'month-end'));
