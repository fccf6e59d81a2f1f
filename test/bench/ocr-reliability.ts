/**
 * Prints how often a cell is right that says it is: the reliability table of README. Counted are the cells that stand
 * in the right place of the right grid and are not empty on both sides.
 *
 *     node test/bench/ocr-reliability.ts SCAN.pdf TRUTH.json [...]
 */
import { readFileSync } from 'node:fs'
import { gridsOf } from '../../src/grid/grids.ts'
import { pagesOf } from '../../src/reading.ts'

interface TruthCell {
  readonly r: number
  readonly c: number
  readonly rs?: number
  readonly cs?: number
  readonly text: string
}

interface TruthGrid {
  readonly page: number
  readonly cells: readonly TruthCell[]
}

const LIMITS = [0.99, 0.95, 0.9, 0.7, 0.5, 0]
const FIGURE = /^[-−(]?[\d,]+(\.\d+)?\)?%?$/
const squash = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '')

const bins = LIMITS.map(limit => ({ limit, cells: 0, right: 0, figures: 0, rightFigures: 0 }))
const args = process.argv.slice(2)
for (let i = 0; i + 1 < args.length; i += 2) {
  const truth = JSON.parse(readFileSync(args[i + 1] ?? '', 'utf8')) as { readonly physical: readonly TruthGrid[] }
  const { pages } = await pagesOf(readFileSync(args[i] ?? ''), {})
  for (const grid of pages.flatMap(gridsOf)) {
    const wanted = new Map(
      truth.physical
        .filter(({ page }) => page === grid.page)
        .flatMap(({ cells }) => cells.map(cell => [`${cell.r},${cell.c},${cell.rs ?? 1},${cell.cs ?? 1}`, cell.text] as const)),
    )
    for (const cell of grid.cells) {
      const text = wanted.get(`${cell.row},${cell.column},${cell.rowSpan},${cell.columnSpan}`)
      const bin = bins.find(({ limit }) => cell.confidence >= limit)
      if (text === undefined || bin === undefined || (text === '' && cell.text === '')) continue
      const isRight = squash(text) === squash(cell.text)
      bin.cells++
      if (isRight) bin.right++
      if (!FIGURE.test(squash(text))) continue
      bin.figures++
      if (isRight) bin.rightFigures++
    }
  }
}
const share = (right: number, all: number): string => (all === 0 ? '–' : `${((100 * right) / all).toFixed(1)} %`)
console.log('| a cell says | cells | right | figures | right |\n|---|---|---|---|---|')
bins.forEach(({ limit, cells, right, figures, rightFigures }, index) => {
  const range = `${limit.toFixed(2)} – ${(LIMITS[index - 1] ?? 1).toFixed(2)}`
  console.log(`| ${range} | ${cells} | ${share(right, cells)} | ${figures} | ${share(rightFigures, figures)} |`)
})
