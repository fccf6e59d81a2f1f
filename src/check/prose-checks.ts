import type { BudgetTable, Dataset, Line } from '../budget/dataset.ts'
import type { ProseFact } from '../budget/prose.ts'
import type { Check, Side } from './check.ts'
import { cellTerm, compare, notEvaluable, proseTerm } from './draft.ts'
import { LINKS, type Link, NAME_GROUPS, PART_WORDS } from './prose-links.ts'
import { chosen, columnOf, lineOf, tableOf } from './select.ts'

/** Whether a figure is said of the fiscal year: its label names no other year and not the last one. */
export function isOfYear({ metadata }: Dataset, fact: ProseFact): boolean {
  const year = /^.*(20\d\d)年/.exec(fact.label)?.[1]
  if (/^(?:上年|去年)(?!结转|结余)/.test(fact.label)) return false
  return year === undefined || metadata.fiscalYear === null || Number.parseInt(year, 10) === metadata.fiscalYear
}

/** Figures of a final account that are not the account but its budget. */
const finals = /全年预算|年初预算|调整预算/

const isAmount = (fact: ProseFact): boolean => fact.kind === 'amount' && fact.fen !== null && !fact.aside

/** A figure of the prose against figures of tables. */
export function against(id: string, fact: ProseFact, { label, terms }: Side, loose: boolean): Check {
  const subject = fact.subject
  const check = compare(
    { identity: id, instance: `p.${fact.page} ${subject} ${fact.text}` },
    { label: subject || Object.values(fact.item?.names ?? {}).join(' ') || fact.before.slice(-24), terms: [proseTerm(fact)] },
    { label, terms },
    terms.length === 1 ? 'same' : 'sum',
  )
  return check.outcome === 'broken' && loose ? notEvaluable(check, 'may mean other money') : check
}

interface Linked {
  readonly link: Link
  readonly table: BudgetTable
  readonly line: Line
}

function linkOf(dataset: Dataset, fact: ProseFact, link: Link): { readonly check: Check; readonly linked: Linked } | null {
  if (finals.test(fact.label) || !link.subject.test(fact.subject) || (link.section && !link.section.test(fact.section)))
    return null
  for (const place of link.places) {
    const table = tableOf(dataset, place.kinds)
    const line = table && lineOf(table, place)
    const amount = chosen(dataset, place)
    if (!table || !line || typeof amount === 'string' || amount === null) continue
    const label = `${table.table.title ?? table.table.id}·${line.label || '合计'}`
    return {
      check: against(link.id, fact, { label, terms: [cellTerm(amount)] }, link.loose === true || isPart(fact)),
      linked: { link, table, line },
    }
  }
  return null
}

/** A total said again among the parts of something else may be about part of the money. */
const isPart = (fact: ProseFact): boolean => fact.whole !== null

/** A part after 其中, against the same table as its whole: a column of the total row, a line of the ledger, or the lines of its 类, one for each unit. */
function partCheck(dataset: Dataset, fact: ProseFact, { link, table, line }: Linked): Check | null {
  const word = PART_WORDS.find(([pattern]) => pattern.test(fact.subject))?.[1]
  const code = fact.classCode
  const lines = code === null ? [] : table.lines.filter(other => other.code === code && other.list === line.list)
  const places: { readonly table: BudgetTable; readonly lines: readonly Line[]; readonly column: string }[] = [
    ...(word ? wordPlaces(dataset, { table, line }, word) : []),
    { table, lines, column: 'main' },
  ]
  for (const place of places) {
    const figures = place.lines.flatMap(other => {
      const column = columnOf(place.table, other.list, place.column)
      return (column && other.amounts.get(column.index)) ?? []
    })
    const [first] = figures
    if (!first || figures.length < place.lines.length) continue
    const path = place.table.columns.find(({ index }) => index === first.column)?.path.at(-1) ?? ''
    // A code that stands in several rows may be that of several units, or read twice: only a match proves something.
    const isLoose = figures.length > 1
    const label = [place.table.table.title ?? place.table.table.id, ...(code ? [place.lines[0]?.label] : []), path].join('·')
    return against(code ? 'N2c' : link.id, fact, { label, terms: figures.map(figure => cellTerm(figure)) }, isLoose)
  }
  return null
}

/** Where a part of a name stands: a column of the line its whole was found in, a line of the same side, or a table that says more. */
function wordPlaces(dataset: Dataset, { table, line }: { readonly table: BudgetTable; readonly line: Line }, word: string) {
  const side = sideOf(table, line)
  const own = lineOf(table, { line: word, ...(side && { side }) })
  return [
    { table, lines: [line], column: word },
    ...(own ? [{ table, lines: [own], column: 'main' }] : []),
    ...followers(dataset, table, word).map(found => ({ table: found.table, lines: [found.line], column: found.column })),
  ]
}

const sideOf = (table: BudgetTable, line: Line): 'income' | 'expense' | undefined => table.sides[line.list] ?? undefined

/** The tables of income and expenditure say more about a total than the ledger does. */
function followers(dataset: Dataset, table: BudgetTable, column: string) {
  const kinds = table.kind === 'bud.total' ? ['bud.income', 'bud.expense'] : table.kind === 'fin.01' ? ['fin.02', 'fin.03'] : []
  return kinds.flatMap(kind => {
    const other = tableOf(dataset, [kind])
    const line = other && lineOf(other, { line: 'total' })
    return other && line && columnOf(other, line.list, column) ? [{ table: other, line, column }] : []
  })
}

/** Totals of the prose and their parts against the tables (N1, N2, N8, N10, X15, X16). */
export function linkedChecks(dataset: Dataset): Check[] {
  const checks: Check[] = []
  const wholes = new Map<number, Linked>()
  dataset.prose.forEach((fact, at) => {
    if (!isAmount(fact) || !isOfYear(dataset, fact)) return
    for (const link of LINKS) {
      const found = linkOf(dataset, fact, link)
      if (!found) continue
      checks.push(found.check)
      wholes.set(at, found.linked)
      break
    }
    const whole = fact.whole === null ? undefined : wholes.get(fact.whole)
    const part = whole && partCheck(dataset, fact, whole)
    if (part) checks.push(part)
  })
  return checks
}

const GPB = ['bud.gpb', 'fin.05']
/** The line of a subject: by its code, or by the names of 类, 款 and 项; null when not certain. */
function subjectLine(table: BudgetTable, fact: ProseFact): Line | null {
  const subject = fact.item
  if (!subject) return null
  const lines = table.lines.filter(line => line.code !== null && line.codeKind === 'function' && line.role !== 'project')
  if (subject.code !== null) return lines.find(line => line.code === subject.code) ?? null
  const classOf = subject.classCode
  const name = subject.names.项 ?? subject.names.款 ?? subject.names.类
  const length = subject.names.项 ? 7 : subject.names.款 ? 5 : 3
  const found = lines.filter(
    line =>
      line.code?.length === length &&
      (length === 3 ? line.code === classOf : line.name === name) &&
      (classOf === null || line.code?.startsWith(classOf)) &&
      isUnder(table, line, subject.names),
  )
  return found.length === 1 ? (found[0] ?? null) : null
}

/** Whether a 项 may stand under the 款 that the sentence names: 行政运行 is a name of many. Only another 款 above it says no. */
function isUnder({ lines }: BudgetTable, line: Line, names: NonNullable<ProseFact['item']>['names']): boolean {
  if (names.项 === undefined || names.款 === undefined) return true
  const parent = line.parent === null ? undefined : lines[line.parent]
  return parent?.code?.length !== 5 || parent.name === names.款
}

/** Items of 具体使用情况 against the table of the general public budget (N7). */
export function itemChecks(dataset: Dataset): Check[] {
  const table = tableOf(dataset, GPB)
  if (!table) return []
  const seen = new Set<string>()
  return dataset.prose.flatMap(fact => {
    if (
      !isAmount(fact) ||
      !isOfYear(dataset, fact) ||
      finals.test(fact.label) ||
      !/一般公共预算|支出预算|财政拨款/.test(fact.section)
    )
      return []
    const line = subjectLine(table, fact)
    const key = line?.code ?? ''
    const column = line && columnOf(table, line.list, 'total')
    const amount = line && column ? line.amounts.get(column.index) : undefined
    if (!line || !amount || seen.has(`${fact.sentence}`)) return []
    seen.add(`${fact.sentence}`)
    // Many documents spend other money on the same subject: a class named without 一般公共预算 above proves only a match.
    const loose = !/一般公共预算/.test(fact.section) || key.length === 3
    return [
      against('N7', fact, { label: `${table.table.title ?? table.table.id}·${line.name}`, terms: [cellTerm(amount)] }, loose),
    ]
  })
}

/** Parts of 人员经费 and 公用经费: each against its 款, all of them against their sum (N8). */
export function partListChecks(dataset: Dataset): Check[] {
  const table = tableOf(dataset, ['bud.gpb_basic', 'fin.06'])
  const checks: Check[] = []
  dataset.prose.forEach((whole, at) => {
    if (!isAmount(whole) || !/^(?:人员经费|(?:日常)?公用经费)$/.test(whole.subject)) return
    const parts = dataset.prose.filter(fact => fact.whole === at && isAmount(fact))
    if (parts.length < 3) return
    const sum = compare(
      { identity: 'N8', instance: `p.${whole.page} ${whole.subject}` },
      { label: whole.subject, terms: [proseTerm(whole)] },
      { label: `Σ ${parts.length}`, terms: parts.map(part => proseTerm(part)) },
      'sum',
    )
    const open = dataset.prose.some(fact => fact.sentence === whole.sentence && /等/.test(fact.before))
    checks.push(sum.outcome === 'broken' && open ? notEvaluable(sum, 'the list is open (等)') : sum)
    if (!table) return
    for (const part of parts) {
      const name = part.subject
      const codes = NAME_GROUPS[name]
      const lines = table.lines.filter(
        line => line.code?.length === 5 && (codes ? codes.includes(line.code) : line.name === name),
      )
      const terms = lines.flatMap(line => {
        const column = columnOf(table, line.list, 'main')
        const amount = column && line.amounts.get(column.index)
        return amount ? [cellTerm(amount)] : []
      })
      if (terms.length > 0 && (codes || terms.length === 1))
        checks.push(
          against(
            'N8',
            part,
            { label: `${table.table.title ?? ''}·${lines.map(line => line.name).join('+')}`, terms },
            !/一般公共预算/.test(part.section),
          ),
        )
    }
  })
  return checks
}
