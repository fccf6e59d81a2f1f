import { moneyOf } from '../budget/amount.ts'
import type { BudgetTable, Dataset, Indicator } from '../budget/dataset.ts'
import { plain } from '../budget/label.ts'
import type { Check, Term } from './check.ts'
import { cellTerm, compare, notEvaluable } from './draft.ts'
import { formChecks } from './form-checks.ts'
import { COST_GOAL, IDLE_WORDS, SAME_WORDS } from './form-sums.ts'
import { columnOf, tableOf } from './select.ts'

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

/** A printed goal as a term, value in `scale`ths; null when it is no number. */
function goalTerm(dataset: Dataset, goal: Indicator, unit: string): Term | null {
  const table = dataset.tables.find(other => other.table.id === goal.table)
  const place = goal.places[1] ?? goal.places[0]
  const cell = table?.table.cells.find(other => other.row === place?.row && other.column === place?.column)
  if (!cell || goal.value === null || !/^\d+(?:\.\d+)?$/.test(goal.value)) return null
  const money = unit.endsWith('元') ? moneyOf(goal.value, unit) : null
  const whole = /^\d+$/.test(goal.value) ? BigInt(goal.value) : null
  const fen = money?.fen ?? whole
  if (fen === null) return null
  return {
    sign: 1n,
    fen,
    step: money?.step ?? 1n,
    text: `${goal.operator ?? ''}${goal.value}${goal.unit ?? ''}`,
    unit,
    page: cell.page,
    box: cell.box,
    place: { table: goal.table, row: cell.row, column: cell.column },
    certain: cell.source === 'pdf' && cell.confidence >= 1,
  }
}

const weighed = (check: Check, unit: string): Check => ({
  ...check,
  unit,
  ...(check.outcome === 'rounding' && { outcome: 'broken' as const, verdict: 'extraction-suspect' as const }),
})

/** Points the weights of a project make up: 100, or 90 where the other 10 are for 预算执行率, which is not printed. */
const POINTS = [90n, 100n]

/** The weights of each project as printed. */
function weightsOf(dataset: Dataset): { readonly label: string; readonly terms: readonly Term[] }[] {
  const groups = Map.groupBy(
    dataset.indicators.filter(goal => goal.weight !== null && goal.project !== null),
    goal => `${goal.table} ${goal.project}`,
  )
  return [...groups].flatMap(([label, goals]) => {
    const terms = goals.flatMap(goal => {
      const value = (goal.weight ?? '').replace(/[%分]$/, '')
      return goalTerm(dataset, { ...goal, value, operator: null, unit: null }, '分') ?? []
    })
    return terms.length < goals.length || terms.length === 0 ? [] : [{ label, terms }]
  })
}

const added = (terms: readonly Term[]): bigint => terms.reduce((sum, { fen }) => sum + fen, 0n)

/** Weights of each project add up to what those of most projects of the document do, 90 or 100 (B6a). */
function weightChecks(dataset: Dataset): Check[] {
  const projects = weightsOf(dataset)
  const count = (points: bigint): number => projects.filter(({ terms }) => added(terms) === points).length
  const target = [...POINTS].sort((a, b) => count(b) - count(a))[0] ?? 100n
  return projects.map(({ label, terms }) => {
    const should: Term = { ...(terms[0] as Term), fen: target, text: `${target}`, place: null }
    const right = { label: `${target}`, terms: [should] }
    const check = weighed(compare({ identity: 'B6a', instance: label }, { label: '权重', terms }, right, 'same'), '分')
    if (added(terms) > 100n || added(terms) < 80n) return notEvaluable(check, 'weights are not points of a hundred')
    return POINTS.includes(added(terms)) && check.outcome === 'broken'
      ? notEvaluable(check, 'both 90 and 100 are usual')
      : check
  })
}

/** The limit of the cost goal is the budget of the project (B6b). */
function costChecks(dataset: Dataset, projects: readonly Project[], table: BudgetTable): Check[] {
  return projects.flatMap((project, at) => {
    const end = projects[at + 1]?.row ?? table.table.rowCount
    const goals = dataset.indicators.filter(goal => goal.table === table.table.id && goal.row >= project.row && goal.row < end)
    const costs = goals.filter(
      goal =>
        COST_GOAL.test(goal.level1 ?? '') && /(?:成本)?预算(?:控制数)?$/.test(plain(goal.level3 ?? '')) && goal.unit === '万元',
    )
    const term = costs.length === 1 && costs[0] ? goalTerm(dataset, costs[0], '万元') : null
    if (!term) return []
    return [
      compare(
        { identity: 'B6b', instance: `${table.table.id} ${project.name}` },
        { label: costs[0]?.level3 ?? '', terms: [term] },
        { label: '预算数', terms: [project.term] },
        'same',
      ),
    ]
  })
}

/** A relation that fails for as many projects as it holds for is none of this document: its cost goals limit something else. */
function ifUsual(checks: readonly Check[]): Check[] {
  const failing = checks.filter(({ outcome }) => outcome === 'broken').length
  return failing * 2 < checks.length
    ? [...checks]
    : checks.map(check =>
        check.outcome === 'broken' ? notEvaluable(check, 'it holds for too few projects to be known') : check,
      )
}

/** Projects of the goals and of the project table are the same, in the same order (X12). */
function sameProjects(dataset: Dataset, projects: readonly Project[]): Check[] {
  const table = tableOf(dataset, ['bud.gpb_project'])
  const lines = table?.lines.filter(line => line.role === 'project') ?? []
  if (!table || lines.length === 0) return []
  return projects.flatMap((project, at) => {
    const line = lines[at]?.name === project.name ? lines[at] : lines.find(other => plain(other.name) === project.name)
    const column = line && columnOf(table, line.list, 'main')
    const amount = line && column ? line.amounts.get(column.index) : undefined
    if (!amount) return []
    const check = compare(
      { identity: 'X12', instance: project.name },
      { label: project.name, terms: [project.term] },
      { label: table.table.title ?? table.table.id, terms: [cellTerm(amount)] },
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

/** Goals of the department against the goals of projects they sum up: quantities that are counted by the same words (X14, X14s). */
function summaryChecks(dataset: Dataset): Check[] {
  const kindOf = (goal: Indicator) => dataset.tables.find(table => table.table.id === goal.table)?.kind
  const ofProjects = Map.groupBy(
    dataset.indicators.filter(goal => kindOf(goal) === 'bud.perf_project'),
    countedBy,
  )
  return dataset.indicators
    .filter(goal => kindOf(goal) === 'bud.perf_dept')
    .flatMap(goal => {
      const same = ofProjects.get(countedBy(goal)) ?? []
      const total = goalTerm(dataset, goal, goal.unit ?? '')
      const terms = same.flatMap(other => goalTerm(dataset, other, other.unit ?? '') ?? [])
      if (!total || terms.length === 0 || terms.length < same.length || goal.unit === '%')
        return goal.unit === '%' ? percentChecks(dataset, goal, same) : []
      if (!/数量/.test(goal.level2 ?? '') || (same.length === 1 && same[0]?.unit !== goal.unit)) return []
      const check = weighed(
        compare(
          { identity: 'X14', instance: `${goal.level3}` },
          { label: goal.level3 ?? '', terms: [total] },
          { label: `Σ ${same.length} ${same[0]?.level3 ?? ''}`, terms },
          'same',
        ),
        goal.unit ?? '',
      )
      return [same.length === 1 && check.outcome === 'broken' ? notEvaluable(check, 'one goal of that name') : check]
    })
}

/** The same percentage in both tables. */
function percentChecks(dataset: Dataset, goal: Indicator, same: readonly Indicator[]): Check[] {
  const total = goalTerm(dataset, goal, '%')
  const values = new Set(same.map(other => other.value))
  const [first] = same
  const term = first && values.size === 1 && first.unit === '%' ? goalTerm(dataset, first, '%') : null
  if (!total || !term || !/满意度/.test(goal.level3 ?? '')) return []
  const hundredths = (one: Term): Term => ({ ...one, fen: one.fen * 100n })
  return [
    weighed(
      compare(
        { identity: 'X14s', instance: `${goal.level3}` },
        { label: goal.level3 ?? '', terms: [hundredths(total)] },
        { label: first?.level3 ?? '', terms: [hundredths(term)] },
        'same',
      ),
      '%',
    ),
  ]
}

/** Limits of the projects in the department's goals against their budgets (X13c). */
function limitChecks(dataset: Dataset, projects: readonly Project[]): Check[] {
  return dataset.indicators.flatMap(goal => {
    const table = dataset.tables.find(other => other.table.id === goal.table)
    const name = /^(.+?)预算控制数$/.exec(plain(goal.level3 ?? ''))?.[1]
    const project = projects.find(other => other.name === name)
    const term = table?.kind === 'bud.perf_dept' && project ? goalTerm(dataset, goal, goal.unit ?? '万元') : null
    return term && project
      ? [
          compare(
            { identity: 'X13c', instance: project.name },
            { label: goal.level3 ?? '', terms: [term] },
            { label: '预算数', terms: [project.term] },
            'same',
          ),
        ]
      : []
  })
}

/** Every identity of the performance goals. */
export function performanceChecks(dataset: Dataset): Check[] {
  const grids = dataset.tables.filter(table => table.kind === 'bud.perf_project' && table.table.headerRows > 0)
  const forms = dataset.tables.filter(
    table => (table.kind === 'bud.perf_project' || table.kind === 'bud.perf_dept') && table.table.headerRows === 0,
  )
  const projects = grids.flatMap(table => projectsOf(table))
  return [
    ...weightChecks(dataset),
    ...ifUsual(grids.flatMap(table => costChecks(dataset, projectsOf(table), table))),
    ...(grids.length === 1 ? sameProjects(dataset, projects) : []),
    ...forms.flatMap(table => formChecks(dataset, table)),
    ...summaryChecks(dataset),
    ...limitChecks(dataset, projects),
  ]
}
