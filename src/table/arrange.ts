import { type Decision, type Evidence, probabilityOf, sumOf, type Weights, weigh } from '../evidence.ts'
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

/** A move with what its evidence is worth. */
type WeighedMove = Move & { readonly evidence: readonly Evidence[] }

/** The same without the table that it leads to: of a long table each would hold all pages so far. */
type ToldMove = Omit<WeighedMove, 'sheet'>

/** How an arrangement reads a piece, and the best arrangement that reads everything before it alike and this piece otherwise. */
interface Choice {
  readonly piece: Piece
  readonly move: ToldMove
  /** The move and the others that there were. */
  readonly moves: readonly ToldMove[]
  /** How the other one reads it, and by how much its logarithm of probability is less; null while there is none. */
  readonly rival: { readonly move: ToldMove; readonly loss: number } | null
}

/** A whole arrangement of the pieces so far: tables that are closed and the one that is open, with what speaks for all of it. */
interface Arrangement {
  readonly closed: readonly Sheet[]
  readonly open: Sheet
  /** Logarithm of its probability. */
  readonly score: number
  /** The moves since its open table began, a letter and a strip each: two that have the same have the same table open. */
  readonly since: string
  /** One for each piece but the first. */
  readonly choices: readonly Choice[]
}

/**
 * Put the pieces of a document together into tables: of all arrangements the one with most evidence, found piece by piece
 * with the best few kept (a beam search), so that later pages can overrule what earlier ones suggested. Each piece keeps
 * the decision that brought it to its table; its margin is against the best arrangement of the document that reads it otherwise.
 */
export function arrange(pieces: readonly Piece[]): Sheet[] {
  const [first, ...rest] = pieces
  if (first === undefined) return []
  let beam: Arrangement[] = [{ closed: [], open: begun(first), score: 0, since: '', choices: [] }]
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
  const at = own.choices.findIndex((choice, index) => !isSameMove(choice.move, other.choices[index]?.move))
  const [choice, twin] = [own.choices[at], other.choices[at]]
  const loss = own.score - other.score
  if (choice === undefined || twin === undefined || (choice.rival !== null && choice.rival.loss <= loss)) return own
  return { ...own, choices: own.choices.with(at, { ...choice, rival: { move: twin.move, loss } }) }
}

const isSameMove = (a: ToldMove, b: ToldMove | undefined): boolean => a.kind === b?.kind && a.at === b.at

/** An arrangement with one more piece, in each possible way. */
function grown(
  { closed, open, score, since, choices }: Arrangement,
  moves: readonly WeighedMove[],
  piece: Piece,
): Arrangement[] {
  const all = Math.log(moves.reduce((sum, { evidence }) => sum + Math.exp(sumOf(evidence)), 0))
  const told = moves.map(({ sheet: _, ...move }) => move)
  return moves.map(({ sheet, ...move }) => {
    const isNew = move.kind === 'begin'
    return {
      closed: isNew ? [...closed, open] : closed,
      open: sheet,
      score: score + sumOf(move.evidence) - all,
      since: isNew ? '' : `${since}${move.kind[0]}${move.at}`,
      choices: [...choices, { piece, move, moves: told, rival: null }],
    }
  })
}

/** The tables of an arrangement, each with the decisions about its pieces; nothing was decided about the first of all. */
function withDecisions({ closed, open, choices }: Arrangement): Sheet[] {
  let end = -1
  return [...closed, open].map(sheet => {
    const start = Math.max(0, end)
    end += sheet.strips.reduce((sum, { pieces }) => sum + pieces.length, 0)
    return { ...sheet, decisions: choices.slice(start, end).map(decisionOf) }
  })
}

/** The evidence of a move with its weights, the constant of its kind first. */
function evidenceOf({ kind, observations }: Move): Evidence[] {
  const weights = WEIGHTS[kind]
  return weigh([{ name: 'before-looking', strength: 1, because: 'how often it is so' }, ...observations], weights)
}

const WORDS: Record<Move['kind'], string> = { begin: 'begins a table', down: 'goes on below', beside: 'stands beside' }

/** A move in words: of two that go on below, that one stands under another part than the page before is told. */
const wordsOf = ({ kind, at }: ToldMove, other: ToldMove | undefined): string =>
  kind === 'down' && other?.kind === 'down' ? `goes on below part ${at + 1}` : WORDS[kind]

function decisionOf({ piece, move, moves, rival }: Choice): Decision {
  const next = moves.find(other => rival !== null && isSameMove(other, rival.move))
  const against = (next?.evidence ?? []).map(one => ({ ...one, weight: -one.weight }))
  return {
    what: 'how the page goes on from the one before',
    page: piece.grid.page,
    chosen: wordsOf(move, rival?.move),
    rejected: rival && wordsOf(rival.move, move),
    margin: rival === null ? 1 : probabilityOf(rival.loss),
    evidence: [...move.evidence, ...against],
  }
}
