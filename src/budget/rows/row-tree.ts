import { DOUBTFUL, decide, type Evidence, type Hypothesis, sumOf } from '../../evidence.ts'
import {
  agreementOfParts,
  FARTHEST,
  type Forest,
  forestOf,
  type Likeness,
  likenessOf,
  nestingOf,
  type Rows,
  SILENT,
} from '../../forest.ts'
import { type Agreement, type Figures, stepsOf } from '../../sums.ts'
import type { RowSum, RowTree } from '../dataset.ts'
import { figuresFrom } from '../money/amount.ts'
import { classCode } from '../subjects/subjects.ts'
import { type LabelEvidence, type Labels, labelsOf, NOTHING_SAID } from './labels.ts'
import type { PrintedRow } from './rows.ts'
import { type Total, totalsOf } from './totals.ts'

/** What a row is to the search: a row of the tree, a total that stands between rows, or nothing that counts. */
export type Place = 'row' | 'total' | 'aside'

/** The tree of some rows, with what decided for it; it tells rows by their index among these. */
export interface FoundTree extends RowTree {
  /** By row; null at the top and for what is no row of the tree. */
  readonly parents: readonly (number | null)[]
  /** Log-odds of the chosen tree. */
  readonly weight: number
}

/** A tree is proved by this margin … */
const PROVED_MARGIN = 0.99
/** … and, where every row carries its code, number or known name, by no more broken sums than hold, or than these few. */
const FEW_BROKEN = 1
/** A misread name or two leave a list of subjects what it is. */
const LABELLED = 0.8
/** Log-odds that the sums of a proved tree come to: four digits. */
const PROVED_SUMS = 9.2
/** What a row that equals the one row below it is worth to the search that takes it for its whole. */
const LENIENT = 4

interface Candidate {
  readonly parents: Forest
  readonly sums: readonly RowSum[]
  readonly evidence: readonly Evidence[]
  readonly sumWeight: number
}

/** Likeness is kept for so many pairs of rows, 8 MB; in longer lists it is worked out anew. */
const MOST_KEPT = 1_000_000

/** The likeness of rows by what some kinds of labels say together; it is asked again and again for rows that stand near each other, and kept for these. */
function likenessBy(chosen: readonly LabelEvidence[], members: readonly PrintedRow[]): Likeness {
  if (chosen.every(evidence => evidence === NOTHING_SAID)) return SILENT
  const weigh = (whole: number, part: number): number => {
    let sum = 0
    for (const evidence of chosen) sum += evidence(members[whole] as PrintedRow, members[part] as PrintedRow)
    return sum
  }
  const width = Math.min(members.length, FARTHEST + 1)
  if (chosen.length === 1 || members.length * width > MOST_KEPT) return weigh
  const known = new Float64Array(members.length * width).fill(Number.NaN)
  return (whole, part) => {
    const apart = part - whole
    if (apart < 0 || apart >= width) return weigh(whole, part)
    const at = whole * width + apart
    if (Number.isNaN(known[at])) known[at] = weigh(whole, part)
    return known[at] as number
  }
}

/** The tree of rows that stand below each other: what labels and figures together say, weighed against each kind of label alone. */
export function treeOf(
  rows: readonly PrintedRow[],
  places: readonly Place[],
  columns: (row: PrintedRow) => readonly number[],
): FoundTree {
  const indices = rows.flatMap((_, at) => (places[at] === 'row' ? [at] : []))
  const figures = rows.map(row => figuresFrom(columns(row).map(column => row.amounts.get(column)?.money)))
  const members = indices.map(at => rows[at] as PrintedRow)
  let section = 0
  const sections = rows.map((_, at) => (places[at] === 'total' ? ++section : section))
  const steps = stepsOf(figures)
  const search: Rows = {
    figures: indices.map(at => figures[at] as Figures),
    isMemo: members.map(({ memo, level }) => memo && level === null),
    section: indices.map(at => sections[at] as number),
    steps,
  }
  const labels = labelsOf(members)
  const kinds = Object.keys(labels) as (keyof Labels)[]
  const all = likenessBy(Object.values(labels), members)
  const alone = kinds.map((kind): readonly [string, Likeness] => [kind, likenessBy([labels[kind]], members)])
  const ground = { search, indices, places, figures, steps }
  const hypotheses = forestsOf(search, all, alone).map(([label, forest]): Hypothesis<Candidate> => {
    const choice = weighed({ ...ground, forest }, alone)
    return { choice, label, evidence: choice.evidence }
  })
  const { choice, decision } = decide('tree of rows', hypotheses)
  const parents = parentsAmong(rows.length, indices, choice.parents)
  const next = hypotheses.find(({ label }) => label === decision.rejected)?.choice.parents ?? choice.parents
  return {
    ...{ parents, sums: choice.sums, decision, weight: sumOf(choice.evidence) },
    doubts: decision.margin < DOUBTFUL ? doubtsBetween(parents, parentsAmong(rows.length, indices, next)) : [],
    proof: decision.margin < PROVED_MARGIN ? null : proofOf(choice, members, decision.rejected === null),
  }
}

/** Forests that rows may stand in, each once, with the name of what speaks for it. */
function forestsOf(
  search: Rows,
  all: Likeness,
  alone: readonly (readonly [string, Likeness])[],
): (readonly [string, Forest])[] {
  const forests: readonly (readonly [string, Forest])[] = [
    ['labels and sums', forestOf(search, { likeness: all, sums: true, copies: 0 })],
    ['labels and sums, equal rows one in the other', forestOf(search, { likeness: all, sums: true, copies: LENIENT })],
    ['sums alone', forestOf(search, { likeness: SILENT, sums: true, copies: LENIENT })],
    ['labels alone', forestOf(search, { likeness: all, sums: false, copies: 0 })],
    ...alone.map(([kind, one]): readonly [string, Forest] => [
      `${kind} alone`,
      forestOf(search, { likeness: one, sums: false, copies: 0 }),
    ]),
    ['one level', search.figures.map(() => null)],
  ]
  const shapes = new Set<string>()
  return forests.filter(([, forest]) => shapes.size < shapes.add(forest.join()).size)
}

/** The parent of each of all rows, from the forest of those that are rows of the tree. */
function parentsAmong(count: number, indices: readonly number[], forest: Forest): (number | null)[] {
  const parents = new Array<number | null>(count).fill(null)
  indices.forEach((row, at) => {
    const parent = forest[at] ?? null
    parents[row] = parent === null ? null : (indices[parent] ?? null)
  })
  return parents
}

/** Rows that stand elsewhere in another tree. */
const doubtsBetween = (parents: readonly (number | null)[], others: readonly (number | null)[]): RowTree['doubts'] =>
  others.flatMap((other, row) => (other === parents[row] ? [] : [{ row, other }]))

/**
 * What proves a tree: that its sums hold, more than are broken, or the codes, numbers and known names of all its rows where not
 * much speaks against them; where neither labels nor figures know another one (`isOnly`), that some of it adds up.
 */
function proofOf({ sums, sumWeight }: Candidate, members: readonly PrintedRow[], isOnly: boolean): RowTree['proof'] {
  const held = sums.filter(sum => sum.held > 0 && sum.held >= sum.broken).length
  const broken = sums.filter(sum => sum.broken > sum.held).length
  if (sumWeight >= PROVED_SUMS && held >= broken) return 'sums'
  const labelled = members.filter(
    ({ code, level, key, name }) => code !== null || level !== null || key !== null || classCode(name, '2') !== null,
  )
  if (isOnly && sumWeight > 0 && held >= broken) return 'labels'
  return labelled.length >= LABELLED * members.length && broken <= Math.max(held, FEW_BROKEN) ? 'labels' : null
}

interface Ground {
  readonly search: Rows
  readonly forest: Forest
  /** The rows of the tree among all rows. */
  readonly indices: readonly number[]
  readonly places: readonly Place[]
  readonly figures: readonly Figures[]
  readonly steps: readonly number[]
}

function weighed(ground: Ground, kinds: readonly (readonly [string, Likeness])[]): Candidate {
  const { search, forest, indices } = ground
  const children = Map.groupBy(forest.keys(), at => forest[at] ?? null)
  const nested = [...children].flatMap(([whole, parts]): RowSum[] => {
    if (whole === null) return []
    const { counted, held, broken } = agreementOfParts(search, whole, parts)
    const own = { whole: indices[whole] as number, parts: counted.map(at => indices[at] as number) }
    return counted.length === 0 ? [] : [{ ...own, held, broken, what: 'children' }]
  })
  const totals = totalsIn(ground, children.get(null) ?? [], children)
  const ofTotal = ({ agreement: { held, broken }, ...total }: Total): RowSum => ({ ...total, held, broken, what: 'total' })
  const sums = [...nested, ...totals.map(ofTotal)]
  const weight = [
    ...nested.map(sum => agreementOfRows(ground, sum.whole, sum.parts)),
    ...totals.map(total => total.agreement),
  ].reduce((sum, agreement) => sum + agreement.weight, 0)
  const held = sums.filter(sum => sum.held > 0 && sum.broken === 0).length
  const evidence = [
    { name: 'sums', weight, because: `${held} of ${sums.length} sums hold in all columns` },
    { name: 'levels', weight: nestingOf(forest), because: `${nested.length} rows have parts` },
    ...kinds.map(([name, likeness]) => ({
      name,
      weight: likenessOf(search, forest, likeness),
      because: `what ${name} say of the rows`,
    })),
  ].filter(one => one.weight !== 0)
  return { parents: forest, sums, evidence, sumWeight: weight }
}

/** Totals that stand between the rows at the top. */
function totalsIn(ground: Ground, roots: readonly number[], children: ReadonlyMap<number | null, readonly number[]>): Total[] {
  const { search, indices, places } = ground
  const isRoot = new Set(roots.filter(at => !search.isMemo[at] || children.has(at)).map(at => indices[at] as number))
  const tops = places.flatMap((place, row) =>
    place === 'total' ? [{ row, isTotal: true }] : isRoot.has(row) ? [{ row, isTotal: false }] : [],
  )
  return totalsOf(tops, (whole, parts) => agreementOfRows(ground, whole, parts))
}

/** How a row agrees with others, by their indices among all rows. */
const agreementOfRows = ({ figures, steps }: Ground, whole: number, parts: readonly number[]): Agreement =>
  agreementOfParts({ figures, steps, isMemo: [], section: [] }, whole, parts)
