import type { Dataset, Indicator } from '../../budget/dataset.ts'
import { isMoneyUnit, moneyOf } from '../../budget/money/amount.ts'
import { addedUp, type Check, type Term } from '../check.ts'
import type { Of } from '../declared/identity.ts'
import { compare, counted, notEvaluable, printedIn } from './compare.ts'

/** A printed goal as a term, value in `scale`ths; null when it is no number. */
export function goalTerm({ tables }: Pick<Dataset, 'tables'>, goal: Indicator, unit: string): Term | null {
  const table = tables.find(other => other.table.id === goal.table)
  const place = goal.places[1] ?? goal.places[0]
  const cell = table?.table.cells.find(other => other.row === place?.row && other.column === place?.column)
  if (!cell || goal.value === null || !/^\d+(?:\.\d+)?$/.test(goal.value)) return null
  const money = isMoneyUnit(unit) ? moneyOf(goal.value, unit) : null
  const whole = /^\d+$/.test(goal.value) ? BigInt(goal.value) : null
  const fen = money?.fen ?? whole
  if (fen === null) return null
  const text = `${goal.operator ?? ''}${goal.value}${goal.unit ?? ''}`
  return printedIn(cell, { ...cell, table: goal.table }, { sign: 1n, fen, step: money?.step ?? 1n, text, unit })
}

/** The weights of each project as printed. */
function weightsOf(dataset: Dataset): { readonly label: string; readonly terms: readonly Term[] }[] {
  const groups = Map.groupBy(
    dataset.indicators.filter(goal => goal.weight !== null && goal.project !== null),
    goal => [goal.table, goal.project, ...(goal.term === null ? [] : [goal.term])].join(' '),
  )
  return [...groups].flatMap(([label, goals]) => {
    const terms = goals.flatMap(goal => {
      const value = (goal.weight ?? '').replace(/[%分]$/, '')
      return goalTerm(dataset, { ...goal, value, operator: null, unit: null }, '分') ?? []
    })
    return terms.length < goals.length || terms.length === 0 ? [] : [{ label, terms }]
  })
}

/** Weights of each project add up to what those of most projects of the document do. */
export function goalWeights(dataset: Dataset, { id, points }: Of<'goal-weights'>): Check[] {
  const projects = weightsOf(dataset)
  const count = (sum: bigint): number => projects.filter(({ terms }) => addedUp(terms) === sum).length
  const [target = 100n] = [...points].sort((a, b) => count(b) - count(a))
  return projects.map(({ label, terms }) => {
    const should: Term = { ...(terms[0] as Term), fen: target, text: `${target}`, place: null }
    const right = { label: `${target}`, terms: [should] }
    const check = counted(compare({ identity: id, instance: label }, { label: '权重', terms }, right, 'same'), '分')
    if (addedUp(terms) > 100n || addedUp(terms) < 80n) return notEvaluable(check, 'weights are not points of a hundred')
    return points.includes(addedUp(terms)) && check.outcome === 'broken'
      ? notEvaluable(check, `both ${points.join(' and ')} are usual`)
      : check
  })
}
