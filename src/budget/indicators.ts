import type { Cell } from '../table/table.ts'
import { entryOf } from './catalog.ts'
import type { BudgetTable, Indicator } from './dataset.ts'
import { labelOf, plain } from './label.ts'
import { type Lookup, lookupOf } from './rows.ts'

/** Header words of the columns of performance goals. */
const WORDS = {
  project: /^项目名称$/,
  level1: /^一级指标(?:名称)?$/,
  level2: /^二级指标(?:名称)?$/,
  level3: /^(?:三级指标(?:名称)?|指标名称|指标内容|绩效指标名称)$/,
  operator: /^(?:指标性质|指标符号|运算符号|计算符号)$/,
  value: /^(?:.*指标值.*|目标值|绩效目标值)$/,
  unit: /^(?:度量单位|计量单位|单位)$/,
  weight: /^(?:权重|指标权重|分值|分值权重).*$/,
  direction: /^(?:指标)?方向性?$|^指标方向性$/,
} as const

type Part = keyof typeof WORDS
type Columns = Readonly<Partial<Record<Part, number>>>

const partOf = (text: string): Part | null => (Object.keys(WORDS) as Part[]).find(part => WORDS[part].test(plain(text))) ?? null

/** The header of goals in a row: where each part stands; null when the row is no such header. */
function headerOf(cells: readonly Cell[]): Columns | null {
  const columns: Partial<Record<Part, number>> = {}
  for (const cell of cells) {
    const part = partOf(cell.text)
    if (part !== null) columns[part] ??= cell.column
  }
  return columns.level3 !== undefined && (columns.value !== undefined || columns.operator !== undefined) ? columns : null
}

/** `≥98%` taken apart: operator, value, unit. */
export function goalOf(text: string): {
  readonly operator: string | null
  readonly value: string
  readonly unit: string | null
} {
  const shown = text.normalize('NFKC').replaceAll(/\s/g, '')
  const match = /^(≥|>=|≤|<=|=|>|<|大于等于|小于等于|等于)?(-?\d[\d,]*(?:\.\d+)?)(.*)$/.exec(shown)
  if (!match) return { operator: null, value: shown, unit: null }
  const unit = (match[3] ?? '').replace(/^\((.*)\)$/, '$1')
  return { operator: match[1] ?? null, value: (match[2] ?? '').replaceAll(',', ''), unit: unit === '' ? null : unit }
}

/** The value beside the label 项目名称 of a form, above a row. */
function projectAbove(table: BudgetTable, row: number, lookup: Lookup): string | null {
  const label = table.table.cells.findLast(cell => cell.row < row && WORDS.project.test(plain(cell.text)))
  const beside = label && lookup(label.row, label.column + label.columnSpan)
  return beside && beside.text !== '' ? beside.text : null
}

function indicatorAt(
  table: BudgetTable,
  row: number,
  columns: Columns,
  lookup: Lookup,
  sequence: number,
  project: string | null,
): Indicator | null {
  const cell = (part: Part): Cell | undefined => (columns[part] === undefined ? undefined : lookup(row, columns[part]))
  const text = (part: Part): string | null => {
    const found =
      cell(part)
        ?.text.replaceAll(/[\s\u00a0]+/g, ' ')
        .trim() ?? ''
    return found === '' ? null : found
  }
  const goal = cell('level3')
  const [level3, value] = [text('level3'), text('value')]
  if (!goal || level3 === null || (value === null && text('operator') === null)) return null
  const parsed = value === null ? null : goalOf(value)
  const column = columns.project === undefined ? undefined : lookup(row, columns.project)
  return {
    table: table.table.id,
    row,
    page: goal.page,
    box: goal.box,
    sequence,
    project: column ? column.text : project,
    level1: text('level1'),
    level2: text('level2'),
    level3,
    operator: text('operator')?.normalize('NFKC') ?? parsed?.operator ?? null,
    value: parsed?.value ?? null,
    unit: text('unit') ?? parsed?.unit ?? null,
    weight: text('weight'),
    direction: text('direction'),
    places: (['level3', 'value', 'unit'] as const).flatMap(part => {
      const found = cell(part)
      return found ? [{ row: found.row, column: found.column }] : []
    }),
  }
}

/** The goals of a performance table, printed as a grid or as a form, in the order they are printed. */
export function indicatorsOf(table: BudgetTable): Indicator[] {
  const form = entryOf(table.kind)?.form
  if (form !== 'performance' && form !== 'form') return []
  const lookup = lookupOf(table.table)
  const byRow = Map.groupBy(table.table.cells, cell => cell.row)
  const indicators: Indicator[] = []
  let columns: Columns | null = null
  let project: string | null = null
  for (let row = 0; row < table.table.rowCount; row++) {
    const header = headerOf(byRow.get(row) ?? [])
    if (header) {
      columns = header
      project = projectAbove(table, row, lookup)
      continue
    }
    const found = columns && indicatorAt(table, row, columns, lookup, indicators.length + 1, project)
    if (found) indicators.push({ ...found, project: found.project === null ? null : labelOf(found.project).name })
  }
  return indicators
}
