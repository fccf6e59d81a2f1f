import { type Contained, contained, containedEach } from '../contained.ts'
import type { Finding } from '../finding.ts'
import type { PageText, Table } from '../table/table.ts'
import { entryOf } from './catalog/catalog.ts'
import { type Account, type Around, aroundOf, type Identification, identify } from './catalog/identify.ts'
import { columnsOf } from './columns/columns.ts'
import { type BudgetTable, type Dataset, type Known, TOLD_KIND } from './dataset.ts'
import { accountOfHeadings } from './document/account.ts'
import { coverOf } from './document/cover.ts'
import { type CoverSays, coverSays } from './document/government.ts'
import { metadataOf } from './document/metadata.ts'
import { indicatorsOf } from './goals/indicators.ts'
import { type UnitUse, unitOf, unitUse } from './money/unit.ts'
import { unitFindings } from './money/unit-alarm.ts'
import { withSettledUnits } from './money/unit-figures.ts'
import { unreadAmounts, unreadGoals, unreadSangong } from './money/unread.ts'
import { proseFacts } from './prose/facts.ts'
import { paragraphsOf } from './prose/lines.ts'
import { readTable } from './read-table.ts'
import { strayFigures } from './rows/stray.ts'
import { treeDoubts } from './rows/tree-doubt.ts'
import { unnamedFindings } from './rows/unnamed.ts'
import { unusualCodes } from './rows/unusual-codes.ts'

const NO_METADATA: ReturnType<typeof metadataOf> = {
  metadata: {
    ...{ department: null, departmentCode: null, region: null, regionCode: null },
    ...{ fiscalYear: null, kind: null, scope: null },
  },
  doubts: [],
}

/** The file a document comes from: its name, and how many pages it has, those that were not read among them; null where it is not known. */
export interface Source {
  readonly file: string
  readonly pageCount: number | null
}

const NO_SOURCE: Source = { file: '', pageCount: null }

/** Tables and the text around them with their meaning: kinds, columns, rows, amounts, figures of the prose, performance goals. */
export function readBudget(
  tables: readonly Table[],
  text: readonly PageText[],
  { file, pageCount }: Source = NO_SOURCE,
): Dataset {
  const paragraphs = contained({ stage: 'prose' }, () => paragraphsOf(text), [])
  const read = readTables(tables, {
    cover: coverSays(coverOf(paragraphs.value)),
    account: accountOfHeadings(paragraphs.value),
  })
  const prose = contained({ stage: 'prose' }, () => proseFacts(paragraphs.value), [])
  const metadata = () => metadataOf(read.value, paragraphs.value, { file, prose: prose.value })
  const about = contained({ stage: 'metadata' }, metadata, NO_METADATA)
  const stray = contained({ stage: 'figures in no cell' }, () => strayFigures(text, tables), [])
  const faults = [read, paragraphs, about, prose, stray].flatMap(part => part.faults)
  return datasetOf(
    read.value,
    { metadata: about.value.metadata, prose: prose.value, stray: stray.value, lastPage: pageCount },
    [...faults, ...about.value.doubts],
  )
}

/** The meaning of tables that were corrected, with what the first reading found beside them; `told` are kinds that a person told, by table. */
export const readAgain = (tables: readonly Table[], known: Known, told: ReadonlyMap<string, string | null>): Dataset => {
  const { scope, kind } = known.metadata
  const cover = scope === null ? null : scope === 'government' ? 'government' : 'department'
  const read = readTables(tables, { cover, account: kind === 'other' ? null : kind }, told)
  return datasetOf(read.value, known, read.faults)
}

/** Kinds of the tables of a document: where one is the very table of a kind, another that is only like it is none. */
function kindsOf(found: readonly (Identification | null)[]): (Identification | null)[] {
  const taken = new Set(found.flatMap(one => (one?.isExact && one.kind !== null ? [one.kind] : [])))
  const alike = (kind: string): number => found.filter(other => other?.kind === kind && !other.isExact).length
  return found.map(one =>
    one === null || one.kind === null || one.isExact || (!taken.has(one.kind) && alike(one.kind) === 1)
      ? one
      : { ...one, kind: null, because: [] },
  )
}

/** What the text around the tables says of them: whose money they tell, and of a budget or an account. */
interface TextSays {
  readonly cover: CoverSays
  readonly account: Account | null
}

/** Each table with its meaning; one whose meaning cannot be read is a table still. */
function readTables(
  tables: readonly Table[],
  { cover, account }: TextSays,
  told: ReadonlyMap<string, string | null> = new Map(),
): Contained<BudgetTable[]> {
  const use = contained({ stage: 'unit' }, () => unitUse(tables), new Map())
  const around = aroundOf(tables, cover, account)
  const found = tables.map(table =>
    contained({ stage: 'kind', table: table.id }, () => identified(table, { use: use.value, around }, told), null),
  )
  const kinds = kindsOf(found.map(({ value }) => value?.kind ?? null))
  const read = tables.map((table, at) =>
    contained(
      { stage: 'budget', table: table.id },
      () => readTable(table, use.value, { ...found[at]?.value, kind: kinds[at] ?? undefined }),
      withoutMeaning(table),
    ),
  )
  return { value: read.map(({ value }) => value), faults: [use, ...found, ...read].flatMap(({ faults }) => faults) }
}

/** What the tables of a document share: the units they name, and what they are of. */
interface Shared {
  readonly use: UnitUse
  readonly around: Around
}

/** The kind of a table, with the unit and the columns by which it is told. */
function identified(table: Table, { use, around }: Shared, told: ReadonlyMap<string, string | null>) {
  const unit = unitOf(table, use)
  const columns = columnsOf(table, unit !== null)
  const found = identify(table, columns, around)
  const kind = told.get(table.id)
  return { unit, columns, kind: kind === undefined ? found : toldKind(kind, found) }
}

/** The kind that a person told, in the place of the one that was found. */
function toldKind(kind: string | null, { decision: { what, chosen } }: Identification): Identification {
  const decision = { what, chosen: entryOf(kind)?.title.zh ?? 'no standard table', margin: 1, rejected: chosen, evidence: [] }
  return { kind, isExact: true, because: [TOLD_KIND], decision }
}

const withoutMeaning = (table: Table): BudgetTable => ({
  ...{ table, kind: null, kindEvidence: [], unit: table.unit, unitReading: null, lines: [], formAmounts: [], sides: [null] },
  columns: table.columns.map(({ index, path }) => ({
    index,
    path,
    role: 'text',
    key: null,
    subject: null,
    list: 0,
    unit: null,
  })),
  trees: [],
  sangong: [],
  kindDecision: { what: 'which table it is', chosen: 'unknown', rejected: null, margin: 1, evidence: [] },
})

function datasetOf(read: readonly BudgetTable[], known: Known, before: readonly Finding[]): Dataset {
  const settle = () => withSettledUnits(read, known.prose, unitUse(read.map(({ table }) => table)))
  const settled = contained({ stage: 'unit' }, settle, { tables: read, compared: [] })
  const { tables, compared } = settled.value
  const at = ({ table }: BudgetTable) => ({ stage: 'indicators', table: table.id })
  const indicators = containedEach(tables, at, indicatorsOf)
  const units = contained({ stage: 'unit' }, () => unitFindings(compared), [])
  const unread = contained({ stage: 'amounts' }, () => unreadAmounts(tables), [])
  const unnamed = contained({ stage: 'rows' }, () => unnamedFindings(tables), [])
  const codes = contained({ stage: 'codes' }, () => unusualCodes(tables), [])
  const trees = contained({ stage: 'tree' }, () => treeDoubts(tables), [])
  const sangong = contained({ stage: '三公' }, () => unreadSangong(tables), [])
  const goals = contained({ stage: 'indicators' }, () => unreadGoals(tables, indicators.value), [])
  const told = [units, unread, unnamed, codes, trees, sangong, goals]
  return {
    ...{ ...known, tables, indicators: indicators.value },
    findings: [
      ...before,
      ...[settled, indicators, ...told].flatMap(part => part.faults),
      ...told.flatMap(({ value }) => value),
    ],
  }
}
