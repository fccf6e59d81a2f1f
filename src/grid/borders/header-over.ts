import { overlap } from '../../geometry.ts'
import { type Lattice, placeBox } from '../cells/lattice.ts'
import { blocksOf } from '../headers/header.ts'
import { namesOver } from '../headers/header-above.ts'
import { withWideWords } from '../headers/header-names.ts'
import { byReach, linesBetween, within } from '../open/areas.ts'
import { headPlaces } from '../open/draft.ts'
import { JUTS } from '../open/prose.ts'
import { columnsBetween, cutAtColumns } from '../texts/columns.ts'
import { phrasesOf } from '../texts/words.ts'
import { type Borders, type Drawn, NONE } from './drawn.ts'
import { SNAP } from './edges.ts'

/**
 * The borders of a header without colour above rows that are told by coloured ones: its names stand right above them, over
 * their columns. None where the rows have a header of their own, or where a name fits over other columns nearly as well.
 */
export function headerOverEdges(lattice: Lattice, drawn: Drawn): Borders {
  const { box, columnEdges } = lattice
  const [left, top, right, bottom] = box
  if (!isStriped(lattice, drawn)) return NONE
  const words = within(drawn.lines(), left, right)
  const run = linesBetween(words, top, bottom).map(line => phrasesOf(line, columnEdges))
  const end = Math.max(0, ...drawn.lattices.filter(other => isAbove(other, lattice)).map(other => other.box[3]))
  const above = linesBetween(words, end, top)
  const columns = columnsBetween(columnEdges, JUTS * drawn.em)
  const named = above.map(line => withWideWords(cutAtColumns(phrasesOf(line), columns), columns))
  const header = named.slice(named.length - namesOver(named, run))
  if (header.length === 0) return NONE
  const rules = drawn.edges.horizontal.filter(({ at }) => at > (header[0]?.baseline ?? top) && at <= top)
  const blocks = blocksOf(header, columns, { ...byReach(rules, { left, right, lines: header }), left, right })
  if (blocks.some(({ doubtful }) => doubtful)) return NONE
  const { places, rowEdges } = headPlaces(blocks, columns.length, header)
  const head = { columnEdges, rowEdges: [...rowEdges.slice(0, -1), top] }
  const boxes = places.map(place => placeBox(head, place))
  return {
    horizontal: boxes.map(([from, at, to]) => ({ at, from, to })),
    vertical: boxes.flatMap(([first, from, last, to]) => [first, last].map(at => ({ at, from, to }))),
  }
}

/** Whether coloured cells tell the columns of a lattice, and no ruling does. */
function isStriped({ box: [left, top, right, bottom] }: Lattice, { edges, em }: Drawn): boolean {
  const own = edges.vertical.filter(
    ({ at, from, to }) => at >= left - SNAP * em && at <= right + SNAP * em && overlap(from, to, top, bottom) > 0,
  )
  return own.some(({ source }) => source === 'fill') && own.every(({ source }) => source === 'fill' || source === 'continued')
}

const isAbove = ({ box }: Lattice, below: Lattice): boolean =>
  box[3] <= below.box[1] && overlap(box[0], box[2], below.box[0], below.box[2]) > 0
