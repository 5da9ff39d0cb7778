-- explained.sql: joins each row of `failures` with the catalogue.
DROP VIEW IF EXISTS explained;
CREATE VIEW explained AS
-- Each column has a name: otherwise ClickHouse adds the table to it.
SELECT
  failures.line AS line, failures.message_id AS message_id, failures.attempt AS attempt, failures.failed_at AS failed_at,
  failures.provider AS provider, failures.code AS code, failures.subcode AS subcode, failures.fee_micros AS fee_micros,
  failures.status AS status, failures.recipient AS recipient, failures.country AS country, failures.template AS template,
  failures.window_end AS window_end,
  entry.entry_key AS entry_key, entry.title AS title, entry.turn AS turn, entry.retry AS retry,
  entry.wait_seconds AS wait_seconds, entry.next_step AS next_step, entry.success AS success,
  entry.entry_plan AS entry_plan, entry.window_from AS window_from,
  entry.class AS entry_class,
  COALESCE(pair.ambiguous, passed_pair.ambiguous, alone.ambiguous, plain.ambiguous, passed.ambiguous) AS ambiguous
FROM failures
LEFT JOIN errata_provider sender ON sender.provider = failures.provider
-- A code with its subcode is more specific than the code alone.
LEFT JOIN errata_code pair
  ON pair.provider = failures.provider AND pair.code = failures.code AND pair.subcode = failures.subcode
  AND pair.meaning_rank = 1
LEFT JOIN errata_code plain
  ON plain.provider = failures.provider AND plain.code = failures.code AND plain.subcode IS NULL
  AND plain.meaning_rank = 1
-- Many providers pass on Meta's codes unchanged.
LEFT JOIN errata_code passed_pair
  ON passed_pair.provider = sender.passes_on AND passed_pair.code = failures.code
  AND passed_pair.subcode = failures.subcode AND passed_pair.meaning_rank = 1
LEFT JOIN errata_code passed
  ON passed.provider = sender.passes_on AND passed.code = failures.code AND passed.subcode IS NULL
  AND passed.meaning_rank = 1
-- A subcode of seven digits means the same with every code of its provider. The condition is part of the key, because DuckDB
-- would compare all pairs of rows otherwise.
LEFT JOIN errata_code alone
  ON alone.provider = COALESCE(passed.provider, plain.provider)
  AND alone.code = CASE WHEN LENGTH(failures.subcode) >= 7 THEN failures.subcode END
  AND alone.subcode IS NULL AND alone.meaning_rank = 1
LEFT JOIN errata_entry entry
  ON entry.entry_key = COALESCE(
    pair.entry_key, passed_pair.entry_key, alone.entry_key, plain.entry_key, passed.entry_key
  );
