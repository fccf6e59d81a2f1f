import { faultFinding, INTERNAL_FAULT } from '../../contained.ts'
import { type Finding, placesIn } from '../../finding.ts'
import { type DocumentJson, documentSchema, type TableJson } from './document.ts'

/** Lists of document.json from which an entry that breaks the contract is left out, the innermost first; `#` is an index. */
const LISTS: readonly (readonly string[])[] = [
  ['tables', '#', 'cells'],
  ['tables', '#', 'lines'],
  ['tables', '#', 'decisions'],
  ...['tables', 'findings', 'checks', 'indicators', 'sangong', 'narrative', 'stray'].map(list => [list]),
]

/** A mended document may break the contract again in another place; so often is it mended. */
const MOST_ROUNDS = 5

type Path = readonly PropertyKey[]

/** A place that breaks the contract, and the entry of a list that it belongs to. */
interface Broken {
  /** Empty for what stands in no list. */
  readonly entry: Path
  readonly issue: { readonly path: Path; readonly message: string }
}

/** Entries of one list are told together. */
const listKey = ({ entry }: Broken): string => entry.slice(0, -1).join('.')

/**
 * The document as the contract has it. A cell, table or other entry that breaks it is left out, and a finding says which and
 * how; a table whose cells do not cover each place once is told too. Throws a ZodError where the document as a whole is wrong.
 */
export function keepContract(document: DocumentJson): DocumentJson {
  let current: DocumentJson = { ...document, findings: [...document.findings, ...coverFaults(document)] }
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { error, data } = documentSchema.safeParse(current)
    if (error === undefined) return data
    const entries = error.issues.flatMap(issue => brokenBy(issue, current))
    if (entries.some(({ entry }) => entry.length === 0)) throw error
    const faults = [...Map.groupBy(entries, listKey).values()].map(broken => brokenFinding(current, broken))
    const mended = without(
      current,
      entries.map(({ entry }) => entry),
    ) as DocumentJson
    current = { ...mended, findings: [...mended.findings, ...faults] }
  }
  return documentSchema.parse(current)
}

/** What has to be left out because of an issue. Lines of a table refer to each other by their place, so they go together. */
function brokenBy(issue: Broken['issue'], { tables }: DocumentJson): Broken[] {
  const entry = entryOf(issue.path)
  if (entry[2] !== 'lines') return [{ entry, issue }]
  return (tables[Number(entry[1])]?.lines ?? []).map((_, index) => ({ entry: [...entry.slice(0, -1), index], issue }))
}

/** The entry of the innermost list that a place in the document belongs to. */
function entryOf(path: Path): Path {
  const list = LISTS.find(names => {
    const isList = names.every((name, at) => (name === '#' ? typeof path[at] === 'number' : path[at] === name))
    return isList && typeof path[names.length] === 'number'
  })
  return list === undefined ? [] : path.slice(0, list.length + 1)
}

/** A value without the entries at these paths. */
function without(value: unknown, paths: readonly Path[]): unknown {
  if (paths.length === 0) return value
  const below = Map.groupBy(paths, path => path[0])
  const inside = (key: PropertyKey, one: unknown): unknown =>
    without(
      one,
      (below.get(key) ?? []).map(path => path.slice(1)),
    )
  if (Array.isArray(value)) {
    const gone = (index: number): boolean => (below.get(index) ?? []).some(path => path.length === 1)
    return value.flatMap((one, index) => (gone(index) ? [] : [inside(index, one)]))
  }
  return Object.fromEntries(Object.entries(value as object).map(([key, one]) => [key, inside(key, one)]))
}

const isPlace = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0

/** Texts of left out cells are quoted up to so many characters. */
const LONGEST_QUOTE = 300

/** The finding of entries of one list, with the texts that go with them. */
function brokenFinding({ tables }: DocumentJson, broken: readonly Broken[]): Finding {
  const [list, at, inside] = broken[0]?.entry ?? []
  const table = list === 'tables' && inside !== undefined ? tables[Number(at)] : undefined
  const indices = new Set(broken.map(({ entry }) => Number(entry.at(-1))))
  const lost = inside === 'cells' ? [...indices].flatMap(index => table?.cells[index] ?? []) : []
  const id = typeof table?.id === 'string' ? table.id : null
  const cells =
    id === null ? [] : lost.flatMap(({ row, column }) => (isPlace(row) && isPlace(column) ? { table: id, row, column } : []))
  const page = lost[0]?.page ?? table?.regions[0]?.page ?? null
  const texts = lost
    .flatMap(({ text }) => (text ? [text] : []))
    .join(' | ')
    .slice(0, LONGEST_QUOTE)
  const what = `${broken[0]?.issue.path.join('.')}: ${broken[0]?.issue.message}${texts && ` (${texts})`}`
  return faultFinding(
    {
      page: isPlace(page) && page > 0 ? page : null,
      table: id,
      cells,
      verdict: lost.length > 0 ? 'extraction-suspect' : 'structure',
    },
    {
      zh: `程序内部错误，${indices.size}项内容不合数据约定，已略去：${what}`,
      en: `our mistake: ${indices.size} entries break the contract and are left out: ${what}`,
    },
  )
}

/** Findings that say of a table that its cells do not cover it. */
const COVER_CODES: readonly string[] = ['cells-not-conserved', INTERNAL_FAULT]

/** A fault for each table with cells outside it, or with more than one in a place, of which nothing is said yet. */
function coverFaults({ tables, findings }: DocumentJson): Finding[] {
  const told = new Set(findings.flatMap(({ code, table }) => (COVER_CODES.includes(code) ? [table] : [])))
  return tables.flatMap(table => {
    const cells = told.has(table.id) ? [] : misplacedCells(table)
    const [first] = cells
    if (first === undefined) return []
    return faultFinding(
      { page: first.page, table: table.id, cells: placesIn(table.id, cells), verdict: 'structure' },
      {
        zh: `程序内部错误，表中有${cells.length}个单元格越出表格或与其他单元格重叠`,
        en: `our mistake: ${cells.length} cells of the table lie outside it or over others`,
      },
    )
  })
}

/** Cells that reach beyond the table, or into a place that another cell holds. */
function misplacedCells({ cells, rows, columns }: TableJson): TableJson['cells'][number][] {
  const held = new Set<number>()
  return cells.filter(({ row, column, rowSpan, columnSpan }) => {
    if (row + rowSpan > rows.length || column + columnSpan > columns.length) return true
    const places: number[] = []
    for (let r = row; r < row + rowSpan; r++)
      for (let c = column; c < column + columnSpan; c++) places.push(r * columns.length + c)
    const isOver = places.some(place => held.has(place))
    for (const place of places) held.add(place)
    return isOver
  })
}
