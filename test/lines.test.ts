import { expect, test } from 'vitest'
import { lineText } from '../src/lines.ts'
import { pageOf } from './page/page.ts'

/** The line of text that these strings and kerns print in Helvetica of 10 points: a digit is 5.56 wide, a space 2.78. */
const printed = async (strings: string): Promise<string> =>
  lineText([...(await pageOf(`BT /F1 10 Tf 20 50 Td [${strings}] TJ ET`)).glyphs].sort((a, b) => a.box[0] - b.box[0]))

test.each([
  ['behind each digit, taken back by a kern', '(1 ) 278 (2 ) 278 (3.5 ) 278 (0)'],
  ['that begins where the digit before has not ended', '(1) 278 ( 2) 278 ( 3.5) 278 ( 0)'],
])('a space without room, %s, parts no figure', async (_, strings) => {
  expect(await printed(strings)).toBe('123.50')
})

test('a space with room parts two figures, one that the stream lacks as well', async () => {
  expect(await printed('(12 34)')).toBe('12 34')
  expect(await printed('(12) -300 (34)')).toBe('12 34')
})
