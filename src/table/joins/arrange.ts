import { BEFORE_LOOKING, type Decision, type Evidence, probabilityOf, sumOf, type Weights, weigh } from '../../evidence.ts'
import { sum } from '../../geometry.ts'
import { HOW_IT_GOES_ON } from '../table.ts'
import fitted from './join-weights.json' with { type: 'json' }
import { begun, type Move, movesOf, unfinished } from './moves.ts'
import type { Piece } from './piece.ts'
import type { Sheet } from './sheet.ts'

/** What evidence is worth for each way in which a piece may go on; `begin` is measured against. */
const WEIGHTS: Readonly<Record<Move['kind'], Weights>> = fitted

/** How many arrangements with different open tables are kept side by side; with twice as many, press, dev, wild and the layouts come out the same. */
const WIDTH = 6
/** One so far behind the best, in logarithms of probability, is not followed: once in 160,000 it is right; nothing measured changed. */
const FAR = 12

type WeighedMove = Move & { readonly evidence: readonly Evidence[] }

/** The same without the table that it leads to: of a long table each would hold all pages so far. */
type ToldMove = Omit<WeighedMove, 'sheet'>

/** A list that grows at its end and shares what it had with all that go on from it. */
interface Chain<T> {
  readonly last: T
  readonly before: Chain<T> | null
}

interface Choice {
  readonly piece: Piece
  readonly move: ToldMove
  /** The move and the others that there were. */
  readonly moves: readonly ToldMove[]
}

/** Another arrangement, by the choice at which it parts: how it reads that piece, and by how much its logarithm of probability is less. */
interface Rival {
  readonly at: Choice
  readonly move: ToldMove
  readonly loss: number
}

/** The moves since a table began; arrangements with the same moves have the same one. */
class Since {
  readonly start: Since
  readonly #ways = new Map<string, Since>()
  constructor(start?: Since) {
    this.start = start ?? this
  }
  next(move: string): Since {
    const known = this.#ways.get(move) ?? new Since(this.start)
    this.#ways.set(move, known)
    return known
  }
}

/** A whole arrangement of the pieces so far: tables that are closed and the one that is open, with what speaks for all of it. */
interface Arrangement {
  readonly closed: Chain<Sheet> | null
  readonly open: Sheet
  /** Logarithm of its probability. */
  readonly score: number
  /** Two that have the same have the same table open. */
  readonly since: Since
  /** One for each piece but the first. */
  readonly choices: Chain<Choice> | null
  readonly rivals: Chain<Rival> | null
}

/**
 * Put the pieces of a document together into tables: of all arrangements the one with most evidence, found piece by piece
 * with the best few kept (a beam search), so that later pages can overrule what earlier ones suggested. Each piece keeps
 * the decision that brought it to its table; its margin is against the best arrangement of the document that reads it otherwise.
 */
export function arrange(pieces: readonly Piece[]): Sheet[] {
  const [first, ...rest] = pieces
  if (first === undefined) return []
  let beam: Arrangement[] = [{ closed: null, open: begun(first), score: 0, since: new Since(), choices: null, rivals: null }]
  let previous = first
  for (const piece of rest) {
    const before = previous
    beam = best(
      beam.flatMap(one => {
        const moves = movesOf(one.open, before, piece).map(move => ({ ...move, evidence: evidenceOf(move) }))
        return grown(one, moves, piece)
      }),
    )
    previous = piece
  }
  const [won, ...others] = ranked(
    beam.map(one => ({ ...one, score: one.score + sumOf(weigh(unfinished(one.open), WEIGHTS.begin)) })),
  )
  if (won === undefined) throw new Error('arrange: no arrangement')
  return withDecisions(others.reduce(rivalled, won))
}

const ranked = (arrangements: readonly Arrangement[]): Arrangement[] => [...arrangements].sort((a, b) => b.score - a.score)

/**
 * The best arrangements. Of those with the same table open, which go on alike, the better one stays and keeps how far the
 * other is behind; so does the best of all with those that are too far behind to be kept.
 */
function best(arrangements: readonly Arrangement[]): Arrangement[] {
  const kept: Arrangement[] = []
  for (const one of ranked(arrangements)) {
    const twin = kept.findIndex(({ since }) => since === one.since)
    const isNear = (kept[0]?.score ?? one.score) - one.score <= FAR
    if (twin < 0 && isNear && kept.length < WIDTH) kept.push(one)
    else kept.splice(Math.max(0, twin), 1, rivalled(kept[Math.max(0, twin)] ?? one, one))
  }
  return kept
}

/**
 * An arrangement that keeps how far another one with less probability is behind, at the piece where the two part: that is the
 * decision in doubt, and what follows from it for later pieces is not doubted once more.
 */
function rivalled(own: Arrangement, other: Arrangement): Arrangement {
  let parted: Omit<Rival, 'loss'> | null = null
  let [a, b] = [own.choices, other.choices]
  for (; a !== b && a !== null && b !== null; [a, b] = [a.before, b.before])
    if (!isSameMove(a.last.move, b.last.move)) parted = { at: a.last, move: b.last.move }
  if (parted === null) return own
  return { ...own, rivals: { last: { ...parted, loss: own.score - other.score }, before: own.rivals } }
}

const isSameMove = (a: ToldMove, b: ToldMove | undefined): boolean => a.kind === b?.kind && a.at === b.at

/** An arrangement with one more piece, in each possible way. */
function grown(one: Arrangement, moves: readonly WeighedMove[], piece: Piece): Arrangement[] {
  const all = Math.log(sum(moves.map(({ evidence }) => Math.exp(sumOf(evidence)))))
  const told = moves.map(({ sheet: _, ...move }) => move)
  return moves.map(({ sheet, ...move }) => ({
    ...one,
    closed: move.kind === 'begin' ? { last: one.open, before: one.closed } : one.closed,
    open: sheet,
    score: one.score + sumOf(move.evidence) - all,
    since: move.kind === 'begin' ? one.since.start : one.since.next(`${move.kind} ${move.at}`),
    choices: { last: { piece, move, moves: told }, before: one.choices },
  }))
}

function listOf<T>(chain: Chain<T> | null): T[] {
  const list: T[] = []
  for (let at = chain; at !== null; at = at.before) list.push(at.last)
  return list.reverse()
}

/** The tables of an arrangement, each with the decisions about its pieces; nothing was decided about the first of all. */
function withDecisions({ closed, open, choices, rivals }: Arrangement): Sheet[] {
  const closest = new Map<Choice, Rival>()
  for (const rival of listOf(rivals)) {
    const known = closest.get(rival.at)
    if (known === undefined || rival.loss < known.loss) closest.set(rival.at, rival)
  }
  const decisions = listOf(choices).map(choice => decisionOf(choice, closest.get(choice) ?? null))
  let end = -1
  return [...listOf(closed), open].map(sheet => {
    const start = Math.max(0, end)
    end += sum(sheet.strips.map(({ pieces }) => pieces.length))
    return { ...sheet, decisions: decisions.slice(start, end) }
  })
}

/** The evidence of a move with its weights, the constant of its kind first. */
const evidenceOf = ({ kind, observations }: Move): Evidence[] => weigh([BEFORE_LOOKING, ...observations], WEIGHTS[kind])

const WORDS: Record<Move['kind'], string> = { begin: 'begins a table', down: 'goes on below', beside: 'stands beside' }

/** A move in words: of two that go on below, that one stands under another part than the page before is told. */
const wordsOf = ({ kind, at }: ToldMove, other: ToldMove | undefined): string =>
  kind === 'down' && other?.kind === 'down' ? `goes on below part ${at + 1}` : WORDS[kind]

/** A choice as a decision, beside the closest rival. */
function decisionOf({ piece, move, moves }: Choice, rival: Rival | null): Decision {
  const next = moves.find(other => rival !== null && isSameMove(other, rival.move))
  const against = (next?.evidence ?? []).map(one => ({ ...one, weight: -one.weight }))
  return {
    what: HOW_IT_GOES_ON,
    page: piece.grid.page,
    chosen: wordsOf(move, rival?.move),
    rejected: rival && wordsOf(rival.move, move),
    margin: rival === null ? 1 : probabilityOf(rival.loss),
    evidence: [...move.evidence, ...against],
  }
}
