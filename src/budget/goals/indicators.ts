import type { Cell, Table } from '../../table/table.ts'
import { entryOf } from '../catalog/catalog.ts'
import type { BudgetTable, Indicator } from '../dataset.ts'
import { inOneLine, labelOf, plain } from '../label.ts'
import { type Lookup, lookupOf } from '../rows/rows.ts'
import {
  BOUNDS,
  COUNTED_IN,
  GOAL_WORDS,
  LEVEL_BANNER,
  LEVELS_IN_NAME,
  NO_GOAL,
  OPERATORS,
  PLAIN_NAME,
  TERM,
  TIME,
  YEAR,
} from './indicator-words.ts'
import { wholeGoals } from './whole-goals.ts'

type Part = keyof typeof GOAL_WORDS
/** The heads of goals by what stands below them. */
type Columns = Readonly<Partial<Record<Part, Cell>>>

const PARTS = Object.entries(GOAL_WORDS) as [Part, RegExp][]

/** What a head says, whatever a later one calls it, 年初目标值（A）; a full stop in it is one of the text above, printed too low: 计量。单位. */
function partOf(text: string): Part | null {
  const words = plain(text)
    .replaceAll('。', '')
    .replace(/\([A-Z]\)$/, '')
  return PARTS.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

/** A header of goals names their name, their value and one thing more: a level, the unit, the weight. */
const LEAST_PARTS = 3

const LEVELS: readonly Part[] = ['level1', 'level2', 'level3']

const isHeader = (columns: Columns): boolean =>
  columns.level3 !== undefined &&
  (columns.value !== undefined || columns.operator !== undefined) &&
  Object.keys(columns).length >= LEAST_PARTS

/** Whether a head is that of the year beside one of several years: 年度指标值 beside 实施期指标值. */
const isOfTheYear = (head: Cell, other: Cell | undefined): boolean =>
  YEAR.test(plain(head.text)) && TERM.test(plain(other?.text ?? '')) && !YEAR.test(plain(other?.text ?? ''))

/** The headers of goals in a row, where each part stands: a second one begins where a level stands again, and shares the levels above it. */
function headersOf(cells: readonly Cell[]): Columns[] {
  // Asked of every row of a document, of which few name goals.
  if (!cells.some(({ text }) => GOAL_WORDS.level3.test(plain(text)) || PLAIN_NAME.test(plain(text)))) return []
  const sets: Partial<Record<Part, Cell>>[] = [{}]
  for (const cell of cells) {
    const part = partOf(cell.text)
    if (part === null) continue
    const last = sets.at(-1) ?? {}
    const level = LEVELS.indexOf(part)
    if (level >= 0 && last[part] !== undefined && isHeader(last)) {
      const shared = ['project' as const, ...LEVELS.slice(0, level)].filter(name => last[name] !== undefined)
      sets.push({ ...Object.fromEntries(shared.map(name => [name, last[name]])), [part]: cell })
    } else if (last[part] === undefined || (part === 'value' && isOfTheYear(cell, last.value))) last[part] = cell
  }
  return sets.map(columns => withName(columns, cells)).filter(isHeader)
}

/** Of a header that names no goals, 绩效指标 as high as the head of values and in front of it is that of their names: 绩效指标 | 指标性质 | 指标值 | 度量单位. */
function withName(columns: Columns, cells: readonly Cell[]): Columns {
  const { level3, value } = columns
  if (level3 !== undefined || value === undefined) return columns
  const name = cells.find(
    ({ text, row, rowSpan, column }) =>
      PLAIN_NAME.test(plain(text)) && row === value.row && rowSpan === value.rowSpan && column < value.column,
  )
  return name === undefined ? columns : { ...columns, level3: name }
}

/** A header of goals, and what stands over it where it is for several years beside one for the year: 实施期目标（2022—2024年）. */
interface Header {
  readonly columns: Columns
  readonly term: string | null
}

/** Which time each of several headers in a row is for, where one of them is for the year. */
function withTerms(sets: readonly Columns[], row: number, lookup: Lookup): Header[] {
  const termOf = ({ level3 }: Columns): string | null =>
    Array.from({ length: row }, (_, above) => inOneLine((level3 && lookup(row - 1 - above, level3.column)?.text) ?? '')).find(
      text => text !== null && TERM.test(plain(text)),
    ) ?? null
  const headers = sets.map(columns => ({ columns, term: termOf(columns) }))
  const isOfYear = ({ term }: Header): boolean => YEAR.test(plain(term ?? ''))
  return headers.map(header => (isOfYear(header) || !headers.some(isOfYear) ? { ...header, term: null } : header))
}

/** The one spelling of an operator and the text behind it; operator null where the text begins with none. */
function operatorOf(text: string): { readonly operator: string | null; readonly rest: string } {
  for (const [operator, words] of OPERATORS) {
    const match = new RegExp(`^(?:${words})`).exec(text)
    if (match) return { operator, rest: text.slice(match[0].length) }
  }
  return { operator: null, rest: text }
}

const shownOf = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '')

/** Words behind an operator as they are printed: the sign of an operator is one character in either width. */
const wordsOf = (text: string, rest: string): string => text.replaceAll(/\s/g, '').slice(shownOf(text).length - rest.length)

/** The operator of a text that is nothing else, in its one spelling. */
function operatorAlone(text: string | null): string | null {
  const { operator, rest } = operatorOf(shownOf(text ?? ''))
  return rest === '' ? operator : null
}

/** A figure, or two with what lies between them, and what follows. */
const FIGURE = /^(-?\d[\d,]*(?:\.\d+)?(?:[-~—–至]\d[\d,]*(?:\.\d+)?)?)(.*)$/

/** `≥98%` taken apart: operator, value, unit; a text with no number in front, and a date, stay whole. */
export function goalOf(text: string): {
  readonly operator: string | null
  readonly value: string
  readonly unit: string | null
} {
  const { operator: before, rest } = operatorOf(shownOf(text))
  const [, figure, behind = ''] = FIGURE.exec(rest) ?? []
  const [after, bound] = BOUNDS.find(([sign, words]) => words.test(behind) && (before ?? sign) === sign) ?? [null, '']
  const operator = before ?? after
  const unit = behind.replace(bound, '').replace(/^\((.*)\)$/, '$1')
  // At most 30日 are so many days; a day of a month has no operator.
  const isSpan = unit === '日' && /[≤≥<>]/.test(operator ?? '')
  if (figure === undefined || (TIME.test(unit) && !isSpan) || (unit === '年' && /20\d\d$/.test(figure)))
    return { operator, value: wordsOf(text, rest), unit: null }
  return { operator, value: figure.replaceAll(',', ''), unit: unit === '' ? null : unit }
}

const isFigure = (value: string): boolean => /^-?\d+(?:\.\d+)?$/.test(value)

/** The unit in brackets behind the name of what is counted, `培训人数（人）`; null where no word there is one. */
const unitOfName = (name: string): string | null => COUNTED_IN.exec(shownOf(name))?.[1] ?? null

/** A value whose operator, figure and unit stand in cells of their own, below one head or before the next. */
function wholeValue(row: number, columns: Columns, lookup: Lookup): string | null {
  const { value: head } = columns
  if (head === undefined || operatorAlone(lookup(row, head.column)?.text ?? null) === null) return null
  const others = Object.values(columns).map(({ column }) => column)
  const next = Math.min(...others.filter(column => column > head.column))
  const end = Number.isFinite(next) ? next : head.column + head.columnSpan
  const below = Array.from({ length: end - head.column }, (_, at) => lookup(row, head.column + at))
  return [...new Set(below)].map(cell => cell?.text ?? '').join('')
}

/** The value beside the label 项目名称 of a form, above a row. */
function projectAbove(table: BudgetTable, row: number, lookup: Lookup): string | null {
  const label = table.table.cells.findLast(cell => cell.row < row && GOAL_WORDS.project.test(plain(cell.text)))
  const beside = label && lookup(label.row, label.column + label.columnSpan)
  return beside && beside.text !== '' ? beside.text : null
}

/** The levels and the name of a goal, which may print them in front of its name where they have no columns. */
function namesOf(text: (part: Part) => string | null): Pick<Indicator, 'level1' | 'level2' | 'level3'> {
  const [level1 = null, level2 = null, level3 = null] = LEVELS.map(text)
  const [, first, second, name] = (level1 === null && level2 === null && LEVELS_IN_NAME.exec(level3 ?? '')) || []
  return first && second && name ? { level1: first, level2: second, level3: name } : { level1, level2, level3 }
}

/** What a row of goals stands under. */
interface Under extends Header {
  readonly lookup: Lookup
  readonly sequence: number
  /** The project that the form names above, for tables without a column of projects. */
  readonly project: string | null
}

function indicatorAt(table: BudgetTable, row: number, { columns, term, lookup, sequence, project }: Under): Indicator | null {
  const cell = (part: Part): Cell | undefined => columns[part] && lookup(row, columns[part].column)
  const text = (part: Part): string | null => inOneLine(cell(part)?.text)
  const goal = cell('level3')
  const { level1, level2, level3 } = namesOf(text)
  const value = wholeValue(row, columns, lookup) ?? text('value')
  if (!goal || level3 === null || (value === null && text('operator') === null)) return null
  // 总分 over all columns, heads that go on in this row, those that a page repeats, and a row of nothing are no goals.
  const isHead = goal === columns.level3 || [value, text('operator')].some(words => partOf(words ?? '') !== null)
  if (goal === cell('value') || isHead || [level3, value ?? level3].every(words => NO_GOAL.test(plain(words)))) return null
  const parsed = value === null ? null : goalOf(value)
  const [sign, direction] = [text('operator'), text('direction')]
  // 定性 stays as it is printed; some columns of the direction hold operators (大于等于) and no direction.
  const direct = operatorAlone(direction)
  const printed = operatorAlone(sign) ?? (sign === null ? null : shownOf(sign))
  const column = cell('project')
  return {
    ...{ table: table.table.id, row, page: goal.page, box: goal.box, sequence },
    ...{ project: column ? column.text || null : project, term, level1, level2, level3 },
    operator: printed ?? parsed?.operator ?? direct,
    value: parsed?.value ?? null,
    unit: text('unit') ?? parsed?.unit ?? (isFigure(parsed?.value ?? '') ? unitOfName(level3) : null),
    weight: text('weight'),
    direction: direct === null ? direction : null,
    // A cell over the goal and what it came to says the goal.
    ...{ actual: cell('actual') === cell('value') ? null : text('actual'), score: text('score'), reason: text('reason') },
    places: (['level3', 'value', 'unit'] as const).flatMap(part => {
      const found = cell(part)
      return found ? [{ row: found.row, column: found.column }] : []
    }),
  }
}

/** A goal whose cells of project and levels are blank stands under those of the goal above it, until a level above them begins anew. */
function underThose(goal: Indicator, above: Indicator | undefined): Indicator {
  if (above === undefined) return goal
  const project = goal.project ?? above.project
  if (project !== above.project) return goal
  const level1 = goal.level1 ?? above.level1
  return { ...goal, project, level1, level2: goal.level2 ?? (level1 === above.level1 ? above.level2 : null) }
}

/** The cells that stand in each row, those that begin above it among them, from left to right. */
function cellsByRow({ cells, rowCount }: Table): readonly (readonly Cell[])[] {
  const rows: Cell[][] = Array.from({ length: rowCount }, () => [])
  for (const cell of cells) for (let at = 0; at < cell.rowSpan; at++) rows[cell.row + at]?.push(cell)
  return rows.map(row => row.sort((a, b) => a.column - b.column))
}

/** The level in a row of its own, over the goals that stand below it. */
function bannerIn(cells: readonly Cell[]): string | null {
  const [text, ...others] = new Set(cells.flatMap(cell => inOneLine(cell.text) ?? []))
  return text !== undefined && others.length === 0 && LEVEL_BANNER.test(plain(text)) ? text : null
}

/** Whether a row begins the form of another project: 项目名称 | 河道整治. */
const beginsProject = (cells: readonly Cell[]): boolean =>
  cells.length > 1 && GOAL_WORDS.project.test(plain(cells.find(({ text }) => text !== '')?.text ?? ''))

/** Whether a table is one of performance, or a form that may print goals. */
export function isOfGoals({ kind }: BudgetTable): boolean {
  const form = entryOf(kind)?.form
  return form === 'performance' || form === 'form'
}

/** The goals of a table of performance, printed as a grid or as a form, in the order they are printed; its header tells it where its title does not. */
export function indicatorsOf(table: BudgetTable): Indicator[] {
  if (table.kind !== null && !isOfGoals(table)) return []
  const lookup = lookupOf(table.table)
  const indicators: Indicator[] = []
  let under: readonly Header[] = []
  let project: string | null = null
  let banner: string | null = null
  const last = new Map<Columns, Indicator>()
  for (const [row, cells] of cellsByRow(table.table).entries()) {
    const headers = headersOf(cells)
    if (headers.length > 0) {
      under = withTerms(headers, row, lookup)
      project = projectAbove(table, row, lookup)
      banner = null
      continue
    }
    // Of the rows of a document few stand under a header of goals.
    if (under.length === 0) continue
    banner = bannerIn(cells) ?? banner
    if (beginsProject(cells)) under = []
    for (const header of under) {
      const found = indicatorAt(table, row, { ...header, lookup, sequence: indicators.length + 1, project })
      if (found === null) continue
      const own = { project: found.project === null ? null : labelOf(found.project).name, level1: found.level1 ?? banner }
      const named = { ...found, ...own }
      const goal = underThose(named, last.get(header.columns))
      last.set(header.columns, goal)
      indicators.push(goal)
    }
  }
  return indicators.length > 0 ? indicators : wholeGoals(table)
}
