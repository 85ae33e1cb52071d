-- Amounts of different currencies are not compared: a list by value is read currency by currency.
DROP INDEX client_summaries_value;
CREATE INDEX client_summaries_value ON client_summaries (value_currency, value_minor, id);
