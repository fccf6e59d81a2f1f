import { expect, test } from 'vitest'
import { centredBorders } from '../../../src/grid/open/centred.ts'
import { wordLinesOf } from '../../../src/grid/texts/words.ts'
import type { Glyph } from '../../../src/page/page.ts'
import { centred, ending, text } from '../page.ts'

/** The borders that lines between rules from 0 to 400 tell, where the body has text in these columns. */
const bordersOf = (
  glyphs: readonly Glyph[],
  told: readonly (readonly [number, number])[],
  right = 400,
): readonly number[] | null =>
  centredBorders(
    { left: 0, right, lines: wordLinesOf(glyphs), body: 1, rules: [], kind: 'ruled' },
    told.map(([left, right]) => ({ left, right })),
  )?.map(Math.round) ?? null

const names = [
  ...centred(50, 100, '合计'),
  ...centred(150, 100, '出国'),
  ...centred(250, 100, '购置'),
  ...centred(350, 100, '接待'),
]
const amounts = [...ending(98, 120, '8.80'), ...ending(398, 120, '3.84')]

test('names in the middle of their columns tell the borders, of columns without any amount too', () => {
  expect(
    bordersOf(
      [...names, ...amounts],
      [
        [78, 98],
        [378, 398],
      ],
    ),
  ).toEqual([0, 100, 200, 300, 400])
})

test('names whose last does not end at the side, or over whose border the body prints, tell none', () => {
  expect(
    bordersOf(
      [...names, ...amounts],
      [
        [78, 98],
        [378, 398],
      ],
      420,
    ),
  ).toBeNull()
  expect(
    bordersOf(
      [...names, ...amounts],
      [
        [78, 130],
        [378, 398],
      ],
    ),
  ).toBeNull()
  const flush = [...text(2, 100, '合计'), ...text(102, 100, '出国'), ...text(202, 100, '购置'), ...text(302, 100, '接待')]
  expect(
    bordersOf(
      [...flush, ...amounts],
      [
        [78, 98],
        [378, 398],
      ],
    ),
  ).toBeNull()
})

test('numbers of columns tell the borders from the right, beside columns that are not counted', () => {
  const numbers = ['1', '2', '3'].flatMap((number, at) => centred(150 + 100 * at, 100, number))
  expect(
    bordersOf(
      [...centred(20, 100, '栏次'), ...numbers, ...amounts],
      [
        [2, 30],
        [50, 98],
        [378, 398],
      ],
    ),
  ).toEqual([0, 40, 100, 200, 300, 400])
})
