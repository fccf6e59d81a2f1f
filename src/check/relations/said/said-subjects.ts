import { type BudgetTable, type Dataset, type Line, nameOf } from '../../../budget/dataset.ts'
import { type AmountCell, magnitude } from '../../../budget/money/amount.ts'
import type { ProseFact, Subject } from '../../../budget/prose/prose.ts'
import type { Check } from '../../check.ts'
import type { Of } from '../../declared/identity.ts'
import { BASES, NAME_GROUPS, OF_THE_BUDGET } from '../../declared/words.ts'
import { cellTerm, compare, ifMostHold, notEvaluable, proseTerm, unproven } from '../compare.ts'
import { tableOf } from '../select.ts'
import { against, amountIn, isAmount, isOfDocument, ofParts } from './facts.ts'

/** How many digits the code of an item has by its level. */
export const levelDigits = ({ item }: Pick<ProseFact, 'item'>): number => (item?.names.项 ? 7 : item?.names.款 ? 5 : 3)

/** What names an item, whichever of its sentences it is in. */
const itemName = ({ item }: ProseFact): string => Object.values(item?.names ?? {}).join('·')

/** The line of a subject: by its code, or by the names of 类, 款 and 项; null when not certain. */
function subjectLine(table: BudgetTable, { item, code }: ProseFact): Line | null {
  if (item === null) return null
  const lines = table.lines.filter(line => line.code !== null && line.codeKind === 'function' && line.role !== 'project')
  const { classCode, names } = item
  const name = names.项 ?? names.款 ?? names.类
  const length = levelDigits({ item })
  const found = lines.filter(
    line =>
      line.code?.length === length &&
      (length === 3 ? line.code === classCode : name !== undefined && isCalled(table, line, name)) &&
      (classCode === null || line.code?.startsWith(classCode)) &&
      isUnder(table, line, names),
  )
  if (name === undefined || found.length === 0) return (code !== null && lines.find(line => line.code === code)) || null
  return found.length === 1 ? (found[0] ?? null) : null
}

/** Whether a name is that of a line, behind the names of those above it as far as it tells them too: 人大事务行政运行. */
function isCalled({ lines }: BudgetTable, line: Line, name: string): boolean {
  if (line.name === name || line.name === '' || !name.endsWith(line.name)) return line.name === name
  const path = [line, ...above(lines, line)].map(one => one.name).reverse()
  return path.join('').endsWith(name)
}

/** The lines that a line stands under, the nearest first. */
function above(lines: readonly Line[], { parent }: Line): Line[] {
  const line = parent === null ? undefined : lines[parent]
  return line ? [line, ...above(lines, line)] : []
}

/** Whether a 项 may stand under the 款 that the sentence names: 行政运行 is a name of many. Only another 款 above it says no. */
function isUnder({ lines }: BudgetTable, line: Line, names: Subject['names']): boolean {
  if (names.项 === undefined || names.款 === undefined) return true
  const parent = line.parent === null ? undefined : lines[line.parent]
  return parent?.code?.length !== 5 || parent.name === names.款
}

/** The heading of a list of items: one that names the item itself is left out. */
export const listOf = ({ section }: ProseFact): string =>
  section
    .split(' > ')
    .filter(heading => !/〔|\d{5,7}|(?<!\d)\d{3}[-—]/.test(heading))
    .join(' > ')

/** Whether the innermost heading that names a fund names that of a table; undefined where no heading names one. */
function isOfFund({ section }: ProseFact, { kind }: BudgetTable): boolean | undefined {
  const named = section.split(' > ').map(heading => BASES.filter(([words]) => words.test(heading)))
  return named.findLast(bases => bases.length > 0)?.every(([, limited]) => limited.test(kind ?? ''))
}

/** Of several tables of a kind, as where one file is of two departments, a list repeats at least so many figures of its own … */
const REPEATED = 3
/** … and so many times as many as of any other. */
const MARGIN = 2

const heldOf = (checks: readonly Check[]): number => checks.filter(({ outcome }) => outcome !== 'broken').length

/** Why an item is held against nothing: the table has no row of its name … */
export const NO_ROW = 'the table has no such subject'
/** … or only one of another name with its amount. */
export const OTHER_NAME = 'the table has its amount under another name'

const amountOf = (table: BudgetTable, line: Line): AmountCell | undefined =>
  amountIn(table, line, 'total') ?? amountIn(table, line, 'expense')

/** The rows of a table of the level of an item. */
function rowsOfLevel({ lines }: BudgetTable, fact: ProseFact): Line[] {
  const length = levelDigits(fact)
  return lines.filter(({ code, codeKind, role }) => codeKind === 'function' && code?.length === length && role !== 'project')
}

/** An item that the table has no row of, with the row of its 类 that it could be where that is one: by its amount but for the last place, and not that of another item. */
function withoutRow(id: string, table: BudgetTable, fact: ProseFact, taken: ReadonlySet<Line>): Check {
  const isLike = (line: Line): boolean => {
    const money = amountOf(table, line)?.money
    const isOfClass = line.code?.startsWith(fact.item?.classCode ?? '') === true
    return isOfClass && !taken.has(line) && !!money && magnitude(money.fen - (fact.fen ?? 0n)) <= fact.step
  }
  const [line, ...more] = rowsOfLevel(table, fact).filter(isLike)
  const amount = line && more.length === 0 ? amountOf(table, line) : undefined
  const label = itemName(fact)
  const check = compare(
    { identity: id, instance: `p.${fact.page} ${label} ${fact.text}` },
    { label, terms: [proseTerm(fact)] },
    { label: amount ? `${line?.code ?? ''} ${line?.name ?? ''}` : '', terms: amount ? [cellTerm(amount)] : [] },
    'same',
  )
  return { ...notEvaluable(check, amount ? OTHER_NAME : NO_ROW), difference: null, tables: [table.table.id] }
}

/** The figures of a list against the table that it repeats; of several with none far ahead, none. */
function ofOwnTable(tables: readonly (readonly Check[])[]): readonly Check[] {
  const [own, next] = tables.toSorted((a, b) => heldOf(b) - heldOf(a))
  if (own === undefined || next === undefined) return own ?? []
  const isOwn = heldOf(own) >= REPEATED && heldOf(own) >= MARGIN * heldOf(next)
  // What another table prints is no slip of this one.
  const elsewhere = new Set(
    tables
      .flatMap(checks => (checks === own ? [] : checks.filter(({ outcome }) => outcome === 'holds')))
      .map(({ instance }) => instance),
  )
  return isOwn ? own.filter(({ outcome, instance }) => outcome !== 'broken' || !elsewhere.has(instance)) : []
}

/** The items of a list: those that a table has a row of, and those that it has none of. */
interface Listed {
  readonly checks: readonly Check[]
  readonly lost: readonly Check[]
}

/** An amount of an item with its line in a table; null where that has none. */
interface Item {
  readonly fact: ProseFact
  readonly line: Line | null
}

/** The amounts of items, each with its line in a table: the first of a sentence that has one, or null where the table, which prints their level, has none. */
function itemsOf(dataset: Dataset, table: BudgetTable, { underFund = false }: Of<'said-item'>): Item[] {
  const seen = new Set<number>()
  return dataset.prose.flatMap((fact): Item[] => {
    if (!isAmount(fact) || !isOfDocument(dataset, fact) || OF_THE_BUDGET.test(fact.label)) return []
    if (!(isOfFund(fact, table) ?? !underFund) || seen.has(fact.sentence)) return []
    const line = subjectLine(table, fact)
    // What is nothing needs no row.
    if (line === null) return fact.item !== null && fact.fen && rowsOfLevel(table, fact).length > 0 ? [{ fact, line }] : []
    if (!amountOf(table, line)) return []
    seen.add(fact.sentence)
    return [{ fact, line }]
  })
}

/** Whether any table has a row of the name of an item, of its level where its code says one. */
function isPrinted({ tables }: Dataset, fact: ProseFact): boolean {
  const own = Object.values(fact.item?.names ?? {}).at(-1)
  const isOwn = ({ name, code, codeKind }: Line): boolean =>
    name === own && (codeKind !== 'function' || code?.length === levelDigits(fact))
  return tables.some(({ lines }) => lines.some(isOwn))
}

/** The items of a table by the lists that they stand in; those that any table has a row of are of that one's money. */
function itemsIn(dataset: Dataset, table: BudgetTable, identity: Of<'said-item'>): Map<string, Listed> {
  const { id } = identity
  const items = itemsOf(dataset, table, identity)
  const taken = new Set(items.flatMap(({ line }) => line ?? []))
  const found = new Set(items.flatMap(({ fact, line }) => (line ? itemName(fact) : [])))
  const lists = Map.groupBy(items, ({ fact }) => listOf(fact))
  const listed = [...lists].map(([list, all]): [string, Listed] => {
    const checks = all.flatMap(({ fact, line }) => {
      const amount = line && amountOf(table, line)
      if (!line || !amount) return []
      // Many documents spend other money on the same class: it proves only a match.
      const loose = line.code?.length === 3
      return [against(id, fact, { label: `${nameOf(table)}·${line.name}`, terms: [cellTerm(amount)] }, loose)]
    })
    const others = all.filter(({ fact, line }) => line === null && !found.has(itemName(fact)) && !isPrinted(dataset, fact))
    const firsts = others.filter(({ fact }, at) => others.findIndex(one => itemName(one.fact) === itemName(fact)) === at)
    return [list, { checks, lost: firsts.map(({ fact }) => withoutRow(id, table, fact, taken)) }]
  })
  return new Map(listed)
}

/** Whether an item has the amount of a row above its own: then it is of the money of the table, whatever the rest of its list is of. */
function isOfRowAbove({ tables }: Dataset, { left, right }: Check): boolean {
  const [said, printed] = [left.terms[0], right.terms[0]]
  const table = tables.find(({ table: { id } }) => id === printed?.place?.table)
  const line = table?.lines.find(({ row, code }) => row === printed?.place?.row && code !== null)
  if (!said || !table || !line) return false
  return above(table.lines, line).some(one => amountOf(table, one)?.money?.fen === said.fen)
}

/** So many items of a list that are those of the table for each that it has none of: it repeats the table. */
const LISTED_EACH = 2

/**
 * Items of 具体使用情况 against the table of their fund, the first figure of a sentence: a list speaks of the table when most of it
 * repeats it, and a list under a heading that must name the fund does so however short it is. What a list that does names beyond the table is told.
 */
export function saidItems(dataset: Dataset, identity: Of<'said-item'>): Check[] {
  const tables = dataset.tables
    .filter(({ kind }) => kind !== null && identity.kinds.includes(kind))
    .map(table => itemsIn(dataset, table, identity))
  return [...new Set(tables.flatMap(lists => [...lists.keys()]))].flatMap(list => {
    const checks = ofOwnTable(tables.map(lists => lists.get(list)?.checks ?? []))
    const [lost = [], ...more] = tables.map(lists => lists.get(list)?.lost ?? [])
    const listed = ifMostHold(checks, 'other items of the list are other money', identity.underFund ? checks.length : 0)
    const tried = listed.map((check, at) => (checks[at] && isOfRowAbove(dataset, checks[at]) ? checks[at] : check))
    const held = tried.filter(({ outcome }) => outcome === 'holds').length
    return more.length === 0 && held >= LISTED_EACH * lost.length ? [...tried, ...lost] : tried
  })
}

/** Lists of 款 under these have each its line in the table. */
const LISTED = /^(?:人员经费|(?:日常)?公用经费)$/
/** Fewer amounts are no list. */
export const A_LIST = 3

/** Parts of 人员经费 and 公用经费: all of them against their sum, each against its 款. */
export function saidLists(dataset: Dataset, { id, kinds }: Of<'said-list'>): Check[] {
  const table = tableOf(dataset, kinds)
  return dataset.prose.flatMap((whole, at) => {
    if (!isAmount(whole) || !LISTED.test(whole.subject)) return []
    const parts = dataset.prose.filter(fact => fact.whole === at && isAmount(fact))
    if (parts.length < A_LIST) return []
    const added = ofParts(id, whole, parts)
    const sum = { ...added, right: { ...added.right, label: `Σ ${parts.length}` } }
    const isOpen = dataset.prose.some(fact => fact.sentence === whole.sentence && /等/.test(fact.before))
    return [
      isOpen ? unproven(sum, 'the list is open (等)') : sum,
      ...(table ? parts.flatMap(part => listedPart(id, part, table)) : []),
    ]
  })
}

function listedPart(id: string, part: ProseFact, table: BudgetTable): Check[] {
  const codes = NAME_GROUPS[part.subject]
  const lines = table.lines.filter(
    ({ code, name }) => code?.length === 5 && (codes ? codes.includes(code) : name === part.subject),
  )
  const terms = lines.flatMap(line => amountIn(table, line, 'main') ?? []).map(amount => cellTerm(amount))
  if (terms.length === 0 || (!codes && terms.length > 1)) return []
  const label = `${table.table.title ?? ''}·${lines.map(({ name }) => name).join('+')}`
  return [against(id, part, { label, terms }, !/一般公共预算/.test(part.section))]
}
