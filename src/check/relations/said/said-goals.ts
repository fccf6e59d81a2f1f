import { type BudgetTable, type Dataset, nameOf } from '../../../budget/dataset.ts'
import type { AmountCell } from '../../../budget/money/amount.ts'
import { type ProseFact, WITHHELD } from '../../../budget/prose/prose.ts'
import { type Check, isHeld, type Side } from '../../check.ts'
import type { Choice, Of } from '../../declared/identity.ts'
import { cellTerm, compare, notEvaluable } from '../compare.ts'
import { listedProjects, projectsOfGoals, projectTable } from '../goal-projects.ts'
import { chosen, tableOf } from '../select.ts'
import { against, isAmount, isOfDocument, MAY_BE_OTHER } from './facts.ts'

/** Money that a sentence tells to be under performance goals, and how much of what has them that is. */
interface Told {
  readonly fact: ProseFact
  readonly at: number
}

/** What a sentence says of performance goals before their money: behind its last semicolon, 本部门整体支出纳入绩效目标管理,涉及财政性资金10万元;6个项目纳入…. */
const clauseOf = ({ before }: ProseFact): string => before.split(';').at(-1) ?? ''
const GOALS = /绩效/
const MONEY = /(?:预算|财政性)资金(?:合计|总额|共计)?$/

const WHOLE = /^100(?:\.0+)?$/

/** Whether money is told to be all that there is: 占…的比例为100%. */
const isAllOf = ({ prose }: Dataset, whole: number): boolean =>
  prose.some(({ kind, of, value }) => kind === 'share' && of === whole && WHOLE.test(value))

/** The money told to be under goals of which an identity speaks. */
function toldIn(dataset: Dataset, { told, ofAll }: Of<'said-goals'>): Told[] {
  return dataset.prose.flatMap((fact, at) => {
    const clause = clauseOf(fact)
    if (!isAmount(fact) || fact.whole !== null || !GOALS.test(clause) || !MONEY.test(fact.label)) return []
    const isTold = told.test(clause) || (ofAll?.test(clause) === true && isAllOf(dataset, at))
    return isTold && isOfDocument(dataset, fact) ? [{ fact, at }] : []
  })
}

/** Figures of tables, each a side of its own, where they are there. */
const sidesAt = (dataset: Dataset, places: readonly Choice[]): Side[] =>
  places.flatMap(place => {
    const amount = chosen(dataset, place)
    const table = tableOf(dataset, place.kinds)
    return table && amount !== null && typeof amount !== 'string' ? [sideOf(table, [amount])] : []
  })

const sideOf = (table: BudgetTable, amounts: readonly AmountCell[]): Side => ({
  label: nameOf(table),
  terms: amounts.map(amount => cellTerm(amount)),
})

/** All projects that have goals, and all that a table lists, each added up. */
function projectSides(dataset: Dataset): Side[] {
  const projects = projectsOfGoals(dataset)
  const [first] = projects
  const table = projectTable(dataset)
  const goals = first
    ? [{ label: `Σ ${projects.length} ${first.table.table.title ?? '项目绩效目标'}`, terms: projects.map(({ term }) => term) }]
    : []
  return table
    ? [
        ...goals,
        sideOf(
          table,
          listedProjects(table).map(({ amount }) => amount),
        ),
      ]
    : goals
}

/** Whether figures that should be the same are: then money that is none of them is wrong wherever it is said. */
const areOne = ([first, ...others]: readonly Side[]): boolean =>
  first !== undefined &&
  others.length > 0 &&
  others.every(other => isHeld(compare({ identity: '', instance: '' }, first, other, 'sum')))

/** Whether its sentence tells as many projects as there are: it is about them all then. */
function isOfThem({ prose }: Dataset, { fact }: Told, sides: readonly Side[]): boolean {
  const numbers = new Set(sides.map(({ terms }) => `${terms.length}`))
  return prose.some(
    ({ kind, unit, sentence, value, subject }) =>
      kind === 'count' && unit === '个' && sentence === fact.sentence && subject.includes('项目') && numbers.has(value),
  )
}

/** Why nobody is accused of money that is all there is: what the office itself costs is counted in. */
export const ALL_MONEY = 'basis: basic expenditure is counted in'

/** What money under goals is compared with: figures that it should be, those it may be as well, and those it is where too much is counted in, by itself or beside what it should be. */
interface Compared {
  readonly sides: readonly Side[]
  readonly narrower: readonly Side[]
  readonly all: readonly Side[]
  readonly also: readonly Side[]
}

/** Each figure that it should be with what of the office itself some count among their projects. */
const withAlso = ({ sides, also }: Compared): Side[] =>
  sides.flatMap(({ label, terms }) => also.map(other => ({ label, terms: [...terms, ...other.terms] })))

/** Money told to be under goals against the first figure that it is, or else against one of those that it should be. */
function checkOf(dataset: Dataset, told: Told, { id, ...compared }: Compared & { readonly id: string }): Check[] {
  const checksOf = (sides: readonly Side[]): Check[] => sides.map(side => against(id, told.fact, side, false))
  const checks = checksOf(compared.sides)
  const others = [...checks, ...checksOf(compared.narrower)]
  const held = others.find(({ outcome }) => outcome === 'holds') ?? others.find(isHeld)
  const lead = checks.find(({ right }) => right.terms.length === 1) ?? checks[0]
  if (held || !lead) return held ? [held] : []
  if (checksOf([...compared.all, ...withAlso(compared)]).some(isHeld)) return [{ ...lead, note: ALL_MONEY }]
  if (dataset.prose.some(({ label }) => label === WITHHELD)) return [notEvaluable(lead, 'secrets are left out')]
  const isSure = areOne(compared.sides) && isOfThem(dataset, told, compared.sides)
  return [isSure ? lead : { ...lead, note: MAY_BE_OTHER }]
}

/** Money told to be under goals against that of all projects, or of the whole office, as goals and tables have it; its 财政拨款 against that of the same table. */
export function saidGoals(dataset: Dataset, identity: Of<'said-goals'>): Check[] {
  const { id, isOfProjects, part } = identity
  const at = (places: readonly Choice[]): Side[] => sidesAt(dataset, places)
  const beside = { id, narrower: at(identity.narrower), all: at(identity.all), also: at(identity.also) }
  const compared = { ...beside, sides: [...at(identity.places), ...(isOfProjects ? projectSides(dataset) : [])] }
  const ofPart = part ? { ...beside, sides: at(part.places) } : null
  return toldIn(dataset, identity).flatMap(told => {
    const checks = checkOf(dataset, told, compared)
    // What is of the projects with goals alone has a part that no table prints.
    const isOfTable = checks.every(({ right }) => right.terms.length === 1)
    const parts = dataset.prose.flatMap((fact, at) =>
      isOfTable && fact.whole === told.at && part?.label.test(fact.label) ? [{ fact, at }] : [],
    )
    return [...checks, ...(ofPart ? parts.flatMap(one => checkOf(dataset, one, ofPart)) : [])]
  })
}
