import type { Dataset } from '../../budget/dataset.ts'
import type { AmountCell } from '../../budget/money/amount.ts'
import { type Check, cellName, placeName } from '../check.ts'
import { IDENTITIES } from '../identities.ts'
import { tableOf } from '../relations/select.ts'
import { directionOf, identityOf, termsOf, vouches } from './kin.ts'
import { type Shared, type Shift, shiftBetween } from './shift-between.ts'

/** A table whose amounts slipped against the names of its rows. */
export interface Shifted extends Shift {
  /** Names of the places of its slipped amounts; of both tables where it is not known which of them slipped. */
  readonly places: ReadonlySet<string>
  readonly amounts: readonly AmountCell[]
  /** Whether the other table may be the one that slipped. */
  readonly isEither: boolean
}

/** Kinds of two tables that are compared subject by subject, with the columns that hold the same in both. */
interface Pair {
  readonly kinds: readonly [own: readonly string[], other: readonly string[]]
  readonly columns: Shared
}

const PAIRS: readonly Pair[] = [
  ...Map.groupBy(
    IDENTITIES.flatMap(one => (one.form === 'by-code' && one.codes === 'all' ? [one] : [])),
    ({ left, right }) => `${left.kinds.join()} ${right.kinds.join()}`,
  ).values(),
].flatMap(same => {
  const [first] = same
  const columns = same.map(({ left, right }) => [left.column, right.column] as const)
  return first ? [{ kinds: [first.left.kinds, first.right.kinds] as const, columns }] : []
})

/** Down a table and beside others it shows where a row stands; across a row all figures have slipped together. */
const tellsPlaces = (check: Check): boolean => directionOf(check) !== 'across'

const doesFail = ({ outcome, difference, tolerance }: Check): boolean =>
  outcome === 'broken' ||
  (outcome === 'not-evaluable' && difference !== null && (difference > tolerance || -difference > tolerance))

/** How many relations through some amounts hold, and how many fail, those with another table left out. */
function countsOf(amounts: readonly AmountCell[], without: string, drafts: readonly Check[]) {
  const places = new Set(amounts.map(cellName))
  const own = drafts.filter(
    check => tellsPlaces(check) && !check.tables.includes(without) && termsOf(check).some(term => places.has(placeName(term))),
  )
  return { held: own.filter(vouches).length, failed: own.filter(doesFail).length }
}

const slippedIn = ({ rows }: Shift): AmountCell[] => rows.flatMap(({ line }) => [...line.amounts.values()])
const besideIn = ({ rows }: Shift): AmountCell[] => rows.flatMap(({ should }) => should)

/** Of two tables the one whose own relations fail where they do not agree slipped, and those of the other hold there. */
function shiftedOf(shift: Shift, drafts: readonly Check[]): Shifted {
  const { own, other } = shift
  const [slipped, beside] = [slippedIn(shift), besideIn(shift)]
  const here = countsOf(slipped, other.table.id, drafts)
  const there = countsOf(beside, own.table.id, drafts)
  const isEither = here.failed <= here.held || there.held <= there.failed
  const amounts = isEither ? [...slipped, ...beside] : slipped
  return { ...shift, amounts, places: new Set(amounts.map(cellName)), isEither }
}

/** The table of two that slipped; both where it is not known which. */
function shiftedOfPair(
  dataset: Dataset,
  { kinds: [ownKinds, otherKinds], columns }: Pair,
  drafts: readonly Check[],
): Shifted[] {
  const [one, other] = [tableOf(dataset, ownKinds), tableOf(dataset, otherKinds)]
  if (one === null || other === null || one === other) return []
  const back = columns.map(([own, another]) => [another, own] as const)
  const shifts = [shiftBetween(one, other, columns), shiftBetween(other, one, back)]
  const found = shifts.flatMap(shift => (shift ? [shiftedOf(shift, drafts)] : []))
  const sure = found.find(({ isEither }) => !isEither)
  return sure ? [sure] : found
}

/** The tables of a document whose amounts slipped against their codes, each as the table shows that says most of it. */
export function shiftedIn(dataset: Dataset, drafts: readonly Check[]): readonly Shifted[] {
  const tables = Map.groupBy(
    PAIRS.flatMap(pair => shiftedOfPair(dataset, pair, drafts)),
    ({ own }) => own.table.id,
  )
  return [...tables.values()].flatMap(same => {
    const sure = same.filter(({ isEither }) => !isEither)
    return (sure.length > 0 ? sure : same).sort((a, b) => b.rows.length - a.rows.length)[0] ?? []
  })
}

/** The first row for which both tables print something else, with the row whose figure it prints; null where none is known. */
export function exampleOf({ rows }: Shift) {
  for (const { line, cells, should, prints } of rows) {
    const at = should.findIndex((amount, index) => amount.money?.fen !== cells[index]?.money?.fen)
    const [printed, wanted] = [cells[at], should[at]]
    if (printed && wanted && prints) return { line, printed, wanted, prints }
  }
  return null
}

/** The tables that slipped of which a relation goes through a slipped amount; none for one across a row. */
export const shiftsThrough = (check: Check, shifted: readonly Shifted[]): readonly Shifted[] =>
  shifted.length === 0 || !tellsPlaces(check)
    ? []
    : shifted.filter(({ places }) => termsOf(check).some(term => places.has(placeName(term))))

/** Relations of subjects, which are given up where most of them fail, as they come out where rows that slipped are known to be why. */
export const judgedAgain = (drafts: readonly Check[], shifted: readonly Shifted[]): readonly Check[] =>
  shifted.length === 0
    ? drafts
    : drafts.map(check =>
        check.outcome === 'not-evaluable' &&
        identityOf(check).form === 'by-code' &&
        doesFail(check) &&
        shiftsThrough(check, shifted).length > 0
          ? { ...check, outcome: 'broken', verdict: 'extraction-suspect', note: null }
          : check,
      )
