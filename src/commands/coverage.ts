import { archiveDocuments, readArchive } from '../batch/archive.ts'
import { isRead, type Outcome } from '../batch/outcome.ts'
import { numbersFrom } from '../geometry.ts'
import { COVERAGE, coverageRow } from '../write/relations/coverage.ts'
import type { Row } from '../write/relations/relation.ts'
import {
  type Arguments,
  type Command,
  EXIT,
  ROW_OPTIONS,
  resultsFolder,
  rowForm,
  type Surroundings,
  tellGone,
} from './command.ts'
import { type Language, saidIn } from './said.ts'

/** A document that gave nothing, as far as it is known. */
const lost = ({ name, status, pages, subject }: Outcome): Row => ({
  region: subject?.region ?? null,
  department: subject?.department ?? null,
  fiscal_year: subject?.fiscalYear ?? null,
  kind: subject?.kind ?? null,
  document: name,
  status,
  current: false,
  pages,
  tables: 0,
  standard_tables: 0,
})

type Said = ReturnType<typeof saidIn>

/** Years of a department in a line: 2023 budget, and the gaps between the first and the last. */
function years(rows: readonly Row[], { kinds, noKind, gap, noYear }: Said): string {
  const found = new Map<number, Set<string>>()
  for (const { fiscal_year: year, kind } of rows)
    if (typeof year === 'number')
      found.set(year, (found.get(year) ?? new Set()).add(kinds[String(kind) as keyof typeof kinds] ?? noKind))
  const all = [...found.keys()]
  if (all.length === 0) return noYear
  const [first, last] = [Math.min(...all), Math.max(...all)]
  return numbersFrom(first, last + 1)
    .map(year => `${year} ${[...(found.get(year) ?? [gap])].sort().join('+')}`)
    .join('  ')
}

/** What of a document is missing, and what it has instead. */
function notes(row: Row, said: Said): string[] {
  const { document, status, missing_tables: missing, empty_tables: empty, scanned_pages: scans, current, part_of: lead } = row
  const hasTables = status === 'ok' || status === 'partial'
  const parts = [
    ...(lead ? [said.partOf(String(lead))] : hasTables ? [] : [said.noData(String(status))]),
    ...(missing ? [said.missingTables(String(missing))] : []),
    ...(empty ? [said.emptyTables(String(empty))] : []),
    ...(scans ? [said.scannedPages(String(scans))] : []),
    ...(current === false && hasTables ? [said.replaced] : []),
  ]
  return parts.length === 0 ? [] : [`    ${document}: ${parts.join('; ')}`]
}

/** The name under which the documents of a department are counted as its own. */
export const officeName = ({ region, department }: { readonly region?: unknown; readonly department?: unknown }): string =>
  [region, department].filter(Boolean).join(' ')

/** For a person: a line a department with its years, then what is wrong with which document. */
export function coverageText(rows: readonly Row[], language: Language): string {
  const said = saidIn(language)
  const [known, unknown] = [true, false].map(wanted => rows.filter(row => Boolean(row['department']) === wanted))
  const departments = Map.groupBy(known ?? [], officeName)
  const lines = [...departments]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, own]) => [`${name}  ${years(own, said)}`, ...own.flatMap(row => notes(row, said))])
  // Documents that name no department are not one department: each stands for itself.
  const nameless = (unknown ?? []).flatMap(row => [
    `${said.noOffice} ${row['document']}  ${years([row], said)}`,
    ...notes(row, said),
  ])
  const without = nameless.length === 0 ? '' : said.nobody(unknown?.length ?? 0)
  return `${[...lines, ...nameless].join('\n')}\n${said.covered(departments.size, rows.length, without)}\n`
}

async function run(args: Arguments, surroundings: Surroundings): Promise<number> {
  const { cwd, print, language } = surroundings
  const form = rowForm(args)
  const out = resultsFolder(args, cwd)
  const rows: Row[] = []
  for await (const document of archiveDocuments(out, tellGone(surroundings))) rows.push(coverageRow(document))
  rows.push(...(await readArchive(out)).filter(outcome => !isRead(outcome) && outcome.duplicateOf === null).map(lost))
  print(form === null ? coverageText(rows, language) : form.head(COVERAGE) + form.rows(COVERAGE, rows))
  return EXIT.done
}

/** Which departments and years an archive has, and what is missing, empty or scanned. */
export const command: Command = {
  usage: '<output> [--csv|--json]',
  options: ROW_OPTIONS,
  run,
}
