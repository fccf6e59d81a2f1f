import { type AmountCell, isMoneyUnit, magnitude } from '../../../budget/money/amount.ts'
import { type Check, placeName, sumOf, type Term } from '../../check.ts'
import { cellTerm } from '../../relations/compare.ts'
import { type Changes, type Culprit, changeFor, fits } from '../culprit.ts'
import { directionOf, termsOf, vouches } from '../kin.ts'
import { isSameGap, type Rival, type Scene } from './rival.ts'

/** Figures of less than three digits in printed places are found beside any other. */
export const SURPRISING = 100n

/** A figure in steps of its last printed place. */
export const sizeOf = (figure: bigint, { step }: Term): bigint => magnitude(figure) / (step > 0n ? step : 1n)

/** Whether one figure is what another should be, in the same row or column: they were read into each other's place. */
function isChained(one: Culprit, other: Culprit, slack: bigint): boolean {
  const [a, b] = [one.term.place, other.term.place]
  if (!a || !b || a.table !== b.table || (a.row !== b.row && a.column !== b.column)) return false
  const fits = (is: Culprit, should: Culprit): boolean =>
    sizeOf(is.term.fen, is.term) >= SURPRISING && magnitude(is.term.fen - should.should) <= slack
  return fits(one, other) || fits(other, one)
}

/** Rows from each other at which figures may have been displaced together. */
const NEAR = 1

/** The figures that may be wrong where a relation fails: the one that explains it, or all of them. */
const suspectsOf = (check: Check, scene: Scene): readonly Term[] => {
  const culprit = scene.culprit(check)
  return culprit ? [culprit.term] : termsOf(check).filter(({ step }) => step > 0n)
}

/** Names of the columns a check may be wrong in, and of the rows there and beside them. */
function surroundings(check: Check, scene: Scene): ReadonlySet<string> {
  const around = suspectsOf(check, scene).flatMap(({ place }) => {
    if (place === null) return []
    const rows = Array.from({ length: 2 * NEAR + 1 }, (_, at) => `${place.table} row ${place.row - NEAR + at}`)
    return [`${place.table} column ${place.column}`, ...rows]
  })
  return new Set(around)
}

const standsIn = (check: Check, around: ReadonlySet<string>, scene: Scene): boolean =>
  suspectsOf(check, scene).some(
    ({ place }) =>
      place !== null && (around.has(`${place.table} column ${place.column}`) || around.has(`${place.table} row ${place.row}`)),
  )

const rowOf = ({ left }: Check): number | undefined => left.terms[0]?.place?.row

/** What a relation says of each fund, source or column in turn is one relation: B2.gpb and B2.fund. */
const familyOf = ({ identity }: Check): string => identity.replace(/\..*/, '')

/** Whether two relations of one kind fail by opposite amounts, in two rows or in two columns of one sum: figures changed places. */
function isExchange(one: Check, other: Check): boolean {
  if (familyOf(one) !== familyOf(other) || (directionOf(one) === 'down') !== (rowOf(one) === rowOf(other))) return false
  return magnitude((one.difference ?? 0n) + (other.difference ?? 0n)) <= one.tolerance + other.tolerance
}

/** Whether two figures may stand in one table, where they could be exchanged; unknown ones may. */
const mayShareTable = (one: Culprit | null, other: Culprit | null): boolean =>
  one === null || other === null || one.term.place?.table === other.term.place?.table

/** Whether a figure of a table should be nothing: what stands where nothing belongs was read into the wrong place, misprinted figures have a size. */
const isOutOfPlace = ({ term, should }: Culprit, { tolerance }: Check): boolean =>
  term.place !== null && magnitude(should) <= tolerance && magnitude(term.fen) > tolerance

/** Whether a table prints nothing where another or the narrative has a figure, or the other way round: a heading may be read wrong, a misprinted figure has a size. */
const isOneSided = (check: Check): boolean =>
  ['between', 'words'].includes(directionOf(check)) &&
  check.tables.length > 0 &&
  isMoneyUnit(check.unit) &&
  (sumOf(check.left) === 0n) !== (sumOf(check.right) === 0n)

/** The figures beside a cell: next to it in its row (of its own side of a ledger), above and below it in its column. */
export function besides({ place }: Term, scene: Scene): readonly AmountCell[] {
  if (place === null) return []
  const lines = scene.table(place.table)?.lines ?? []
  return lines.flatMap(({ row, amounts }) =>
    row === place.row && amounts.has(place.column)
      ? [...amounts.values()].filter(({ column }) => column !== place.column)
      : row !== place.row && Math.abs(row - place.row) <= NEAR
        ? (amounts.get(place.column) ?? [])
        : [],
  )
}

/** Figures of a table that may stand in the wrong place where a relation fails: the one that explains it, or else each. */
function misplacedIn(check: Check, culprit: Culprit | null): readonly Culprit[] {
  if (culprit) return culprit.term.place === null ? [] : [culprit]
  if (check.difference === null || !isMoneyUnit(check.unit)) return []
  const printed = termsOf(check).filter(({ place }) => place !== null)
  return printed.map(term => ({
    ...{ term, should: term.fen + changeFor(check, term), mends: [check] },
    ...{ ways: new Set<string>(), carried: [] },
  }))
}

/**
 * Whether what a figure should be stands beside it and its own is what should stand there, or nothing: the two changed
 * places, or the one was read one column or row over. Sums of rows whose tree is not certain cannot be judged, but can tell.
 */
function isSwapped(check: Check, { term, should, mends, carried }: Culprit, scene: Scene): boolean {
  const others = check.tables.flatMap(table => [...scene.broken(table), ...scene.open(table)])
  return besides(term, scene).some(beside => {
    if (beside.money === null || magnitude(beside.money.fen - should) > check.tolerance) return false
    const other = placeName(cellTerm(beside))
    // A figure that sums through it hold is where it belongs.
    const isAtHome = (scene.through.get(other) ?? []).some(vouches)
    if (term.step === 0n && (beside.row === term.place?.row || !isAtHome)) return true
    const by = beside.money.fen - term.fen
    const changes = new Map([[placeName(term), by]]).set(other, -by)
    if (!fits(check, changes)) return false
    const mendsMore = others.some(
      one => !mends.includes(one) && termsOf(one).some(figure => placeName(figure) === other) && fits(one, changes),
    )
    return mendsMore || carried.includes(other)
  })
}

/**
 * Whether a relation holds when a figure of it that is nothing is exchanged with the one above or below, and nothing that holds
 * is broken: a sum of both rows does not tell where each of them stands.
 */
const isNoughtOver = (check: Check, scene: Scene): boolean =>
  oneRowOver(check, scene, SURPRISING).some(({ term, beside }) => {
    if (term.fen !== 0n || beside.money === null) return false
    const other = placeName(cellTerm(beside))
    const changes = new Map([[placeName(term), beside.money.fen]]).set(other, -beside.money.fen)
    return (scene.through.get(other) ?? []).every(one => one.outcome !== 'holds' || fits(one, changes))
  })

/** What all figures that explain something in the tables of a check would be changed by. */
const changesOf = (failing: readonly Check[], scene: Scene): Changes =>
  new Map(
    failing.flatMap(check => {
      const culprit = scene.culprit(check)
      return culprit ? [[placeName(culprit.term), culprit.should - culprit.term.fen]] : []
    }),
  )

type Explains = Rival['explains']

/** A figure stands where nothing belongs, or one side of a comparison is nothing. */
const isMisplaced: Explains = (check, scene) => {
  const culprit = scene.culprit(check)
  return culprit ? isOutOfPlace(culprit, check) : isOneSided(check)
}

/** A figure of a relation, and the one above or below it that makes the relation hold in its place. */
interface RowOver {
  readonly term: Term
  readonly beside: AmountCell
}

/** Figures of a relation that the figure above or below, of so many digits at least, makes hold: the column may have been read one row over. */
export const oneRowOver = (check: Check, scene: Scene, least: bigint): RowOver[] =>
  misplacedIn(check, null).flatMap(({ term, should }) =>
    besides(term, scene)
      .filter(
        ({ column, money }) =>
          column === term.place?.column &&
          money !== null &&
          sizeOf(money.fen, term) >= least &&
          magnitude(money.fen - should) <= check.tolerance,
      )
      .map(beside => ({ term, beside })),
  )

/** Whether a row adds up with the figure above or below one of its own, and the relation through that one fails as well. */
const isOneRowOver = (check: Check, scene: Scene): boolean =>
  directionOf(check) === 'across' &&
  oneRowOver(check, scene, SURPRISING).some(({ beside: { row, table } }) =>
    scene.broken(table).some(other => other.identity === check.identity && rowOf(other) === row),
  )

/** What a figure should be stands beside it. */
const hasChangedPlaces: Explains = (check, scene) =>
  isOneRowOver(check, scene) ||
  isNoughtOver(check, scene) ||
  misplacedIn(check, scene.culprit(check)).some(figure => isSwapped(check, figure, scene))

/** Two sums of one kind fail by opposite amounts. */
const isExchanged: Explains = (check, scene) =>
  failingBeside(check, scene).some(
    other => other !== check && isExchange(check, other) && mayShareTable(scene.culprit(check), scene.culprit(other)),
  )

const failingBeside = (check: Check, scene: Scene): readonly Check[] => check.tables.flatMap(table => scene.broken(table))

/** Whether figures of a column that fail far from each other have one between them that is held against the same and is the same there: the column is not displaced as a whole. */
function isHeldBetween(check: Check, other: Check, scene: Scene): boolean {
  if ([check, other].some(one => termsOf(one).length !== 2) || check.identity !== other.identity) return false
  const placesIn = (one: Check) => termsOf(one).flatMap(({ place }) => place ?? [])
  return placesIn(check).some(({ table, row, column }) => {
    const rows = placesIn(other).flatMap(place => (place.table === table && place.column === column ? [place.row] : []))
    const between = (at: number): boolean => rows.some(far => (row < at && at < far) || (far < at && at < row))
    const isBetween = (held: Check): boolean =>
      held.identity === check.identity &&
      placesIn(held).some(place => place.table === table && place.column === column && between(place.row))
    return scene.held(table).some(isBetween)
  })
}

/** Other figures of the row or column are wrong too, and are what this one should be, or fail by other amounts. */
const failsWithOthers: Explains = (check, scene) => {
  const culprit = scene.culprit(check)
  const mended = new Set(culprit?.mends ?? [check])
  const failing = failingBeside(check, scene)
  const changes = changesOf(failing, scene)
  const around = surroundings(check, scene)
  const others = failing.filter(other => !mended.has(other) && (scene.culprit(other) !== null || !fits(other, changes)))
  return others.some(other => {
    const rest = scene.culprit(other)
    return culprit && rest
      ? placeName(rest.term) !== placeName(culprit.term) && isChained(culprit, rest, check.tolerance + other.tolerance)
      : !isSameGap(check, other) && standsIn(other, around, scene) && !isHeldBetween(check, other, scene) // A row left out shows in several columns by one amount.
  })
}

/** Figures were read into the wrong place: a misprint stands alone and has a size, what was displaced does not. */
export const displaced: Rival = {
  name: 'displaced',
  zh: '同一行列还有别的数不符：可能整体错位',
  en: 'other figures of the row or column fail as well: they may be displaced together',
  moves: true,
  explains: (check, scene) => [isMisplaced, hasChangedPlaces, isExchanged, failsWithOthers].some(isSo => isSo(check, scene)),
}
