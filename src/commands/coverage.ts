import { archiveDocuments, readArchive } from '../batch/archive.ts'
import { type Outcome, succeeded } from '../batch/outcome.ts'
import { COVERAGE, coverageRow } from '../write/coverage.ts'
import type { Row } from '../write/relation.ts'
import { csvHead, csvRows, jsonlRows } from '../write/rows.ts'
import type { Language } from './chinese.ts'
import { type Arguments, type Command, EXIT, resultsFolder, type Surroundings } from './command.ts'
import { saidIn } from './said.ts'

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

const KINDS = { budget: '预', 'final-accounts': '决' } as const

/** Years of a department in a line: 2023 预 决, and the gaps between the first and the last. */
function years(rows: readonly Row[]): string {
  const found = new Map<number, Set<string>>()
  for (const { fiscal_year: year, kind } of rows)
    if (typeof year === 'number')
      found.set(year, (found.get(year) ?? new Set()).add(KINDS[String(kind) as keyof typeof KINDS] ?? '其他'))
  const all = [...found.keys()]
  if (all.length === 0) return '年度不明 (no year)'
  const [first, last] = [Math.min(...all), Math.max(...all)]
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
    .map(year => `${year} ${[...(found.get(year) ?? ['缺'])].sort().join('')}`)
    .join('  ')
}

const notes = ({
  document,
  status,
  missing_tables: missing,
  empty_tables: empty,
  scanned_pages: scans,
  current,
}: Row): string[] => {
  const parts = [
    ...(status === 'ok' || status === 'partial' ? [] : [`没有数据 (${status})`]),
    ...(missing ? [`缺表 ${missing}`] : []),
    ...(empty ? [`空表 ${empty}`] : []),
    ...(scans ? [`扫描页 ${scans}`] : []),
    ...(current === false && (status === 'ok' || status === 'partial') ? ['已有更新的版本'] : []),
  ]
  return parts.length === 0 ? [] : [`    ${document}: ${parts.join('; ')}`]
}

/** For a person: a line a department with its years, then what is wrong with which document. */
export function coverageText(rows: readonly Row[], language: Language): string {
  const said = saidIn(language)
  const [known, unknown] = [true, false].map(wanted => rows.filter(row => Boolean(row['department']) === wanted))
  const departments = Map.groupBy(known ?? [], row => [row['region'], row['department']].filter(Boolean).join(' '))
  const lines = [...departments]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, own]) => [`${name}  ${years(own)}`, ...own.flatMap(notes)])
  // Documents that name no department are not one department: each stands for itself.
  const nameless = (unknown ?? []).flatMap(row => [
    `部门不明 (no department) ${row['document']}  ${years([row])}`,
    ...notes(row),
  ])
  const without = nameless.length === 0 ? '' : said.nobody(unknown?.length ?? 0)
  return `${[...lines, ...nameless].join('\n')}\n${said.covered(departments.size, rows.length, without)}\n`
}

async function run(args: Arguments, surroundings: Surroundings): Promise<number> {
  const { flags } = args
  const { print, language } = surroundings
  const out = resultsFolder(args, surroundings)
  const rows: Row[] = []
  for await (const document of archiveDocuments(out)) rows.push(coverageRow(document))
  rows.push(...(await readArchive(out)).filter(outcome => !succeeded(outcome) && outcome.duplicateOf === null).map(lost))
  if (flags.has('json')) print(jsonlRows(COVERAGE, rows))
  else if (flags.has('csv')) print(csvHead(COVERAGE) + csvRows(COVERAGE, rows))
  else print(coverageText(rows, language))
  return EXIT.done
}

/** Which departments and years an archive has, and what is missing, empty or scanned. */
export const coverage: Command = {
  usage: '<output> [--csv|--json]',
  options: {
    csv: { type: 'boolean', help: 'print CSV' },
    json: { type: 'boolean', help: 'print one row a line as JSON' },
  },
  run,
}
