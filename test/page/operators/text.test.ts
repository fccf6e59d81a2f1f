import { expect, test } from 'vitest'
import { readPages } from '../../../src/page/document.ts'
import { mappedPdf } from '../../make/mapped-font.ts'

test('Han are an em wide where their font says that they have no width, or half of theirs, and each is placed by itself', async () => {
  const { pages } = await readPages(
    mappedPdf([
      { said: '合', width: 0, step: 1000 },
      { said: '计', width: 500, step: 1000 },
      { said: '1', width: 500 },
    ]),
  )
  expect(pages[0]?.glyphs.map(({ box }) => [box[0], box[2]].map(Math.round))).toEqual([
    [10, 20],
    [20, 30],
    [30, 35],
  ])
})
