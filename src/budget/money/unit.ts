import { decide, type Evidence, type Hypothesis, type Weights } from '../../evidence.ts'
import { itemAt } from '../../geometry.ts'
import type { Cell, Table } from '../../table/table.ts'
import type { UnitNamed, UnitReading } from '../dataset.ts'
import { plain } from '../label.ts'
import { MONEY_UNITS } from './amount.ts'

/** A unit of money, and not the end of one that nobody counts in: 十元 is not 元. */
const UNIT = new RegExp(`(?<![十百千万亿])(?:${MONEY_UNITS.join('|')})`)

/** The unit of money a text names; null when it names none. */
export const unitIn = (text: string): string | null => UNIT.exec(plain(text))?.[0] ?? null

/** How many tables of a document name each unit around them. */
export type UnitUse = ReadonlyMap<string, number>

/** The units that the tables of a document name around them. */
export function unitUse(tables: readonly Table[]): UnitUse {
  const use = new Map<string, number>()
  for (const table of tables) {
    const unit = table.unit === null ? null : unitIn(table.unit)
    if (unit !== null) use.set(unit, (use.get(unit) ?? 0) + 1)
  }
  return use
}

/** A unit in brackets or alone, as heads and titles print it: `预算金额（万元）`, `（单位：元）`, `金额/万元`. */
const NAMED = new RegExp(`(?:^|[(/:,、]|金额|单位)(${MONEY_UNITS.join('|')})[)]?$`)
const IN_BRACKETS = new RegExp(`[(](?:金额)?(?:单位)?:?(?:人民币)?(${MONEY_UNITS.join('|')})(?:/[^()]{1,6})?[)]`)

const unitNamed = (text: string): string | null => (IN_BRACKETS.exec(plain(text)) ?? NAMED.exec(plain(text)))?.[1] ?? null

/** Texts of heads, what brackets hold in one piece: 预算金额（万 over 元） are two rows of one head. */
function unbroken(texts: readonly string[]): string[] {
  const whole: string[] = []
  for (const text of texts) {
    const open = plain(whole.at(-1) ?? '')
    if (open.lastIndexOf('(') > open.lastIndexOf(')')) whole.push(`${whole.pop()}${text}`)
    else whole.push(text)
  }
  return whole
}

/** The lowest head of a column that names a unit of money, with its place; null where none does. */
export function unitOfColumn({ cells, headerRows }: Table, index: number, path: readonly string[]): UnitNamed | null {
  const text = unbroken(path).findLast(head => unitNamed(head) !== null)
  const unit = unitNamed(text ?? '')
  if (text === undefined || unit === null) return null
  const isHead = ({ row, column, columnSpan, text: own }: Cell): boolean =>
    row < headerRows && column <= index && index < column + columnSpan && own !== '' && text.includes(own)
  const head = cells.findLast(isHead)
  return { where: 'column', unit, text, page: head?.page ?? null, box: head?.box ?? null }
}

/** The label of a row or of a block of a form that names a unit outranks the columns: `资产原值（万元）`. */
export function unitOfLabel({ text, page, box }: Pick<Cell, 'text' | 'page' | 'box'>): UnitNamed | null {
  const unit = IN_BRACKETS.exec(plain(text))?.[1]
  return unit === undefined ? null : { where: 'row', unit, text, page, box }
}

/** The unit of money that a cell beside the label of a row names; null where it names another: 个, 辆. */
export function unitOfCell({ text, page, box }: Pick<Cell, 'text' | 'page' | 'box'>): UnitNamed | null {
  const unit = MONEY_UNITS.find(one => one === plain(text))
  return unit === undefined ? null : { where: 'row', unit, text, page, box }
}

/** A note in the body that says what the figures are in: `注：本表金额单位为万元`. */
const NOTED = new RegExp(`^(?:注|备注|说明)[:\\d].*单位(?:均)?[:为是]*(${MONEY_UNITS.join('|')})`)

/** Lines around a table that name its unit; that of a table whose lines are not known stands in its caption. */
function placesAround({ title, unit, unitPlaces, regions }: Table): UnitNamed[] {
  const inTitle = unitPlaces ? null : IN_BRACKETS.exec(plain(title ?? ''))?.[1]
  const own = unit === null ? null : unitIn(unit)
  const isOnLaterPage = (page: number | null): boolean => page !== null && page > itemAt(regions, 0).page
  const known = unitPlaces ?? [
    ...(inTitle ? [{ where: 'title' as const, unit: inTitle, text: title, page: null, box: null }] : []),
    ...(own === null ? [] : [{ where: 'caption' as const, unit: own, text: unit, page: null, box: null }]),
  ]
  return known.map(place => (isOnLaterPage(place.page) ? { ...place, where: 'page' } : place))
}

/** Notes in the body that name the unit. */
const placesInBody = ({ cells }: Table): UnitNamed[] =>
  cells.flatMap(({ text, page, box }) => {
    const unit = NOTED.exec(plain(text))?.[1]
    return unit === undefined ? [] : [{ where: 'note', unit, text, page, box }]
  })

/** All that names a unit for a whole table: around it, in notes, else its heads, or the labels of a form. */
function placesOf(table: Table): UnitNamed[] {
  const own = [...placesAround(table), ...placesInBody(table)]
  if (own.length > 0) return own
  const heads = table.columns.flatMap(({ index, path }) => unitOfColumn(table, index, path) ?? [])
  return table.headerRows === 0 ? table.cells.flatMap(cell => unitOfLabel(cell) ?? []) : heads
}

/**
 * Log-odds of a place that names a unit. Of the 741 tables of documents that may be looked at with a unit in their caption, figures
 * elsewhere bear it out for 640 and contradict it for none (of the half that is only counted for 470 of 635, none against it).
 * Places that few tables print have less. Most tables of a document name the unit of one of them in 728 of 741 (618 of 634), 4.0;
 * a table that prints none is not like those, and what they say is left in doubt until a figure bears it out. A person's word outweighs all the rest.
 */
const WEIGHTS = {
  told: { weight: 100, examples: 0, says: 'a person says' },
  title: { weight: 6, examples: 0, says: 'the title says' },
  caption: { weight: 6, examples: 741, says: 'the caption says' },
  below: { weight: 5, examples: 1, says: 'a line below says' },
  page: { weight: 5, examples: 0, says: 'another page of it says' },
  note: { weight: 5, examples: 0, says: 'a note says' },
  column: { weight: 4, examples: 0, says: 'heads say' },
  row: { weight: 4, examples: 0, says: 'labels say' },
  document: { weight: 2, examples: 741, says: 'of the tables of the document say so' },
} as const satisfies Readonly<Record<string, Weights[string] & { readonly says: string }>>

/** Units that a table may always be in, besides those that its document names. */
const USUAL = ['元', '万元']

/** What places say for a unit, each kind of place once. */
function evidenceFor(unit: string, places: readonly UnitNamed[], use: UnitUse): Evidence[] {
  const named = Object.entries(WEIGHTS).flatMap(([where, { weight, says }]) => {
    const place = places.find(one => one.where === where && one.unit === unit)
    return place ? [{ name: where, weight, because: `${says} ${place.text}` }] : []
  })
  const all = [...use.values()].reduce((sum, count) => sum + count, 0)
  const share = (use.get(unit) ?? 0) / Math.max(all, 1)
  const because = `${use.get(unit) ?? 0} of ${all} ${WEIGHTS.document.says}`
  return share === 0 ? named : [...named, { name: 'document', weight: share * WEIGHTS.document.weight, because }]
}

/** A unit that figures elsewhere speak for: the same to the digit, in that unit. */
export interface UnitEvidence {
  readonly place: UnitNamed
  readonly evidence: Evidence
}

/** The unit for which the places, the use of the document and the figures elsewhere say most; null where nothing names one. */
export function decideUnit(
  places: readonly UnitNamed[],
  use: UnitUse,
  figures: readonly UnitEvidence[] = [],
): UnitReading | null {
  const units = new Set([...places.map(({ unit }) => unit), ...use.keys(), ...figures.map(one => one.place.unit), ...USUAL])
  const hypotheses = [...units].map((unit): Hypothesis<string> => {
    const elsewhere = figures.flatMap(({ place, evidence }) => (place.unit === unit ? [evidence] : []))
    return { choice: unit, label: unit, evidence: [...evidenceFor(unit, places, use), ...elsewhere] }
  })
  const { choice, decision } = decide('unit of money', hypotheses)
  const all: UnitNamed[] = [...places, ...figures.map(({ place }) => place)]
  const named = all.find(({ unit }) => unit === choice)
  if (named === undefined && !use.has(choice)) return null
  const chosen: UnitNamed = named ?? { where: 'document', unit: choice, text: null, page: null, box: null }
  return { chosen, places: named ? all : [chosen, ...all], decision }
}

/** The unit of a table by what it and its document print. */
export const unitOf = (table: Table, use: UnitUse): UnitReading | null => decideUnit(placesOf(table), use)
