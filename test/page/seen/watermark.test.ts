import { expect, test } from 'vitest'
import { withoutWatermarks } from '../../../src/page/seen/watermark.ts'
import { text as glyphsOf } from '../../grid/page.ts'
import { pageOf, textOf } from '../page.ts'

const text = (size: number, x: number, y: number, what: string): string => `BT /F1 ${size} Tf ${x} ${y} Td (${what}) Tj ET `
const BODY = [20, 50, 80].map(y => text(8, 20, y, 'amount 1,234.56')).join('')

test('a pattern of larger text across the text of the page is a watermark', async () => {
  const marks = [20, 50, 80].map(y => text(14, 40, y - 2, 'PUBLIC')).join('')
  expect(textOf(await pageOf(`.9 g ${marks} 0 g ${BODY}`)).replaceAll(' ', '')).toBe('amount1,234.56'.repeat(3))
})

test('a watermark printed once is known by its size, and may be painted last', async () => {
  const page = await pageOf(`${BODY} .9 g ${text(40, 10, 45, 'PUBLIC')}`)
  expect(textOf(page).replaceAll(' ', '')).toBe('amount1,234.56'.repeat(3))
})

test('the star of a stamp across text is no part of it', () => {
  const figures = [20, 30, 40].flatMap(y => glyphsOf(20, y, '1,234.56', 8))
  expect(withoutWatermarks([...figures, ...glyphsOf(25, 40, '★', 40)])).toEqual(figures)
})

test.each([
  ['a title', text(20, 20, 90, 'TITLE'), 'TITLE'],
  ['larger text that is repeated beside other text', [20, 50, 80].map(y => text(14, 130, y, 'SIDE')).join(''), 'SIDESIDESIDE'],
  ['larger text across other text at one place', text(12, 30, 48, 'PUBLIC'), 'PUBLIC'],
  ['a larger figure, wherever it stands', text(40, 10, 45, '12345'), '12345'],
])('%s is none', async (_, content, read) => {
  const body = [20, 50].map(y => text(8, 20, y, 'amount 1,234.56')).join('')
  expect(textOf(await pageOf(`${body} ${content}`)).replaceAll(' ', '')).toBe(`${'amount1,234.56'.repeat(2)}${read}`)
})
