import { itemAt } from '../../geometry.ts'
import { joinedSets } from '../../joined-sets.ts'
import type { Ink } from '../picture/raster.ts'

/** A long thin stretch of ink along rows: a ruling as the scanner saw it, bent and uneven. */
export interface Trace {
  readonly from: number
  readonly to: number
  /** Middle of the stretch across, one value each BIN pixels from `from` on. */
  readonly middles: readonly number[]
  /** Mean thickness in pixels. */
  readonly width: number
}

/** Length of the pieces in which a trace is followed, in pixels. */
export const BIN = 16

/** Where a trace runs at `position` along it; beyond its ends, as it ends. */
export const middleAt = ({ from, middles }: Trace, position: number): number =>
  itemAt(middles, Math.max(0, Math.min(middles.length - 1, ((position - from) / BIN) | 0)))

/** Breaks up to this (in glyph heights) inside one row of pixels are noise, not the end of a ruling. */
const SMALL_BREAK = 0.12
/** A stretch thicker than this (in glyph heights) is a filled area or the dark edge of a scan; a frame of 3 pt around print of 7 pt has 0.5. */
const THICKEST = 0.6

/** One piece of a row of pixels. */
interface Run {
  readonly y: number
  readonly from: number
  readonly to: number
}

/**
 * Long stretches of ink along rows, at least `least` pixels long without a break: runs of each row, joined with runs
 * they touch in the row above. For columns, transpose the ink first. `em` is the glyph height in pixels.
 */
export function tracesOf(ink: Ink, least: number, em: number): Trace[] {
  const runs = longRuns(ink, least, SMALL_BREAK * em)
  return grouped(runs)
    .map(traceOf)
    .filter(trace => trace.width <= THICKEST * em)
}

/** Runs of ink in each row at least `least` long; white up to `gap` does not end them. */
function longRuns(ink: Ink, least: number, gap: number): Run[] {
  const runs: Run[] = []
  const row = new Uint8Array(ink.width)
  for (let y = 0; y < ink.height; y++) {
    spreadRow(ink, y, row)
    let [from, to] = [0, 0]
    for (let x = row.indexOf(1); x >= 0; x = row.indexOf(1, x)) {
      if (x - to > gap) {
        if (to - from >= least) runs.push({ y, from, to })
        from = x
      } else if (to === 0) from = x
      while (row[x] === 1) x++
      to = x
    }
    if (to - from >= least) runs.push({ y, from, to })
  }
  return runs
}

/** Fills `row` with a row of ink and the rows above and below it, so that a sloping hairline does not fall apart. */
function spreadRow({ width, height, data }: Ink, y: number, row: Uint8Array): void {
  row.set(data.subarray(y * width, (y + 1) * width))
  for (const near of [y - 1, y + 1]) {
    if (near < 0 || near >= height) continue
    for (let x = 0, at = near * width; x < width; x++, at++) row[x] = (row[x] ?? 0) | (data[at] ?? 0)
  }
}

/** Runs that touch a run of the row above belong together. */
function grouped(runs: readonly Run[]): Run[][] {
  const { join, sets } = joinedSets(runs.length)
  let above = 0
  let rowStart = 0
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i]
    if (run === undefined) continue
    if (runs[rowStart]?.y !== run.y) {
      above = rowStart
      rowStart = i
    }
    for (let j = above; j < rowStart; j++) {
      const other = runs[j]
      if (other !== undefined && other.y === run.y - 1 && other.from <= run.to && run.from <= other.to) join(i, j)
    }
  }
  return sets().map(members => members.map(index => itemAt(runs, index)))
}

function traceOf(runs: readonly Run[]): Trace {
  const from = Math.min(...runs.map(run => run.from))
  const to = Math.max(...runs.map(run => run.to))
  const bins = Math.max(1, Math.ceil((to - from) / BIN))
  const sums = new Float64Array(bins)
  const weights = new Float64Array(bins)
  let area = 0
  for (const run of runs) {
    area += run.to - run.from
    for (let bin = ((run.from - from) / BIN) | 0; bin <= Math.min(bins - 1, ((run.to - 1 - from) / BIN) | 0); bin++) {
      const shared = Math.min(run.to, from + (bin + 1) * BIN) - Math.max(run.from, from + bin * BIN)
      sums[bin] = (sums[bin] ?? 0) + shared * (run.y + 0.5)
      weights[bin] = (weights[bin] ?? 0) + shared
    }
  }
  const middles: number[] = []
  for (let bin = 0; bin < bins; bin++) {
    const weight = itemAt(weights, bin)
    middles.push(weight > 0 ? itemAt(sums, bin) / weight : itemAt(middles, bin - 1))
  }
  // ink spread up and down is two pixels thicker than the ruling
  return { from, to, middles, width: Math.max(1, area / (to - from) - 2) }
}
