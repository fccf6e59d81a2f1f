import type { Page } from '../../page/page.ts'
import type { Lattice } from '../cells/lattice.ts'
import type { TextLine } from '../texts/words.ts'
import type { Edge, Edges } from './edges.ts'

/** What is known of a page while its borders are told: the edges so far, the lattices they make, its lines of words. */
export interface Drawn {
  readonly page: Page
  readonly edges: Edges
  readonly lattices: readonly Lattice[]
  readonly lines: () => readonly TextLine[]
  /** The usual glyph height in points. */
  readonly em: number
}

/** A border between cells: where it stands across its axis and from where to where it runs, in points. */
export type Border = Omit<Edge, 'source'>

/** Borders that something tells. */
export interface Borders {
  readonly horizontal: readonly Border[]
  readonly vertical: readonly Border[]
}

/** Tells borders of a page that are not drawn as lines. */
export type Teller = (drawn: Drawn) => Borders

/** No borders. */
export const NONE: Edges = { horizontal: [], vertical: [] }

const together = (sets: readonly Borders[]): Borders => ({
  horizontal: sets.flatMap(({ horizontal }) => horizontal),
  vertical: sets.flatMap(({ vertical }) => vertical),
})

/** What tells the borders of one lattice, asked of each on a page. */
export const ofEachLattice =
  (tell: (lattice: Lattice, drawn: Drawn) => Borders): Teller =>
  drawn =>
    together(drawn.lattices.map(lattice => tell(lattice, drawn)))
