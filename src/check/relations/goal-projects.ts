import { type BudgetTable, type Dataset, type FormAmount, type Line, nameOf } from '../../budget/dataset.ts'
import { labelOf, plain } from '../../budget/label.ts'
import type { AmountCell } from '../../budget/money/amount.ts'
import { addedUp, type Check, type Term } from '../check.ts'
import type { Of } from '../declared/identity.ts'
import { FUNDS_OF_YEAR } from '../declared/words.ts'
import { cellTerm, compare, notEvaluable } from './compare.ts'
import { amountIn } from './said/facts.ts'
import { tableOf } from './select.ts'

/** A project of the performance goals with its money of the year, and where its goals begin. */
export interface Project {
  readonly name: string
  readonly table: BudgetTable
  readonly row: number
  /** What its money is called. */
  readonly label: string
  readonly term: Term
}

/** The amount printed for each project in a grid of goals: 项目名称 and 预算数 stand in merged cells. */
function projectsInGrid(table: BudgetTable): Project[] {
  const column = table.columns.find(other => other.role === 'amount')
  const named = table.columns.find(other => /项目名称/.test(other.path.at(-1) ?? ''))
  if (!column || !named) return []
  const lines = table.lines.filter(line => line.amounts.get(column.index)?.money)
  return lines.flatMap(line => {
    const name = table.table.cells.find(cell => cell.column === named.index && cell.row === line.row)
    const amount = line.amounts.get(column.index)
    return name && amount ? [{ name: plain(name.text), table, row: line.row, label: '预算数', term: cellTerm(amount) }] : []
  })
}

/** The funds of each project in forms of goals, of which several may follow one another in a table; none of a form that prints them twice. */
function projectsInForms({ indicators }: Dataset, table: BudgetTable): Project[] {
  const goals = indicators.filter(goal => goal.table === table.table.id)
  const funds = table.formAmounts.filter(({ label }) => FUNDS_OF_YEAR.test(label))
  const below = ({ amount }: FormAmount) => goals.find(goal => goal.row > amount.row)
  return [...Map.groupBy(funds, below)].flatMap(([goal, [own, ...more]]) =>
    goal?.project && own && more.length === 0
      ? [{ name: plain(goal.project), table, row: own.amount.row, label: own.label, term: cellTerm(own.amount) }]
      : [],
  )
}

const isGrid = ({ table }: BudgetTable): boolean => table.headerRows > 0

/** The projects of all grids and forms of goals, in the order they are printed. */
export const projectsOfGoals = (dataset: Dataset): Project[] =>
  dataset.tables
    .filter(({ kind }) => kind === 'bud.perf_project')
    .flatMap(table => (isGrid(table) ? projectsInGrid(table) : projectsInForms(dataset, table)))

/** Those of grids alone. */
export const projectsInGrids = (dataset: Dataset): Project[] => projectsOfGoals(dataset).filter(({ table }) => isGrid(table))

/** A row of the table that lists projects. */
interface Listed {
  readonly name: string
  readonly amount: AmountCell
}

/** The table that lists the projects with all their money, or with that of the general budget where there is no other. */
export const projectTable = (dataset: Dataset): BudgetTable | null =>
  tableOf(dataset, ['bud.project']) ?? tableOf(dataset, ['bud.gpb_project'])

/** The rows of a table of projects that are no total of others. */
export function listedProjects(table: BudgetTable): Listed[] {
  const parents = new Set(table.lines.map(({ parent }) => parent))
  const isProject = (line: Line, at: number): boolean => line.role !== 'total' && line.name !== '' && !parents.has(at)
  return table.lines.filter(isProject).flatMap(line => {
    const amount = amountIn(table, line, 'main')
    return amount?.money ? [{ name: labelOf(line.name).name, amount }] : []
  })
}

/** Why a project of the goals is held against nothing: the table of projects has no row of its name … */
export const NO_PROJECT = 'the table of projects has no such project'
/** … or those of its name are the money of other forms. */
export const OTHER_FORMS = 'the rows of its name are the money of other forms'
/** Why more than the general budget has is no error. */
const OTHER_FUNDS = 'other funds may pay for it'
/** Why nobody is accused of a project whose neighbours stand elsewhere in the table: it may be another one of its name. */
export const OTHER_PROJECT = 'it may be another project of that name'

/** What a project goes by, whether its year is called so or not: 2026年信访专项经费 is 2026信访专项经费. */
const keyOf = ({ name }: { readonly name: string }): string => name.replace(/^(20\d\d)年度?/, '$1')

/** A project of the goals and the rows that are its own, by their places among all. */
interface Pair {
  readonly at: number
  readonly rows: readonly number[]
}

/** What is compared: the projects of the goals and the rows of the table, in the order they are printed. */
interface Both {
  readonly id: string
  readonly table: BudgetTable
  readonly projects: readonly Project[]
  readonly listed: readonly Listed[]
}

function checkOf({ id, table, projects, listed }: Both, { at, rows }: Pair): Check {
  const project = projects[at] as Project
  const terms = rows.flatMap(row => listed[row]?.amount ?? []).map(amount => cellTerm(amount))
  return compare(
    { identity: id, instance: project.name },
    { label: project.name, terms: [project.term] },
    { label: nameOf(table), terms },
    rows.length > 1 ? 'sum' : 'same',
  )
}

/** Projects of one name with their rows: each with one of its money, and the only one that is left with what is left; without rows where nobody knows. */
function pairsOf(both: Both, key: string): Pair[] {
  const placesOf = (all: readonly { readonly name: string }[]): number[] =>
    all.flatMap((one, at) => (keyOf(one) === key ? [at] : []))
  const rows = placesOf(both.listed)
  const pairs: Pair[] = []
  const others = placesOf(both.projects).filter(at => {
    const own = rows.findIndex(row => checkOf(both, { at, rows: [row] }).outcome !== 'broken')
    if (own >= 0) pairs.push({ at, rows: rows.splice(own, 1) })
    return own < 0
  })
  const [at, ...more] = others
  const rest = at !== undefined && more.length === 0 && rows.length > 0 ? { at, rows } : null
  // One project may be listed in several rows; which of them is whose nobody knows where they do not add up to it.
  if (rest && (rows.length === 1 || checkOf(both, rest).outcome !== 'broken')) return [...pairs, rest]
  return [...pairs, ...others.map(other => ({ at: other, rows: [] }))]
}

/** Projects of the goals are those of the table that lists them, each with its money; of several of one name each has a row of its own. */
export function goalProjects(dataset: Dataset, { id }: Of<'goal-project'>): Check[] {
  const table = projectTable(dataset)
  if (table === null) return []
  const projects = projectsOfGoals(dataset)
  const both = { id, table, projects, listed: listedProjects(table) }
  const pairs = [...new Set(projects.map(keyOf))].flatMap(key => pairsOf(both, key)).sort((one, other) => one.at - other.at)
  return pairs.map(pair => ofPair(pair, pairs, both))
}

/** Whether the project before or behind in the goals is the row before or behind in the table. */
const isInOrder = ({ at, rows }: Pair, pairs: readonly Pair[]): boolean =>
  [-1, 1].some(by => pairs[at + by]?.rows.some(row => rows.includes(row - by)))

/** The only row of the money of a project that is no other's: the project may go by another name there. */
function rowOfMoney({ at }: Pair, pairs: readonly Pair[], { projects, listed }: Both): Listed | null {
  const taken = new Set(pairs.flatMap(({ rows }) => rows))
  const isOfMoney = ({ amount }: Listed, row: number): boolean =>
    !taken.has(row) && amount.money?.fen === projects[at]?.term.fen && amount.money?.fen !== 0n
  const [own, ...more] = listed.filter(isOfMoney)
  return own && more.length === 0 ? own : null
}

/** A project without rows, which proves nothing, with the row of another name that has its money. */
function withoutRow(pair: Pair, pairs: readonly Pair[], both: Both): Check {
  const check = checkOf(both, pair)
  const { table, listed } = both
  const row = rowOfMoney(pair, pairs, both)
  const right = row ? { label: row.name, terms: [cellTerm(row.amount)] } : check.right
  const note = listed.some(row => keyOf(row) === keyOf({ name: check.instance })) ? OTHER_FORMS : NO_PROJECT
  return { ...notEvaluable(check, note), right, difference: null, tables: [...check.tables, table.table.id] }
}

/** A project against its rows; out of the order of the table it may be another. */
function ofPair(pair: Pair, pairs: readonly Pair[], both: Both): Check {
  if (pair.rows.length === 0) return withoutRow(pair, pairs, both)
  const check = checkOf(both, pair)
  if (check.outcome !== 'broken') return check
  if (both.table.kind === 'bud.gpb_project' && addedUp(check.left.terms) > addedUp(check.right.terms))
    return notEvaluable(check, OTHER_FUNDS)
  return isInOrder(pair, pairs) ? check : { ...check, note: OTHER_PROJECT }
}
