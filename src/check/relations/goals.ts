import { type BudgetTable, type Dataset, type Indicator, nameOf } from '../../budget/dataset.ts'
import { plain } from '../../budget/label.ts'
import type { Check, Term } from '../check.ts'
import type { Of } from '../declared/identity.ts'
import { IDLE_WORDS, SAME_WORDS } from '../declared/words.ts'
import { cellTerm, compare, counted, notEvaluable, unproven } from './compare.ts'
import { goalTerm } from './goal-weights.ts'
import { amountIn } from './said/facts.ts'
import { tableOf } from './select.ts'

/** The amount printed for each project in a grid of goals: 项目名称 and 预算数 stand in merged cells. */
interface Project {
  readonly name: string
  readonly row: number
  readonly term: Term
}

function projectsOf(table: BudgetTable): Project[] {
  const column = table.columns.find(other => other.role === 'amount')
  const named = table.columns.find(other => /项目名称/.test(other.path.at(-1) ?? ''))
  if (!column || !named) return []
  const lines = table.lines.filter(line => line.amounts.get(column.index)?.money)
  return lines.flatMap(line => {
    const name = table.table.cells.find(cell => cell.column === named.index && cell.row === line.row)
    const amount = line.amounts.get(column.index)
    return name && amount ? [{ name: plain(name.text), row: line.row, term: cellTerm(amount) }] : []
  })
}

const gridsOf = ({ tables }: Dataset): BudgetTable[] =>
  tables.filter(({ kind, table }) => kind === 'bud.perf_project' && table.headerRows > 0)

/** The limit of the cost goal is the budget of the project. */
export const goalCosts = (dataset: Dataset, identity: Of<'goal-cost'>): Check[] =>
  ifUsual(gridsOf(dataset).flatMap(table => costsIn(dataset, table, identity)))

function costsIn(dataset: Dataset, table: BudgetTable, { id, level1, level3 }: Of<'goal-cost'>): Check[] {
  const projects = projectsOf(table)
  const isCost = (goal: Indicator): boolean =>
    level1?.test(goal.level1 ?? '') === true && level3?.test(plain(goal.level3 ?? '')) === true && goal.unit === '万元'
  return projects.flatMap((project, at) => {
    const end = projects[at + 1]?.row ?? table.table.rowCount
    const [cost, ...more] = dataset.indicators.filter(
      goal => goal.table === table.table.id && goal.row >= project.row && goal.row < end && isCost(goal),
    )
    const term = cost && more.length === 0 ? goalTerm(dataset, cost, '万元') : null
    return cost && term ? [ofProject(`${table.table.id} ${project.name}`, { id, goal: cost, term, project })] : []
  })
}

interface OfProject {
  readonly id: string
  readonly goal: Indicator
  readonly term: Term
  readonly project: Project
}

/** A goal that limits the cost of a project against its budget. */
const ofProject = (instance: string, { id, goal, term, project }: OfProject): Check =>
  compare(
    { identity: id, instance },
    { label: goal.level3 ?? '', terms: [term] },
    { label: '预算数', terms: [project.term] },
    'same',
  )

/** A relation that fails for as many projects as it holds for is none of this document: its cost goals limit something else. */
function ifUsual(checks: readonly Check[]): Check[] {
  const failing = checks.filter(({ outcome }) => outcome === 'broken').length
  return failing * 2 < checks.length
    ? [...checks]
    : checks.map(check => unproven(check, 'it holds for too few projects to be known'))
}

/** Projects of the only grid of goals and of the project table are the same, in the same order. */
export function goalProjects(dataset: Dataset, { id }: Of<'goal-project'>): Check[] {
  const [grid, ...more] = gridsOf(dataset)
  const table = tableOf(dataset, ['bud.gpb_project'])
  const lines = table?.lines.filter(line => line.role === 'project') ?? []
  if (!grid || more.length > 0 || !table || lines.length === 0) return []
  return projectsOf(grid).flatMap((project, at) => {
    const line = lines[at]?.name === project.name ? lines[at] : lines.find(other => plain(other.name) === project.name)
    const amount = line && amountIn(table, line, 'main')
    if (!amount) return []
    const check = compare(
      { identity: id, instance: project.name },
      { label: project.name, terms: [project.term] },
      { label: nameOf(table), terms: [cellTerm(amount)] },
      'same',
    )
    return [line === lines[at] ? check : { ...check, note: 'order differs' }]
  })
}

/** What a goal counts, in the words all goals are compared in, whatever their order. */
const countedBy = (goal: Indicator): string => {
  let name = plain(goal.level3 ?? '')
  for (const [pattern, word] of SAME_WORDS) name = name.replaceAll(pattern, word)
  return [...name.replaceAll(IDLE_WORDS, '')].sort().join('')
}

/** A goal of the department and the goals of its projects that count the same, in tables of goals. */
function summaries({ tables, indicators }: Dataset): { readonly goal: Indicator; readonly same: readonly Indicator[] }[] {
  const kinds = new Map(tables.map(({ table, kind }) => [table.id, kind]))
  const ofProjects = Map.groupBy(
    indicators.filter(({ table }) => kinds.get(table) === 'bud.perf_project'),
    countedBy,
  )
  return indicators
    .filter(({ table }) => kinds.get(table) === 'bud.perf_dept')
    .map(goal => ({ goal, same: ofProjects.get(countedBy(goal)) ?? [] }))
}

/** Quantities of the department against those of projects they sum up. */
export function goalSums(dataset: Dataset, { id, level2 }: Of<'goal-sum'>): Check[] {
  return summaries(dataset).flatMap(({ goal, same }) => {
    const total = goalTerm(dataset, goal, goal.unit ?? '')
    const terms = same.flatMap(other => goalTerm(dataset, other, other.unit ?? '') ?? [])
    if (!total || terms.length === 0 || terms.length < same.length || goal.unit === '%') return []
    if (!level2?.test(goal.level2 ?? '') || (same.length === 1 && same[0]?.unit !== goal.unit)) return []
    const right = { label: `Σ ${same.length} ${same[0]?.level3 ?? ''}`, terms }
    const left = { label: goal.level3 ?? '', terms: [total] }
    const check = counted(compare({ identity: id, instance: `${goal.level3}` }, left, right, 'same'), goal.unit ?? '')
    if (same.length === 1) return [unproven(check, 'one goal of that name')]
    // Several projects may serve the same people: each then promises what the department does.
    const isOfEach = check.outcome === 'broken' && terms.some(({ fen }) => fen === total.fen)
    return [isOfEach ? notEvaluable(check, 'the department promises what one of its projects does') : check]
  })
}

/** Whether a bound of the department follows from that of its project: it may be one over other projects too. */
const isWeaker = ({ operator }: Indicator, department: bigint, project: bigint): boolean =>
  operator === '≥' ? department < project : operator === '≤' && department > project

/** The same percentage in goals of the department and of projects; a department that promises less than its project contradicts nothing. */
export function goalShares(dataset: Dataset, { id, level3 }: Of<'goal-share'>): Check[] {
  const hundredths = (one: Term): Term => ({ ...one, fen: one.fen * 100n })
  return summaries(dataset).flatMap(({ goal, same: [first, ...more] }) => {
    const isSame = first?.unit === '%' && more.every(({ value }) => value === first.value)
    const total = goal.unit === '%' && level3?.test(goal.level3 ?? '') ? goalTerm(dataset, goal, '%') : null
    const term = isSame ? goalTerm(dataset, first, '%') : null
    if (!total || !term) return []
    const left = { label: goal.level3 ?? '', terms: [hundredths(total)] }
    const right = { label: first?.level3 ?? '', terms: [hundredths(term)] }
    const check = counted(compare({ identity: id, instance: `${goal.level3}` }, left, right, 'same'), '%')
    return [
      isWeaker(goal, total.fen, term.fen) ? notEvaluable(check, 'the department promises no more than its project') : check,
    ]
  })
}

/** Limits of the projects in the department's goals against their budgets. */
export function goalLimits(dataset: Dataset, { id, level3 }: Of<'goal-limit'>): Check[] {
  const projects = gridsOf(dataset).flatMap(projectsOf)
  return dataset.indicators.flatMap(goal => {
    const table = dataset.tables.find(other => other.table.id === goal.table)
    const name = level3?.exec(plain(goal.level3 ?? ''))?.[1]
    const project = projects.find(other => other.name === name)
    const term = table?.kind === 'bud.perf_dept' && project ? goalTerm(dataset, goal, goal.unit ?? '万元') : null
    return term && project ? [ofProject(project.name, { id, goal, term, project })] : []
  })
}
