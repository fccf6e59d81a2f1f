import { magnitude } from '../../budget/money/amount.ts'
import { once, onceEach } from '../../once.ts'
import { type Check, fromOf, LAST_PLACE, placeName, type Term } from '../check.ts'
import { isSlipOfSum, isSlipOverSum } from '../slip.ts'
import { type Changes, type Culprit, fits } from './culprit.ts'
import { byName, digitsOf, directionOf, ENOUGH_DIGITS, identityOf, isKnown, kinOf, termsOf, vouches } from './kin.ts'
import { isOfRounding } from './rivals/precision.ts'
import { explains, isSameGap, type Rival, type Scene } from './rivals/rival.ts'
import { RIVALS } from './rivals/rivals.ts'
import { faultOfShift, shiftedRows } from './rivals/shifted-rows.ts'
import { isAllButOne, totalAgain } from './rivals/siblings.ts'
import { tablesOf } from './scene.ts'
import { type Shifted, shiftsThrough } from './shifted.ts'
import { isByCode, isClear, isSure } from './structure.ts'

/** What is said of a relation that fails, and what it rests on. */
export interface Judgement {
  readonly verdict: Check['verdict']
  /** The figure that alone explains it; null when none does or several could. */
  readonly culprit: Culprit | null
  /** The other explanation that fits; null when none does. */
  readonly rival: Rival | null
  readonly because: 'figure' | 'structure' | 'rival' | 'unknown' | 'proof' | 'shift'
  /** The table whose slipped amounts it goes through; absent where it goes through none. */
  readonly shift?: Shifted
}

type Index = ReadonlyMap<string, readonly Check[]>

/** A figure is certain when the text of the PDF says it, or a relation through it holds to the last digit. */
const isCertain = (term: Term, check: Check, scene: Scene): boolean =>
  term.certain ||
  (scene.through.get(placeName(term)) ?? []).some(other => other !== check && vouches(other) && !isAlikeInDoubt(other, scene))

/** Whether doubtful figures of the text of a PDF are only the same: cells as narrow cut a figure in the same place wherever it is printed again. */
const isAlikeInDoubt = (check: Check, scene: Scene): boolean =>
  termsOf(check).length === 2 && termsOf(check).every(term => !term.certain && cellOf(term, scene)?.source === 'pdf')

const cellOf = ({ place }: Term, scene: Scene) =>
  place === null
    ? undefined
    : scene.table(place.table)?.table.cells.find(({ row, column }) => row === place.row && column === place.column)

/** As many relations do not ask for the same figure by chance. */
const MANY = 3

/**
 * Whether relations prove that one figure is wrong. Relations that go through it in one way and ask for the same change prove
 * little more than one of them; where nothing is printed a figure may have been lost, and more must ask for it; and where the same
 * rows fail in another column as well, a row may have been lost.
 */
const isProof = (culprit: Culprit | null, scene: Scene): boolean =>
  culprit !== null &&
  culprit.ways.size > 1 &&
  (culprit.term.step > 0n || culprit.mends.length >= MANY) &&
  !isOfPlaces(culprit, scene) &&
  !isIdleHead(culprit, scene) &&
  !culprit.mends.some(check => failsBeside(check, culprit, scene))

/** Whether a figure is told to fewer places than it should have and is right as far as it goes: 328,661万元 of 328,661.70万元. */
const isOfPlaces = ({ term, should }: Culprit, scene: Scene): boolean =>
  magnitude(should - term.fen) < (scene.fact(term)?.step ?? 0n)

/** Whether a figure is that of a row of nothing which only the tree of rows makes the head of what stands below it: its total adds up both. */
const isIdleHead = ({ term, mends }: Culprit, scene: Scene): boolean =>
  term.fen === 0n &&
  mends.every(check => directionOf(check) === 'down') &&
  !mends.some(check => tablesOf(check, scene).some(table => isByCode(check, table)))

/** Whether relations that prove one figure wrong are so many, or agree on what it should be in so many digits, that they need not be known from elsewhere. */
const isAgreed = (culprit: Culprit | null): boolean =>
  culprit !== null &&
  (culprit.mends.length >= MANY || digitsOf({ fen: culprit.should, step: culprit.term.step }) >= ENOUGH_DIGITS)

/** Whether a sum that the figure is a part of fails in another column too, where its change mends nothing. */
const failsBeside = (check: Check, { term, mends }: Culprit, scene: Scene): boolean =>
  identityOf(check).form === 'tree-sum' &&
  check.right.terms.some(part => placeName(part) === placeName(term)) &&
  check.tables
    .flatMap(table => scene.broken(table))
    .some(other => !mends.includes(other) && directionOf(other) === 'down' && kinOf(other)[0] === kinOf(check)[0])

/** Relations that fail for the same figure, or for one that this relation goes through, or by the same amount through one of its figures: what is wrong there is wrong here. */
function failingWith(check: Check, scene: Scene): readonly Check[] {
  const own = new Set(termsOf(check).map(placeName))
  const goesThrough = (other: Check): boolean => termsOf(other).some(term => own.has(placeName(term)))
  const beside = [...own].flatMap(name => [
    ...scene.blamed(name),
    ...(scene.through.get(name) ?? []).filter(
      other => other.outcome === 'broken' && isSameGap(check, other) && goesThrough(other),
    ),
  ])
  const isOfTables = ({ tables }: Check): boolean => tables.some(table => check.tables.includes(table))
  return [...(scene.culprit(check)?.mends ?? []), ...beside.filter(isOfTables)]
}

/** Whether a rival that explains a relation explains those that fail with it: a misreading does, and what no proof outweighs. */
const isShared = ({ verdict, outweighed }: Rival): boolean =>
  verdict === 'extraction-suspect' || (verdict === undefined && !outweighed)

/** Whether a rival explains a relation, which is asked of it for each that fails with it; rows that change places leave a sum with its total among its parts as it is. */
const fitting = onceEach((scene: Scene) =>
  onceEach((check: Check) =>
    once((rival: Rival) => explains(rival, check, scene) && !(rival.moves && totalAgain(check, scene) !== null)),
  ),
)

/** The first rival that explains a relation, or one that fails with it; what is wrong in a sum with its total among its parts is nothing else's fault. */
function rivalOf(check: Check, scene: Scene, isTried: (rival: Rival) => boolean): Rival | null {
  const isAlone = totalAgain(check, scene) !== null
  const fitsIn = fitting(scene)
  let beside: readonly Check[] | undefined
  const fits = (rival: Rival): boolean => {
    if (fitsIn(check)(rival)) return true
    if (isAlone || !isShared(rival)) return false
    beside ??= failingWith(check, scene)
    return beside.some(one => fitsIn(one)(rival))
  }
  return RIVALS.find(rival => isTried(rival) && fits(rival)) ?? null
}

/** Whether a figure is doubtful only because a decision about its table was: the text of the PDF says it. */
function isDoubtOfTable(term: Term, scene: Scene): boolean {
  const table = term.place && scene.table(term.place.table)?.table
  const cell = cellOf(term, scene)
  return cell?.source === 'pdf' && table?.decisions.some(({ margin }) => margin === cell.confidence) === true
}

/** Whether the tables of a check are put together for sure: where they are not, no figure of theirs is suspected to be misread. */
const isJoined = (check: Check, scene: Scene): boolean =>
  tablesOf(check, scene).every(({ table }) => table.decisions.every(isSure) && !scene.pieces.rows.has(table.id))

/** Whether a sum of rows, or of parts of any name, is one but for a slip of the pen. */
function isSlip(check: Check): boolean {
  const { form } = identityOf(check)
  return (form === 'tree-sum' && isSlipOfSum(check)) || (form === 'told-parts' && isSlipOverSum(check))
}

/** What a relation that fails for slipped amounts is: all that fail for them are one thing; of two tables that may have slipped the one whose reading shows how. */
function judgeShift(shifts: readonly [Shifted, ...Shifted[]], scene: Scene): Judgement {
  const isRead = (one: Shifted): boolean => faultOfShift(one, scene) === 'extraction-suspect'
  const shift = shifts.find(isRead) ?? shifts[0]
  const verdict = faultOfShift(shift, scene)
  return { verdict, culprit: null, rival: verdict === 'unexplained' ? shiftedRows : null, because: 'shift', shift }
}

/** Say what a relation that fails is: the document's own contradiction only when nothing else is left. */
function judge(check: Check, kin: Index, scene: Scene): Judgement {
  const [shift, ...shifts] = shiftsThrough(check, scene.shifted)
  if (shift) return judgeShift([shift, ...shifts], scene)
  const culprit = scene.culprit(check)
  const doubted = [...termsOf(check).filter(term => !isCertain(term, check, scene)), ...(culprit ? [culprit.term] : [])].filter(
    term => !term.certain,
  )
  const proven = isProof(culprit, scene)
  const nearly = isAllButOne(check, scene) || isSlip(check)
  const isPinned = proven || totalAgain(check, scene) !== null
  const rival = rivalOf(check, scene, other => !(isPinned && other.outweighed))
  if (rival?.verdict === 'rounding' || (rival?.verdict && isJoined(check, scene)))
    return { verdict: rival.verdict, culprit, rival, because: 'rival' }
  if (doubted.some(term => !isDoubtOfTable(term, scene)))
    return { verdict: 'extraction-suspect', culprit, rival, because: 'figure' }
  if (rival) return { verdict: 'unexplained', culprit, rival, because: 'rival' }
  if (doubted.length > 0 || !isClear(check, { scene, proven, nearly }))
    return { verdict: 'unexplained', culprit, rival, because: 'structure' }
  const known = isKnown(check, kin) || (proven && isAgreed(culprit)) || nearly
  return known
    ? { verdict: 'published-inconsistency', culprit, rival: null, because: 'proof' }
    : { verdict: 'unexplained', culprit, rival: null, because: 'unknown' }
}

/**
 * Relations that fail as a proven one does: the same rows by the same amount in another column, where a row is missing in all;
 * the same figures printed again in another table; or one through figures that are proven wrong, which holds with what they should be.
 */
function withProven(judgements: ReadonlyMap<Check, Judgement>): ReadonlyMap<Check, Judgement> {
  const isSum = (check: Check): boolean => identityOf(check).form === 'tree-sum'
  const proven = [...judgements].filter(([check, { because }]) => because === 'proof' && isSum(check))
  const byRows = new Map(proven.map(([check, judgement]) => [rowsAndGap(check), { ...judgement, culprit: null }]))
  const byFigures = new Map(proven.map(([check, judgement]) => [figuresKey(check), { ...judgement, culprit: null }]))
  const wrong = provenWrong(judgements)
  const provenAs = (check: Check, { verdict, because, rival }: Judgement): Judgement | undefined => {
    if (verdict !== 'unexplained' || because === 'shift') return undefined
    const changes = changesIn(check, wrong)
    if (changes.size > 0 && fits(check, changes))
      return { verdict: 'published-inconsistency', culprit: null, rival: null, because: 'proof' }
    if (!isSum(check)) return undefined
    if (because === 'rival') return rival?.outweighed ? byRows.get(rowsAndGap(check)) : undefined
    return because === 'unknown' ? byFigures.get(figuresKey(check)) : undefined
  }
  return new Map([...judgements].map(([check, judgement]) => [check, provenAs(check, judgement) ?? judgement]))
}

/** By how much the figures that relations of several ways prove wrong are wrong, by their places. */
const provenWrong = (judgements: ReadonlyMap<Check, Judgement>): Changes =>
  new Map(
    [...judgements.values()].flatMap(({ because, culprit }) =>
      because === 'proof' && culprit && culprit.ways.size > 1
        ? [[placeName(culprit.term), culprit.should - culprit.term.fen]]
        : [],
    ),
  )

/** The changes of the figures of a relation that are proven wrong. */
const changesIn = (check: Check, wrong: Changes): Changes =>
  new Map(
    [...new Set([...termsOf(check), ...fromOf(check)].map(placeName))].flatMap(name => {
      const change = wrong.get(name)
      return change === undefined ? [] : [[name, change]]
    }),
  )

const rowsAndGap = (check: Check): string => `${kinOf(check)[0]} ${check.difference}`
const figuresKey = ({ left, right }: Check): string =>
  [left, right].map(({ label, terms }) => `${label} ${terms.map(({ text }) => text).join('+')}`).join('=')

/** What was said of each check that is broken. */
export type Judgements = ReadonlyMap<Check, Judgement>

/**
 * Say who is at fault where an identity is broken. The document is only when the structure and every figure are certain, the
 * relation is known to be one in this document, and no rival explanation fits. The reading is where a figure is uncertain
 * or a rival says so. What is left blames nobody.
 */
export function judged(
  drafts: readonly Check[],
  scene: Scene,
): { readonly checks: readonly Check[]; readonly judgements: Judgements } {
  const kin = byName(drafts, kinOf)
  const broken = drafts.filter(({ outcome }) => outcome === 'broken')
  const first = withProven(new Map(broken.map(draft => [draft, judge(draft, kin, scene)])))
  const judgements = new Map<Check, Judgement>()
  const checks = drafts.map(draft => {
    const judgement = first.get(draft)
    if (!judgement) return draft
    const { verdict, rival } = judgement
    const check = {
      ...draft,
      verdict,
      ...(verdict === 'rounding' && !isOfRounding(draft, rival, scene) && { note: LAST_PLACE }),
    }
    judgements.set(check, judgement)
    return check
  })
  return { checks, judgements }
}
