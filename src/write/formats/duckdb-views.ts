import { OF_ANY_PLACE } from '../../budget/words.ts'

/** A document that tells no place of an office whose name many have stands for itself. */
const OF_ITSELF = `CASE WHEN s.region IS NULL AND regexp_matches(s.department, '${OF_ANY_PLACE.source}') THEN s.document END`
/** What has the same of these is one office with one kind of account. */
const OFFICE = `s.region, coalesce(s.department, s.document), ${OF_ITSELF}, s.scope, s.kind, s.measure`

/** 三公 of an office in all, one row a year and kind as the documents of the year tell it; the newest publication, and of one in parts the table before the text that tells it too. */
const SANGONG_BY_YEAR = `CREATE VIEW sangong_by_year AS
  WITH told AS (
    SELECT s.*, bool_or(s.source = 'table') OVER (PARTITION BY ${OFFICE}, s.fiscal_year) AS has_table,
           row_number() OVER (PARTITION BY ${OFFICE}, s.fiscal_year, s.source, s.total ORDER BY s.previous IS NULL, s.narrative IS NULL, s.document) AS time
    FROM sangong s JOIN documents d USING (document)
    WHERE d.current AND s.fund = 'all' AND s.fiscal_year IS NOT DISTINCT FROM s.document_year)
  SELECT s.region, s.department, s.scope, s.fiscal_year, s.kind, s.measure, s.abroad, s.purchase, s.running, s.vehicles, s.reception, s.total,
         s.total - lag(s.total) OVER (PARTITION BY ${OFFICE} ORDER BY s.fiscal_year) AS change,
         s.narrative, s.difference, s.document, s.page
  FROM told s WHERE (s.source = 'table' OR NOT s.has_table) AND s.time = 1`

/** Views for the usual questions, in the order in which they build on each other. */
export const VIEWS: readonly string[] = [
  `CREATE VIEW current_documents AS SELECT * FROM documents WHERE current AND kind IN ('budget', 'final-accounts')`,
  `CREATE VIEW current_facts AS SELECT f.* FROM facts f JOIN documents d USING (document) WHERE d.current`,
  SANGONG_BY_YEAR,
  `CREATE VIEW broken_identities AS
   SELECT d.region, d.department, d.fiscal_year, d.kind AS document_kind, c.* FROM checks c JOIN documents d USING (document)
   WHERE d.current AND c.outcome = 'broken'`,
  // Levels of the tree stand side by side and are told apart by their length: sum one of them only.
  `CREATE VIEW expenditure_by_function AS
   SELECT f.region, f.department, d.scope, f.fiscal_year, f.kind, f.code,
          CASE length(f.code) WHEN 3 THEN 'class' WHEN 5 THEN 'section' WHEN 7 THEN 'item' END AS level,
          any_value(f.name) AS name, max(f.yuan) AS yuan, arg_max(f.page, f.yuan) AS page,
          arg_max(f.code_source, f.yuan) AS code_source, f.document
   FROM current_facts f JOIN documents d USING (document)
   WHERE f.code_kind = 'function' AND f.table_kind IN ('bud.gpb', 'fin.05') AND f.column_key IN ('total', 'current.total')
   GROUP BY f.region, f.department, d.scope, f.fiscal_year, f.kind, f.code, f.document`,
  `CREATE VIEW coverage AS
   SELECT region, coalesce(department, document) AS department, department IS NOT NULL AS named, scope, fiscal_year, kind,
          count(*) AS documents, sum(tables) AS tables, sum(errors) AS errors
   FROM current_documents GROUP BY ALL`,
]
