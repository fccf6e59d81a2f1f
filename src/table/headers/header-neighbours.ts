import { type Observation, seen } from '../../evidence.ts'

/** What a page below says of a depth: `common` rows in which both pages print the same words are the header, or part of it. */
export const againBelow = (depth: number, common: number): Observation[] =>
  [
    common === 0 || depth > common
      ? null
      : seen('again-below', depth === common ? 1 : -1, `the next page begins with the same ${common} rows`),
  ].flatMap(one => one ?? [])

/** The header of a left part. */
interface LeftPart {
  readonly headerRows: number
  /** Rows below it that stand beside the right part; fewer than it has where the left part ends. */
  readonly rows: number
  /** Whether they end where a page of it does. */
  readonly isEven: boolean
}

/** A right part read with a header of this depth. */
interface RightPart {
  readonly depth: number
  readonly rows: number
  /** How many columns then repeat the labels of the left part. */
  readonly labels: number
  /** Whether the last row of its header counts the columns on from those of the left part: 1 2 3 | 4 5 6. */
  readonly isNumbered: boolean
}

/** What the left part of a wide table says of the depth of a right part: parts have equal rows, and mostly headers of one depth. */
export const besideLeft = ({ depth, rows, labels, isNumbered }: RightPart, left: LeftPart): Observation[] =>
  [
    seen('rows-beside', rows === left.rows && left.isEven ? 1 : -1, `${rows} rows beside ${left.rows}`),
    seen('labels-beside', Math.min(1, labels), `${labels} columns repeat the labels of the left part`),
    isNumbered ? seen('numbers-beside', 1, 'its last row counts the columns on') : null,
    depth === left.headerRows ? seen('depth-beside', 1, 'its header is as deep as that of the left part') : null,
  ].flatMap(one => one ?? [])
