import type { Dataset, Indicator } from '../../budget/dataset.ts'
import { plain } from '../../budget/label.ts'
import type { Check, Term } from '../check.ts'
import type { Of } from '../declared/identity.ts'
import { IDLE_WORDS, SAME_WORDS } from '../declared/words.ts'
import { compare, counted, notEvaluable, unproven } from './compare.ts'
import { type Project, projectsInGrids, projectsOfGoals } from './goal-projects.ts'
import { goalTerm } from './goal-weights.ts'

/** Why nobody is accused of a limit of what the whole project costs: it may run for years, and be paid by others. */
export const LIMITS_OTHER = 'the limit may be of other years or of other money'

/** The limit of the cost goal is the budget of the project. */
export const goalCosts = (dataset: Dataset, identity: Of<'goal-cost'>): Check[] =>
  ifUsual([...Map.groupBy(projectsOfGoals(dataset), ({ table }) => table).values()].flatMap(costsIn(dataset, identity)))

/** The cost goals of the projects of one table. */
const costsIn =
  ({ indicators, tables }: Dataset, { id, level1, level3, ofWhole }: Of<'goal-cost'>) =>
  (projects: readonly Project[]): Check[] => {
    const isCost = (goal: Indicator): boolean =>
      level1?.test(goal.level1 ?? '') === true && level3?.test(plain(goal.level3 ?? '')) === true && goal.unit === '万元'
    return projects.flatMap((project, at) => {
      const { table } = project.table
      const end = projects[at + 1]?.row ?? table.rowCount
      const [cost, ...more] = indicators.filter(
        goal => goal.table === table.id && goal.row >= project.row && goal.row < end && isCost(goal),
      )
      const term = cost && more.length === 0 ? goalTerm({ tables }, cost, '万元') : null
      if (!cost || term === null) return []
      const check = ofProject(`${table.id} ${project.name}`, { id, goal: cost, term, project })
      return [ofWhole && check.outcome === 'broken' ? ofAllCosts(check, { project, cost, term }) : check]
    })
  }

/** A limit of all that a project costs against its funds: it may be one of a part of them, and who is wrong is never sure. */
function ofAllCosts(check: Check, { project, cost, term }: { project: Project; cost: Indicator; term: Term }): Check {
  const parts = project.table.formAmounts.filter(({ amount }) => amount.row >= project.row && amount.row < cost.row)
  const isOfPart = parts.some(({ amount }) => amount.money?.fen === term.fen)
  return isOfPart ? notEvaluable(check, 'it limits a part of the funds') : { ...check, note: LIMITS_OTHER }
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
    { label: project.label, terms: [project.term] },
    'same',
  )

/** A relation that fails for as many projects as it holds for is none of this document: its cost goals limit something else. */
function ifUsual(checks: readonly Check[]): Check[] {
  const failing = checks.filter(({ outcome }) => outcome === 'broken').length
  return failing * 2 < checks.length
    ? [...checks]
    : checks.map(check => unproven(check, 'it holds for too few projects to be known'))
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
  const projects = projectsInGrids(dataset)
  return dataset.indicators.flatMap(goal => {
    const table = dataset.tables.find(other => other.table.id === goal.table)
    const name = level3?.exec(plain(goal.level3 ?? ''))?.[1]
    const project = projects.find(other => other.name === name)
    const term = table?.kind === 'bud.perf_dept' && project ? goalTerm(dataset, goal, goal.unit ?? '万元') : null
    return term && project ? [ofProject(project.name, { id, goal, term, project })] : []
  })
}
