import { expect, test } from 'vitest'
import type { Grid } from '../../../src/grid/grid.ts'
import { inTracks } from '../../../src/table/joins/tracks.ts'
import { gridOf } from '../grids.ts'

const BODY = '教育|1.00\n卫生|2.00'
const named = { left: gridOf(BODY), right: gridOf(BODY, { left: 300 }) }
const onPage = (page: number, left: number, top = 100): Grid => gridOf(BODY, { page, left, top })
const order = (...pages: Grid[][]): string[] => inTracks(pages).map(({ page, box }) => `${page}:${box[0]}:${box[1]}`)

test('two tables beside each other that go on over the page are read one after the other', () => {
  expect(order([named.left, named.right], [onPage(2, 50), onPage(2, 300)], [onPage(3, 50)])).toEqual([
    '1:50:100',
    '2:50:100',
    '3:50:100',
    '1:300:100',
    '2:300:100',
  ])
})

test('a table above both comes first', () => {
  const above = gridOf(BODY, { top: 20 })
  expect(order([above, named.left, named.right], [onPage(2, 50), onPage(2, 300)])).toEqual([
    '1:50:20',
    '1:50:100',
    '2:50:100',
    '1:300:100',
    '2:300:100',
  ])
})

test.each([
  ['stand under none of them', [onPage(2, 120)]],
  ['stand twice under one of them', [onPage(2, 50), onPage(2, 50, 300)]],
  ['are on the next page but one', [onPage(3, 50)]],
])('grids that %s leave the order of the pages', (_, next) => {
  expect(order([named.left, named.right], next)).toEqual([
    '1:50:100',
    '1:300:100',
    ...next.map(({ page, box }) => `${page}:${box[0]}:${box[1]}`),
  ])
})

test('tables below each other are read as they are printed', () => {
  expect(order([named.left, onPage(1, 50, 300)], [onPage(2, 50)])).toEqual(['1:50:100', '1:50:300', '2:50:100'])
})
