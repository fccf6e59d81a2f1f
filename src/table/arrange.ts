import { type Decision, type Evidence, probabilityOf, sumOf, type Weights, weigh } from '../evidence.ts'
import fitted from './join-weights.json' with { type: 'json' }
import { begun, type Move, movesOf, unfinished } from './moves.ts'
import type { Piece } from './piece.ts'
import type { Sheet } from './sheet.ts'

/** What evidence is worth for each way in which a piece may go on; `begin` is measured against. */
const WEIGHTS: Readonly<Record<Move['kind'], Weights>> = fitted

/** How many arrangements are kept side by side; what is behind so many others never won on press, dev and wild. */
const WIDTH = 12

/** A whole arrangement of the pieces so far: tables that are closed and the one that is open, with what speaks for all of it. */
interface Arrangement {
  readonly closed: readonly Sheet[]
  readonly open: Sheet
  /** Logarithm of its probability. */
  readonly score: number
  /** Kinds of the moves since its open table began, one letter a piece: two that have the same have the same table open. */
  readonly since: string
}

/** A move with what its evidence is worth. */
type WeighedMove = Move & { readonly evidence: readonly Evidence[] }

/**
 * Put the pieces of a document together into tables: of all arrangements the one with most evidence, found piece by piece
 * with the best dozen kept (a beam search), so that later pages can overrule what earlier ones suggested. Each piece keeps
 * the decision that brought it to its table.
 */
export function arrange(pieces: readonly Piece[]): Sheet[] {
  const [first, ...rest] = pieces
  if (first === undefined) return []
  let beam: Arrangement[] = [{ closed: [], open: begun(first), score: 0, since: '' }]
  let previous = first
  for (const piece of rest) {
    const before = previous
    const known = new Map<string, readonly WeighedMove[]>()
    const movesFrom = ({ open, since }: Arrangement): readonly WeighedMove[] => {
      const moves = known.get(since) ?? movesOf(open, before, piece).map(move => ({ ...move, evidence: evidenceOf(move) }))
      known.set(since, moves)
      return moves
    }
    beam = best(beam.flatMap(arrangement => grown(arrangement, movesFrom(arrangement), piece)))
    previous = piece
  }
  const finals = beam.map(one => ({ ...one, score: one.score + sumOf(weigh(unfinished(one.open), WEIGHTS.begin)) }))
  const [won] = best(finals)
  if (won === undefined) throw new Error('arrange: no arrangement')
  return [...won.closed, won.open]
}

const best = (arrangements: readonly Arrangement[]): Arrangement[] =>
  [...arrangements].sort((a, b) => b.score - a.score).slice(0, WIDTH)

/** An arrangement with one more piece, in each possible way. */
function grown({ closed, open, score, since }: Arrangement, moves: readonly WeighedMove[], piece: Piece): Arrangement[] {
  const all = Math.log(moves.reduce((sum, { evidence }) => sum + Math.exp(sumOf(evidence)), 0))
  return moves.map(move => {
    const decision = decisionOf(move, moves, piece)
    const isNew = move.kind === 'begin'
    return {
      closed: isNew ? [...closed, open] : closed,
      open: { ...move.sheet, decisions: [...(isNew ? [] : open.decisions), decision] },
      score: score + sumOf(move.evidence) - all,
      since: isNew ? '' : since + move.kind[0],
    }
  })
}

/** The evidence of a move with its weights, the constant of its kind first. */
export function evidenceOf({ kind, observations }: Move): Evidence[] {
  const weights = WEIGHTS[kind]
  return weigh([{ name: 'before-looking', strength: 1, because: 'how often it is so' }, ...observations], weights)
}

const WORDS: Record<Move['kind'], string> = { begin: 'begins a table', down: 'goes on below', beside: 'stands beside' }

function decisionOf(
  { kind, evidence }: { readonly kind: Move['kind']; readonly evidence: readonly Evidence[] },
  moves: readonly { readonly kind: Move['kind']; readonly evidence: readonly Evidence[] }[],
  { grid }: Piece,
): Decision {
  const [next] = moves.filter(other => other.kind !== kind).sort((a, b) => sumOf(b.evidence) - sumOf(a.evidence))
  const against = (next?.evidence ?? []).map(one => ({ ...one, weight: -one.weight }))
  return {
    what: 'how the page goes on from the one before',
    page: grid.page,
    chosen: WORDS[kind],
    rejected: next === undefined ? null : WORDS[next.kind],
    margin: next === undefined ? 1 : probabilityOf(sumOf(evidence) - sumOf(next.evidence)),
    evidence: [...evidence, ...against],
  }
}
