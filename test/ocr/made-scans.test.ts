import { expect, test } from 'vitest'
import { type Copy, copied, photographed, type SeenCell, sealedInGrey, shownThrough, twice, upsideDown } from './made-scans.ts'

const [SAMPLE, PAGE] = ['dachuan-2023-calc.pdf', 16] as const

/** Cells that are not as printed, and of those the ones that say they are sure. */
function wrongOf(printed: readonly SeenCell[], read: readonly SeenCell[]) {
  const wrong = printed.filter(cell => read.find(({ place }) => place === cell.place)?.text !== cell.text)
  const isSure = ({ place }: SeenCell) => (read.find(cell => cell.place === place)?.confidence ?? 1) >= 0.9
  return { wrong: wrong.map(({ text }) => text), silent: wrong.filter(isSure).map(({ text }) => text) }
}

const copy = async (how: Copy) => {
  const { printed, read } = await copied(SAMPLE, PAGE, how)
  return read.map(grid => wrongOf(printed[0] ?? [], grid))
}

test('a page scanned upside down is read', async () => {
  expect(await copy(upsideDown)).toEqual([{ wrong: [], silent: [] }])
})

test('a page photographed at an angle under a lamp is read', async () => {
  expect(await copy(photographed)).toEqual([{ wrong: [], silent: [] }])
})

test('two pages on one sheet are two tables', async () => {
  const right = { wrong: [], silent: [] }
  expect(await copy(twice)).toEqual([right, right])
})

test('where the other side of the sheet shows through, what is read wrong is said to be doubtful', async () => {
  const [grid, ...others] = await copy(shownThrough)
  expect(others).toEqual([])
  expect(grid?.silent).toEqual([])
  expect(grid?.wrong.length).toBeLessThanOrEqual(3)
})

test('cells under a seal that has no colour are read and never say that they are sure', async () => {
  const { printed, read } = await copied(SAMPLE, PAGE, sealedInGrey)
  const [grid = []] = read
  const { wrong, silent } = wrongOf(printed[0] ?? [], grid)
  expect(silent).toEqual([])
  expect(wrong.length).toBeLessThanOrEqual(2)
  const doubted = grid.filter(({ confidence }) => confidence < 0.9).map(({ place }) => place)
  const under = [2, 3, 4].flatMap(row => [2, 3].map(column => `${row},${column},1,1`))
  expect(doubted).toEqual(expect.arrayContaining(under))
})
