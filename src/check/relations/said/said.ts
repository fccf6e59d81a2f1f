import { coreOf } from '../../../budget/columns/money-words.ts'
import { type BudgetTable, type Dataset, type Line, nameOf } from '../../../budget/dataset.ts'
import { isNow, type ProseFact } from '../../../budget/prose/prose.ts'
import { headAmong } from '../../../budget/words.ts'
import { onceEach } from '../../../once.ts'
import { type Check, isHeld } from '../../check.ts'
import type { Choice, Of, Said, Saying } from '../../declared/identity.ts'
import { SAID } from '../../declared/said.ts'
import { OF_THE_BUDGET, PART_WORDS } from '../../declared/words.ts'
import { cellTerm } from '../compare.ts'
import { chosen, columnOf, lineOf, tableOf } from '../select.ts'
import { against, amountIn, isAmount, isOfDocument, MAY_BE_PARTED } from './facts.ts'
import { isOfNarrower } from './narrower.ts'

/** A figure of the narrative and the line of a table it repeats. */
interface Linked {
  readonly check: Check
  readonly table: BudgetTable
  readonly line: Line
}

/** A figure of the narrative with what its money is called. */
interface Named {
  readonly fact: ProseFact
  readonly name: string
}

function linkOf(dataset: Dataset, { fact, name }: Named, { id, saying }: { readonly id: string; readonly saying: Saying }) {
  const { subject, section, places, narrower = [], added = [], loose } = saying
  if (!subject.test(name) || section?.test(fact.section) === false) return null
  // A total said again among the parts of something else may be about part of the money.
  const isLoose = loose === true || fact.whole !== null
  const linkedTo = (place: Choice): Linked[] => {
    const table = tableOf(dataset, place.kinds)
    const line = table && lineOf(table, place)
    const amount = chosen(dataset, place)
    if (!table || !line || typeof amount === 'string' || amount === null) return []
    const label = `${nameOf(table)}·${line.label || '合计'}`
    return [{ check: against(id, fact, { label, terms: [cellTerm(amount)] }, isLoose), table, line }]
  }
  // Of 本年合计 and 总计, of all money and of 财政拨款 it is the one that has its figure, whatever it is called.
  const linked = places.flatMap(linkedTo)
  const found = [...linked, ...narrower.flatMap(linkedTo)].find(({ check }) => isHeld(check)) ?? linked[0]
  return found ?? linkedToAll(dataset, fact, { id, lines: added })
}

/** A figure and lines of a table that are it together; null where one of them is not there. */
function linkedToAll(
  dataset: Dataset,
  fact: ProseFact,
  { id, lines }: { readonly id: string; readonly lines: readonly Choice[] },
): Linked | null {
  const [first] = lines
  const table = first && tableOf(dataset, first.kinds)
  const line = table && lineOf(table, first)
  const amounts = lines.map(choice => chosen(dataset, choice))
  if (!table || !line || amounts.includes('no figure') || typeof amounts[0] === 'string') return null
  const terms = amounts.flatMap(amount => (amount === null || typeof amount === 'string' ? [] : [cellTerm(amount)]))
  const names = lines.flatMap(choice => lineOf(table, choice)?.label ?? [])
  const check = against(id, fact, { label: `${nameOf(table)}·${names.join('+')}`, terms }, false)
  return { check: check.outcome === 'broken' ? { ...check, note: MAY_BE_PARTED } : check, table, line }
}

/** What the money of a figure is called, without how it is counted and whose it is, a bracket behind the office included: 某局(本级). */
export function moneyName({ metadata: { department } }: Dataset, { subject }: ProseFact): string {
  const at = department === null ? -1 : subject.indexOf(department)
  return coreOf(at < 0 ? subject : subject.slice(at + (department?.length ?? 0)).replace(/^(?:\([^()]*\))?的?/, ''))
}

/** Figures of the narrative that repeat one of a table, each by the first saying that fits, by their place among the facts: the parts of each are asked for once more by their classes. */
const linkedBy = onceEach((dataset: Dataset) => onceEach((said: Said) => linkedIn(dataset, said)))

function linkedIn(dataset: Dataset, { id, sayings }: Said): ReadonlyMap<number, Linked> {
  const found = dataset.prose.flatMap((fact, at): [number, Linked][] => {
    // 支出决算为… in an item of a list is that of its 科目, whatever is left of its name.
    if (fact.item !== null || !isAmount(fact) || !isOfDocument(dataset, fact) || OF_THE_BUDGET.test(fact.label)) return []
    const named = { fact, name: moneyName(dataset, fact) }
    for (const saying of sayings) {
      const linked = linkOf(dataset, named, { id, saying })
      if (linked) return !isNow(fact) || isOfNarrower(dataset, at) ? [] : [[at, linked]]
    }
    return []
  })
  return new Map(found)
}

interface Place {
  readonly table: BudgetTable
  readonly lines: readonly Line[]
  readonly column: string
}

/** A part after 其中 against the first of some places where all its figures are. */
function partCheck(id: string, fact: ProseFact, places: readonly Place[]): Check | null {
  for (const { table, lines, column } of places) {
    const figures = lines.flatMap(line => amountIn(table, line, column) ?? [])
    const [first] = figures
    if (!first || figures.length < lines.length) continue
    const label = [nameOf(table), ...(fact.classCode ? [lines[0]?.label] : []), headAmong(table.columns, first.column)].join(
      '·',
    )
    // A code that stands in several rows may be that of several units, or read twice: only a match proves something.
    return against(id, fact, { label, terms: figures.map(figure => cellTerm(figure)) }, figures.length > 1)
  }
  return null
}

/** Where a part of a name stands: a column of the line its whole was found in, a line of the same side, or a table that says more. */
function wordPlaces(dataset: Dataset, fact: ProseFact, { table, line }: Linked): Place[] {
  const word = PART_WORDS.find(([pattern]) => pattern.test(moneyName(dataset, fact)))?.[1]
  if (word === undefined) return []
  const side = table.sides[line.list]
  const own = lineOf(table, { line: word, ...(side && { side }) })
  return [
    { table, lines: [line], column: word },
    ...(own ? [{ table, lines: [own], column: 'main' }] : []),
    ...followers(dataset, table, word),
  ]
}

/** The tables of income and expenditure say more about a total than the ledger does. */
const FOLLOWERS: Readonly<Record<string, readonly string[]>> = {
  'bud.total': ['bud.income', 'bud.expense'],
  'fin.01': ['fin.02', 'fin.03'],
}

const followers = (dataset: Dataset, { kind }: BudgetTable, column: string): Place[] =>
  (FOLLOWERS[kind ?? ''] ?? []).flatMap(other => {
    const table = tableOf(dataset, [other])
    const line = table && lineOf(table, { line: 'total' })
    return table && line && columnOf(table, line.list, column) ? [{ table, lines: [line], column }] : []
  })

/** Parts after 其中 of what was found in tables, those with the name of a 类 or all others. */
function partChecks(dataset: Dataset, id: string, wholes: ReadonlyMap<number, Linked>, ofClass: boolean): Check[] {
  return dataset.prose.flatMap(fact => {
    const whole = fact.whole === null ? undefined : wholes.get(fact.whole)
    // Parts of what may mean other money may be parts of that.
    if (
      !whole ||
      whole.check.note !== null ||
      !isAmount(fact) ||
      !isOfDocument(dataset, fact) ||
      (fact.classCode !== null) !== ofClass
    )
      return []
    const { table } = whole
    const lines = ofClass ? table.lines.filter(({ code }) => code === fact.classCode) : []
    return partCheck(id, fact, [...wordPlaces(dataset, fact, whole), { table, lines, column: 'main' }]) ?? []
  })
}

/** Totals of the narrative and their named parts against the tables. */
export function saidChecks(dataset: Dataset, identity: Said): Check[] {
  const wholes = linkedBy(dataset)(identity)
  return [...[...wholes.values()].map(({ check }) => check), ...partChecks(dataset, identity.id, wholes, false)]
}

/** Parts after 其中 that are called by the name of a 类 against the lines of it, one for each unit. */
export const saidClasses = (dataset: Dataset, { id }: Of<'said-class'>): Check[] =>
  SAID.flatMap(identity => partChecks(dataset, id, linkedBy(dataset)(identity), true))
