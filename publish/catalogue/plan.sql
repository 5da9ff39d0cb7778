-- plan.sql: decides what to do with each row of `explained` at `plan_time.now_at`, by the rules of data/plan-rules.json:
-- `npm run catalogue` writes them where a name is in double braces. Each step adds columns to the one before. In a log, each attempt is a failure, and one that arrives ends all of its message.
DROP TABLE IF EXISTS planned;
CREATE TABLE planned AS
WITH RECURSIVE read_recipient AS (
  -- `'+55 (11) 98765-4321` and `5511987654321.0` are one number. What a recipient can hold is kept, as in
  -- lib/answer/plan/recipient.ts; each step drops one other character, such as a blank or a carriage return.
  SELECT DISTINCT recipient AS written, SUBSTR(recipient, 1, 0) AS kept, REPLACE(REPLACE(recipient, '•', '*'), '…', '*') AS rest
  FROM failures
  WHERE recipient <> ''
  UNION ALL
  SELECT
    written,
    kept || SUBSTR(rest, 1, LENGTH(rest) - LENGTH(LTRIM(rest, '*+.0123456789:@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'))),
    SUBSTR(LTRIM(rest, '*+.0123456789:@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'), 2)
  FROM read_recipient
  WHERE rest <> ''
),
plain_recipient AS (
  SELECT written, LOWER(kept) AS plain FROM read_recipient WHERE rest = ''
),
whole_recipient AS (
  SELECT
    written,
    plain,
    CASE WHEN plain LIKE '%.0' THEN SUBSTR(plain, 1, LENGTH(plain) - 2) ELSE plain END AS whole
  FROM plain_recipient
),
dialled_recipient AS (
  SELECT
    written,
    plain,
    CASE WHEN whole LIKE 'whatsapp:%' THEN SUBSTR(whole, 10) WHEN whole LIKE 'tel:%' THEN SUBSTR(whole, 5)
      ELSE whole END AS dialled
  FROM whole_recipient
),
numbered_recipient AS (
  SELECT
    written,
    plain,
    CASE WHEN dialled LIKE '+%' OR dialled LIKE '00%' THEN 7 ELSE 11 END AS min_digits,
    -- `x` is a masked digit. Null if it is no number.
    CASE
      WHEN dialled IN ('', '+')
        OR LTRIM(LTRIM(SUBSTR(dialled, 1, 1), '+') || SUBSTR(dialled, 2), '0123456789.*x') <> '' THEN NULL
      ELSE REPLACE(REPLACE(
        CASE WHEN dialled LIKE '+%' THEN SUBSTR(dialled, 2) WHEN dialled LIKE '00%' THEN SUBSTR(dialled, 3)
          ELSE dialled END,
      '.', ''), '*', 'x')
    END AS digits
  FROM dialled_recipient
),
keyed_recipient AS (
  SELECT
    numbered_recipient.*,
    -- Null for an incomplete number: a national one would be read as that of another country.
    CASE
      WHEN LENGTH(digits) < min_digits OR digits LIKE '%x%' THEN NULL
      WHEN digits LIKE '1%' AND (LENGTH(digits) <> 11 OR SUBSTR(digits, 2, 1) < '2' OR SUBSTR(digits, 5, 1) < '2') THEN NULL
      ELSE digits
    END AS complete_number,
    -- Null for `5.51196E+12`, what a spreadsheet leaves of a number of 12 or more digits.
    -- WhatsApp writes mobile numbers of Brazil, Mexico and Argentina with or without a digit.
    CASE
      WHEN plain NOT LIKE 'e%' AND LTRIM(plain, '.0123456789') LIKE 'e+__'
        AND LTRIM(SUBSTR(plain, LENGTH(plain) - 1), '0123456789') = '' THEN NULL
      WHEN digits IS NULL AND plain <> '' THEN plain
      -- A name in another script is compared as it is written. TRIM of DuckDB removes other blanks, too.
      WHEN digits IS NULL THEN LTRIM(RTRIM(written, ' '), ' ')
      WHEN LENGTH(digits) <> 13 OR digits LIKE '%x%' THEN digits
      WHEN digits LIKE '55__9%' THEN SUBSTR(digits, 1, 4) || SUBSTR(digits, 6)
      WHEN digits LIKE '521%' OR digits LIKE '549%' THEN SUBSTR(digits, 1, 2) || SUBSTR(digits, 4)
      ELSE digits
    END AS recipient_key
  FROM numbered_recipient
),
placed_recipient AS (
  SELECT
    keyed.written AS written,
    keyed.recipient_key AS recipient_key,
    COALESCE(area.country, three.country, two.country, one.country) AS number_country
  FROM keyed_recipient keyed
  LEFT JOIN errata_calling_code area ON area.prefix = SUBSTR(keyed.complete_number, 1, 4)
  LEFT JOIN errata_calling_code three ON three.prefix = SUBSTR(keyed.complete_number, 1, 3)
  LEFT JOIN errata_calling_code two ON two.prefix = SUBSTR(keyed.complete_number, 1, 2)
  LEFT JOIN errata_calling_code one ON one.prefix = SUBSTR(keyed.complete_number, 1, 1)
),
located AS (
  SELECT
    explained.*,
    COALESCE(explained.failed_at, 0) AS order_at,
    COALESCE(explained.template, '') AS template_name,
    -- As of a recipient, a rounded number names none.
    CASE
      WHEN LOWER(explained.message_id) NOT LIKE 'e%' AND LTRIM(LOWER(explained.message_id), ',.0123456789') LIKE 'e+__'
        AND LTRIM(SUBSTR(explained.message_id, LENGTH(explained.message_id) - 1), '0123456789') = '' THEN ''
      ELSE COALESCE(explained.message_id, '')
    END AS message_name,
    CASE
      -- Without a code, only the status says that it failed.
      WHEN explained.code IS NULL AND COALESCE(explained.status, '') NOT IN ('failed', 'arrived') THEN 'sent'
      WHEN COALESCE(explained.status, 'failed') IN ('failed', 'arrived', 'sent') THEN COALESCE(explained.status, 'failed')
      ELSE 'other'
    END AS message_status,
    -- A failure of an unknown recipient is alone.
    CASE WHEN COALESCE(placed.recipient_key, '') = '' THEN 'line ' || CAST(explained.line AS VARCHAR(20))
      ELSE 'recipient ' || placed.recipient_key END AS person,
    COALESCE(
      placed.number_country,
      CASE WHEN LENGTH(explained.country) = 2
        AND LTRIM(UPPER(explained.country), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') = '' THEN UPPER(explained.country) END
    ) AS region
  FROM explained
  LEFT JOIN placed_recipient placed ON placed.written = explained.recipient
),
known AS (
  SELECT
    located.*,
    plan_time.now_at AS now_at,
    ruled_entry.ruled_key AS ruled_key,
    CASE WHEN region IS NOT NULL THEN COALESCE(rule.own_plan, ruled_entry.others_plan) END AS country_plan,
    -- A limit on what one recipient gets holds for all templates.
    CASE WHEN located.entry_plan = 'wait' THEN '' ELSE located.template_name END AS limit_template,
    CASE WHEN located.message_status = 'arrived' OR arrived.arrived_id IS NOT NULL THEN 'yes' END AS delivered,
    CASE WHEN located.success THEN 'success'
      WHEN located.entry_key IS NULL OR located.ambiguous THEN 'undecided' ELSE 'known' END AS meaning
  FROM located
  CROSS JOIN plan_time
  LEFT JOIN (
    SELECT DISTINCT message_id AS arrived_id FROM failures WHERE status = 'arrived' AND message_id <> ''
  ) arrived ON arrived.arrived_id = located.message_name
  -- Other names than those of `located`, because ClickHouse would add the table to equal ones.
  LEFT JOIN (
    SELECT entry_key AS ruled_key, MAX(CASE WHEN country IS NULL THEN plan END) AS others_plan
    FROM errata_country_rule
    GROUP BY entry_key
  ) ruled_entry ON ruled_entry.ruled_key = located.entry_key
  LEFT JOIN (
    SELECT entry_key AS rule_key, country AS rule_country, plan AS own_plan FROM errata_country_rule
  ) rule ON rule.rule_key = located.entry_key AND rule.rule_country = located.region
),
opened AS (
  SELECT
    known.*,
    {{rule of message, else open}} AS message_rule
  FROM known
),
repeated AS (
  SELECT
    opened.*,
    -- The same failure, reported twice.
    CASE WHEN message_name <> '' AND ROW_NUMBER() OVER (
      PARTITION BY person, message_rule, entry_key, limit_template, message_name, attempt ORDER BY order_at, line
    ) > 1 THEN 1 ELSE 0 END AS is_repeat
  FROM opened
),
timed AS (
  SELECT
    repeated.*,
    LAG(failed_at) OVER (
      PARTITION BY person, message_rule, entry_key, limit_template, is_repeat ORDER BY order_at, line
    ) AS previous_at
  FROM repeated
),
counted AS (
  SELECT
    timed.*,
    -- Only a failure that followed the pause after the one before is an attempt.
    SUM(CASE
      WHEN is_repeat = 1 OR failed_at - previous_at < COALESCE(wait_seconds, 0) THEN 0
      ELSE 1
    END) OVER (PARTITION BY person, message_rule, entry_key, limit_template) AS attempts,
    ROW_NUMBER() OVER (
      PARTITION BY person, message_rule, entry_key, limit_template ORDER BY order_at DESC, line DESC
    ) AS from_last,
    -- The last time at which the template arrived; an unknown time is later than all.
    MAX(CASE WHEN message_status = 'arrived' AND template_name <> '' THEN COALESCE(failed_at, 99999999999) END)
      OVER (PARTITION BY person, template_name) AS arrived_at
  FROM timed
),
paused AS (
  SELECT
    counted.*,
    -- At most 32 times the first pause.
    failed_at + wait_seconds * CASE
      WHEN attempts = 1 THEN 1 WHEN attempts = 2 THEN 2 WHEN attempts = 3 THEN 4 WHEN attempts = 4 THEN 8
      WHEN attempts = 5 THEN 16 ELSE 32
    END AS pause_end
  FROM counted
),
considered AS (
  SELECT
    paused.*,
    entry_plan AS code_plan,
    CASE WHEN window_from = 'customer-message' THEN 'yes' ELSE 'no' END AS about_window,
    CASE WHEN template_name <> '' THEN NULL WHEN window_end > now_at THEN 'open'
      WHEN window_end <= now_at THEN 'closed' END AS window_state,
    -- Times are often cut to the minute.
    CASE WHEN failed_at + 60 < window_end - 86400 THEN 'before-message'
      WHEN failed_at + 60 >= window_end - 86400 THEN 'in-window' END AS failed,
    CASE WHEN wait_seconds IS NULL THEN 'none' WHEN failed_at IS NULL THEN 'no-time'
      WHEN pause_end <= now_at THEN 'over' ELSE 'running' END AS pause,
    CASE WHEN entry_plan = 'slowly' THEN 'slowly'
      -- What somebody manages may be as before, unless it only syncs.
      WHEN turn IN ('you', 'meta') AND entry_class <> 'sync' THEN 'check' ELSE 'now' END AS after_pause
  FROM paused
),
ruled AS (
  SELECT
    considered.*,
    {{rule of failure}} AS failure_rule
  FROM considered
),
decided AS (
  SELECT
    ruled.*,
    {{plan of failure}} AS own_plan
  FROM ruled
),
grouped AS (
  SELECT
    decided.*,
    -- The last failure of a recipient with a code decides for all.
    MAX(CASE WHEN from_last = 1 THEN own_plan END)
      OVER (PARTITION BY person, message_rule, entry_key, limit_template) AS group_plan,
    MAX(CASE WHEN from_last = 1 THEN failure_rule END)
      OVER (PARTITION BY person, message_rule, entry_key, limit_template) AS group_rule,
    MAX(CASE WHEN from_last = 1 AND failure_rule IN ({{sendAfter of failure}}) THEN pause_end END)
      OVER (PARTITION BY person, message_rule, entry_key, limit_template) AS group_send_after,
    -- A recipient who opted out or cannot be reached gets nothing that is only sent again.
    MAX(CASE WHEN from_last = 1 AND message_rule = 'open' AND turn = 'recipient' AND own_plan = 'never' THEN 1 ELSE 0 END)
      OVER (PARTITION BY person) AS is_stopped
  FROM decided
),
weighed AS (
  SELECT
    grouped.*,
    CASE WHEN ruled_key IS NOT NULL AND region IS NULL THEN 'unknown' ELSE 'known' END AS recipient_country,
    CASE WHEN is_stopped = 1 THEN 'yes' END AS stopped,
    CASE WHEN arrived_at >= order_at THEN 'yes' END AS template_arrived
  FROM grouped
),
judged AS (
  SELECT
    weighed.*,
    CASE WHEN message_rule <> 'open' OR group_plan NOT IN ('now', 'slowly') THEN 'settled' ELSE
      {{rule of recipient, else candidate}}
    END AS recipient_rule
  FROM weighed
),
placed AS (
  SELECT
    judged.*,
    CASE WHEN recipient_rule <> 'candidate' THEN NULL
      WHEN ROW_NUMBER() OVER (
        PARTITION BY person, template_name, recipient_rule ORDER BY order_at DESC, line DESC
      ) = 1 THEN 'last' ELSE 'earlier' END AS place
  FROM judged
),
chosen AS (
  SELECT
    placed.*,
    {{rule of choice}} AS choice_rule
  FROM placed
),
planned_row AS (
  SELECT
    chosen.*,
    CASE
      WHEN message_rule <> 'open' THEN
        {{plan of message}}
      WHEN choice_rule IS NOT NULL THEN
        {{plan of choice}}
      WHEN recipient_rule NOT IN ('settled', 'candidate') THEN
        {{plan of recipient}}
      ELSE group_plan
    END AS plan,
    CASE
      WHEN message_rule <> 'open' THEN
        {{reason of message}}
      WHEN choice_rule IS NOT NULL THEN
        {{reason of choice}}
      WHEN recipient_rule NOT IN ('settled', 'candidate') THEN
        {{reason of recipient}}
      ELSE
        {{reason of failure by group_rule}}
    END AS reason
  FROM chosen
)
SELECT
  line, message_id, attempt, recipient, template, entry_key, plan, reason,
  CASE WHEN plan IS NULL OR message_rule = 'undecided' THEN NULL WHEN reason IS NULL THEN turn ELSE
    {{turn of turn, else turn}}
  END AS turn,
  CASE WHEN message_rule = 'open' AND recipient_rule = 'settled' THEN group_send_after END AS send_after
FROM planned_row;
