-- The digest of dossier logs: what src/rules/log and src/rules/log-digest.ts do with one log in memory,
-- for any number of rows. It reads
--   dossiers (unit, district, account, procedure, day)  texts as they stand in the logs
--   units    (unit, district, code)                     which unit such texts mean; '' for none
--   period   (first, last)                              the scored days; null where every row counts
-- and leaves `digest`, a row a unit, and `left_out`, how many rows aren't counted and why.

CREATE TEMP VIEW clean AS
SELECT
  coalesce(trim(unit, e' \t\r\n\v\f'), '') AS unit,
  coalesce(trim(district, e' \t\r\n\v\f'), '') AS district,
  nullif(trim(account, e' \t\r\n\v\f'), '') AS account,
  nullif(trim(procedure, e' \t\r\n\v\f'), '') AS procedure,
  -- A time of day may stand before the day.
  regexp_replace(ltrim(day, e' \'"\t'), '^\d{1,2}:\S*\s+', '') AS day
FROM dossiers;

-- 05/11/2023, 2023-11-05, 20231105, or a number as Excel keeps days: the day comes before the month.
CREATE TEMP VIEW split AS
SELECT
  * EXCLUDE (day),
  CASE
    WHEN regexp_matches(day, '^\d{8}(\D|$)')
      THEN [substr(day, 1, 4), substr(day, 5, 2), substr(day, 7, 2)]
    ELSE string_split(
      regexp_extract(day, '^(\d+[/.-]\d+[/.-]\d+)(\D|$)', 1),
      regexp_extract(day, '^\d+([/.-])', 1))
  END AS parts,
  try_cast(regexp_extract(day, '^(\d{5})(\.\d+)?\s*$', 1) AS INTEGER) AS serial
FROM clean;

CREATE TEMP VIEW dated AS
SELECT
  * EXCLUDE (parts, serial),
  CASE
    WHEN serial BETWEEN 20000 AND 79999 THEN DATE '1899-12-30' + serial
    WHEN len(parts) <> 3 THEN NULL
    WHEN len(parts[1]) = 4 THEN try_cast(concat_ws('-', parts[1], parts[2], parts[3]) AS DATE)
    WHEN len(parts[3]) = 4 THEN try_cast(concat_ws('-', parts[3], parts[2], parts[1]) AS DATE)
  END AS day
FROM split;

-- A log in which no day can be read isn't held against the period.
CREATE TEMP TABLE scored AS
SELECT first, last FROM period
WHERE first IS NOT NULL AND EXISTS (SELECT 1 FROM dated WHERE day IS NOT NULL);

CREATE TEMP VIEW told AS
SELECT
  units.code,
  account,
  procedure,
  CASE
    WHEN dated.unit = '' AND district = '' AND account IS NULL AND procedure IS NULL AND day IS NULL
      THEN 'blank'
    WHEN scored.first IS NOT NULL AND day IS NULL THEN 'undated'
    WHEN day NOT BETWEEN scored.first AND scored.last THEN 'outside'
    WHEN units.code = '' THEN 'unmatched'
    WHEN account IS NULL THEN 'without_account'
    ELSE 'counted'
  END AS why
FROM dated
JOIN units USING (unit, district)
LEFT JOIN scored ON true;

CREATE TEMP TABLE by_procedure AS
SELECT code, account, procedure, count(*) AS dossiers
FROM told WHERE why = 'counted'
GROUP BY ALL;

CREATE TEMP TABLE left_out AS
SELECT why, count(*) AS rows FROM told WHERE why NOT IN ('counted', 'blank') GROUP BY why;

CREATE TEMP TABLE by_account AS
SELECT
  code,
  account,
  sum(dossiers) AS dossiers,
  -- Of equals the first by its letters.
  arg_min(procedure, (-dossiers, procedure)) FILTER (procedure IS NOT NULL) AS procedure,
  coalesce(max(dossiers) FILTER (procedure IS NOT NULL), 0) AS of_procedure,
  row_number() OVER (PARTITION BY code ORDER BY sum(dossiers) DESC, account) AS place
FROM by_procedure
GROUP BY code, account;

CREATE TEMP VIEW digest AS
SELECT
  code,
  sum(dossiers) AS dossiers,
  count(*) AS accounts,
  sum(dossiers) FILTER (place <= 1) AS on_busiest_1,
  sum(dossiers) FILTER (place <= 3) AS on_busiest_3,
  sum(dossiers) FILTER (place <= 5) AS on_busiest_5,
  list({ account: account, dossiers: dossiers, procedure: procedure, of_procedure: of_procedure }
       ORDER BY place) FILTER (place <= 5) AS busiest
FROM by_account
GROUP BY code
ORDER BY code;
