-- plan.sql: decides what to do with each row of `explained` at `plan_time.now_at`, as `planFailures` in lib/plan/plan.ts.
-- Each step adds columns to the one before. In a log, each attempt is a failure, and one that arrives ends all of its message.
DROP TABLE IF EXISTS planned;
CREATE TABLE planned AS
WITH RECURSIVE read_recipient AS (
  -- `'+55 (11) 98765-4321` and `5511987654321.0` are one number. What a recipient can hold is kept, as in
  -- lib/plan/recipient.ts; each step drops one other character, such as a blank or a carriage return.
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
    -- WhatsApp writes mobile numbers of Brazil, Mexico and Argentina with or without a digit.
    CASE
      WHEN digits IS NULL AND plain <> '' THEN plain
      -- A name in another script is compared as it is written.
      WHEN digits IS NULL THEN TRIM(written)
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
    COALESCE(explained.message_id, '') AS message_name,
    -- Without a code, only the status says that it failed.
    CASE WHEN explained.code IS NULL AND COALESCE(explained.status, '') NOT IN ('failed', 'arrived') THEN 'sent'
      ELSE COALESCE(explained.status, 'failed') END AS known_status,
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
ruled AS (
  SELECT
    located.*,
    plan_time.now_at AS now_at,
    ruled_entry.ruled_key AS ruled_key,
    COALESCE(rule.country_plan, ruled_entry.others_plan) AS rule_plan,
    -- A limit on what one recipient gets holds for all templates.
    CASE WHEN located.entry_plan = 'wait' THEN '' ELSE located.template_name END AS limit_template,
    CASE
      WHEN located.known_status = 'arrived' OR arrived.arrived_id IS NOT NULL THEN 'arrived'
      WHEN located.known_status = 'sent' OR located.success THEN 'none'
      WHEN located.entry_key IS NULL OR located.ambiguous THEN 'undecided'
      ELSE 'open'
    END AS standing
  FROM located
  CROSS JOIN plan_time
  LEFT JOIN (
    SELECT DISTINCT message_id AS arrived_id FROM failures WHERE status = 'arrived' AND message_id <> ''
  ) arrived ON arrived.arrived_id = located.message_id
  -- Other names than those of `located`, because ClickHouse would add the table to equal ones.
  LEFT JOIN (
    SELECT entry_key AS ruled_key, MAX(CASE WHEN country IS NULL THEN plan END) AS others_plan
    FROM errata_country_rule
    GROUP BY entry_key
  ) ruled_entry ON ruled_entry.ruled_key = located.entry_key
  LEFT JOIN (
    SELECT entry_key AS rule_key, country AS rule_country, plan AS country_plan FROM errata_country_rule
  ) rule ON rule.rule_key = located.entry_key AND rule.rule_country = located.region
),
repeated AS (
  SELECT
    ruled.*,
    -- The same failure, reported twice.
    CASE WHEN message_name <> '' AND ROW_NUMBER() OVER (
      PARTITION BY person, standing, entry_key, limit_template, message_name, attempt ORDER BY order_at, line
    ) > 1 THEN 1 ELSE 0 END AS is_repeat
  FROM ruled
),
timed AS (
  SELECT
    repeated.*,
    LAG(failed_at) OVER (
      PARTITION BY person, standing, entry_key, limit_template, is_repeat ORDER BY order_at, line
    ) AS previous_at
  FROM repeated
),
counted AS (
  SELECT
    timed.*,
    -- Only a failure that followed the wait after the one before is an attempt.
    SUM(CASE
      WHEN is_repeat = 1 OR failed_at - previous_at < COALESCE(wait_seconds, 0) THEN 0
      ELSE 1
    END) OVER (PARTITION BY person, standing, entry_key, limit_template) AS attempts,
    ROW_NUMBER() OVER (
      PARTITION BY person, standing, entry_key, limit_template ORDER BY order_at DESC, line DESC
    ) AS from_last,
    -- The last time at which the template arrived; an unknown time is later than all.
    MAX(CASE WHEN known_status = 'arrived' AND template_name <> '' THEN COALESCE(failed_at, 99999999999) END)
      OVER (PARTITION BY person, template_name) AS arrived_at
  FROM timed
),
waited AS (
  SELECT
    counted.*,
    -- At most 32 times the first wait.
    failed_at + wait_seconds * CASE
      WHEN attempts = 1 THEN 1 WHEN attempts = 2 THEN 2 WHEN attempts = 3 THEN 4 WHEN attempts = 4 THEN 8
      WHEN attempts = 5 THEN 16 ELSE 32
    END AS until_at
  FROM counted
),
stepped AS (
  SELECT
    waited.*,
    CASE
      WHEN entry_plan IN ('never', 'check') THEN 'code'
      WHEN rule_plan IS NOT NULL AND region IS NOT NULL THEN 'country'
      -- After the message of the customer, something else was the cause.
      WHEN window_from = 'customer-message' AND window_end > now_at AND failed_at IS NOT NULL AND template_name = ''
        THEN 'open-window'
      WHEN entry_plan = 'fix' AND turn = 'recipient' AND attempts >= 3 THEN 'lost'
      WHEN entry_plan = 'fix' THEN 'code'
      WHEN window_end <= now_at AND template_name = '' THEN 'closed-window'
      WHEN entry_plan = 'now' AND attempts > 1 OR entry_plan = 'slowly' AND attempts > 5 THEN 'tried'
      WHEN wait_seconds IS NULL THEN 'code'
      WHEN failed_at IS NULL THEN 'no-time'
      WHEN until_at <= now_at THEN 'waited'
      WHEN attempts > 1 THEN 'longer'
      ELSE 'waiting'
    END AS step
  FROM waited
),
decided AS (
  SELECT
    stepped.*,
    CASE
      WHEN step = 'code' THEN entry_plan
      WHEN step = 'country' THEN rule_plan
      WHEN step = 'open-window' AND failed_at + 60 < window_end - 86400 THEN 'now'
      WHEN step = 'lost' THEN 'never'
      WHEN step = 'closed-window' THEN 'fix'
      WHEN step IN ('no-time', 'longer', 'waiting') THEN 'wait'
      WHEN step = 'waited' AND entry_plan = 'slowly' THEN 'slowly'
      -- What somebody manages may be as before, unless it only syncs.
      WHEN step = 'waited' AND turn IN ('you', 'meta') AND entry_class <> 'sync' THEN 'check'
      WHEN step = 'waited' THEN 'now'
      ELSE 'check'
    END AS own_plan
  FROM stepped
),
grouped AS (
  SELECT
    decided.*,
    -- The last failure of a recipient with a code decides for all.
    MAX(CASE WHEN from_last = 1 THEN own_plan END)
      OVER (PARTITION BY person, standing, entry_key, limit_template) AS group_plan,
    MAX(CASE WHEN from_last = 1 THEN step END)
      OVER (PARTITION BY person, standing, entry_key, limit_template) AS group_step,
    MAX(CASE WHEN from_last = 1 AND step IN ('longer', 'waiting') THEN until_at END)
      OVER (PARTITION BY person, standing, entry_key, limit_template) AS group_until,
    -- A recipient who opted out or cannot be reached gets nothing that is only sent again.
    MAX(CASE WHEN from_last = 1 AND standing = 'open' AND turn = 'recipient' AND own_plan = 'never' THEN 1 ELSE 0 END)
      OVER (PARTITION BY person) AS is_stopped
  FROM decided
),
judged AS (
  SELECT
    grouped.*,
    CASE
      WHEN standing <> 'open' OR group_plan NOT IN ('now', 'slowly') THEN 'decided'
      WHEN known_status <> 'failed' THEN 'unknown-status'
      WHEN ruled_key IS NOT NULL AND region IS NULL THEN 'unknown-country'
      WHEN is_stopped = 1 THEN 'stop-list'
      WHEN arrived_at >= order_at THEN 'arrived'
      ELSE 'candidate'
    END AS judgement
  FROM grouped
),
chosen AS (
  SELECT
    judged.*,
    -- Of several failures of a recipient with one template, the last goes out.
    ROW_NUMBER() OVER (PARTITION BY person, template_name, judgement ORDER BY order_at DESC, line DESC) AS place
  FROM judged
)
SELECT
  line, message_id, attempt, recipient, template, entry_key,
  CASE
    WHEN standing IN ('arrived', 'none') THEN NULL
    WHEN standing = 'undecided' THEN 'check'
    WHEN judgement = 'decided' OR judgement = 'candidate' AND place = 1 THEN group_plan
    ELSE 'check'
  END AS plan,
  CASE
    WHEN standing = 'none' THEN NULL
    WHEN standing <> 'open' THEN standing
    WHEN judgement = 'candidate' AND place > 1 THEN 'same-recipient'
    WHEN judgement NOT IN ('decided', 'candidate') THEN judgement
    WHEN group_step IN ('code', 'waiting') THEN NULL
    WHEN group_step IN ('lost', 'tried', 'longer') THEN 'repeated'
    ELSE group_step
  END AS reason,
  CASE WHEN standing = 'open' AND judgement = 'decided' THEN group_until END AS wait_until
FROM chosen;
