import { type BudgetTable, type Dataset, type Line, nameOf } from '../../../budget/dataset.ts'
import type { ProseFact, Subject } from '../../../budget/prose/prose.ts'
import type { Check } from '../../check.ts'
import type { Of } from '../../declared/identity.ts'
import { BASES, NAME_GROUPS, OF_THE_BUDGET } from '../../declared/words.ts'
import { cellTerm, ifMostHold, unproven } from '../compare.ts'
import { tableOf } from '../select.ts'
import { against, amountIn, isAmount, isOfDocument, ofParts } from './facts.ts'

/** The line of a subject: by its code, or by the names of 类, 款 and 项; null when not certain. */
function subjectLine(table: BudgetTable, { item, code }: ProseFact): Line | null {
  if (item === null) return null
  const lines = table.lines.filter(line => line.code !== null && line.codeKind === 'function' && line.role !== 'project')
  const { classCode, names } = item
  const name = names.项 ?? names.款 ?? names.类
  const length = names.项 ? 7 : names.款 ? 5 : 3
  const found = lines.filter(
    line =>
      line.code?.length === length &&
      (length === 3 ? line.code === classCode : line.name === name) &&
      (classCode === null || line.code?.startsWith(classCode)) &&
      isUnder(table, line, names),
  )
  if (name === undefined || found.length === 0) return (code !== null && lines.find(line => line.code === code)) || null
  return found.length === 1 ? (found[0] ?? null) : null
}

/** Whether a 项 may stand under the 款 that the sentence names: 行政运行 is a name of many. Only another 款 above it says no. */
function isUnder({ lines }: BudgetTable, line: Line, names: Subject['names']): boolean {
  if (names.项 === undefined || names.款 === undefined) return true
  const parent = line.parent === null ? undefined : lines[line.parent]
  return parent?.code?.length !== 5 || parent.name === names.款
}

/** The heading of a list of items: one that names the item itself is left out. */
const listOf = ({ section }: ProseFact): string =>
  section
    .split(' > ')
    .filter(heading => !/〔|\d{5,7}/.test(heading))
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

/** The first figure of each item against its line in a table, by the lists that the items stand in. */
function itemsIn(
  dataset: Dataset,
  table: BudgetTable,
  { id, underFund = false }: Of<'said-item' | 'said-list'>,
): Map<string, Check[]> {
  const seen = new Set<number>()
  const items = dataset.prose.flatMap(fact => {
    if (!isAmount(fact) || !isOfDocument(dataset, fact) || OF_THE_BUDGET.test(fact.label)) return []
    if (!(isOfFund(fact, table) ?? !underFund)) return []
    const line = subjectLine(table, fact)
    const amount = line && (amountIn(table, line, 'total') ?? amountIn(table, line, 'expense'))
    if (!line || !amount || seen.has(fact.sentence)) return []
    seen.add(fact.sentence)
    // Many documents spend other money on the same class: it proves only a match.
    const loose = line.code?.length === 3
    const check = against(id, fact, { label: `${nameOf(table)}·${line.name}`, terms: [cellTerm(amount)] }, loose)
    return [{ list: listOf(fact), check }]
  })
  const lists = Map.groupBy(items, ({ list }) => list)
  return new Map([...lists].map(([list, all]) => [list, all.map(({ check }) => check)]))
}

/**
 * Items of 具体使用情况 against the table of their fund, the first figure of a sentence: a list speaks of the table when most of it
 * repeats it, and a list under a heading that must name the fund does so however short it is.
 */
export function saidItems(dataset: Dataset, identity: Of<'said-item' | 'said-list'>): Check[] {
  const tables = dataset.tables
    .filter(({ kind }) => kind !== null && identity.kinds.includes(kind))
    .map(table => itemsIn(dataset, table, identity))
  return [...new Set(tables.flatMap(lists => [...lists.keys()]))].flatMap(list => {
    const checks = ofOwnTable(tables.map(lists => lists.get(list) ?? []))
    return ifMostHold(checks, 'other items of the list are other money', identity.underFund ? checks.length : 0)
  })
}

/** Lists of 款 under these have each its line in the table. */
const LISTED = /^(?:人员经费|(?:日常)?公用经费)$/
/** Fewer amounts are no list. */
const A_LIST = 3

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
