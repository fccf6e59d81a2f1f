import { expect, test } from 'vitest'
import { pageOf } from './page.ts'

const doubtsOf = async (content: string): Promise<string> =>
  (await pageOf(content)).glyphs.map(({ text, confidence }) => (confidence < 0.9 ? `${text}?` : text)).join('')

test('a figure that another print runs through is in doubt as a whole, and so is that print', async () => {
  const content =
    'BT /F1 10 Tf 20 50 Td (12.34) Tj ET .85 g BT /F1 11 Tf 37 51 Td (2026) Tj ET BT /F1 10 Tf 90 50 Td (56) Tj ET'
  expect(await doubtsOf(content)).toBe('1?2?.?3?4?2?0?2?6?56')
})

test('a word of another print puts the figures in doubt that it runs through', async () => {
  expect(await doubtsOf('BT /F1 10 Tf 20 50 Td (12     34) Tj ET .9 g BT /F1 12 Tf 47 52 Td (ab) Tj ET')).toBe('12     3?4?ab')
})

test('figures set close, in bold by a second print, or in lines that touch are in no doubt', async () => {
  expect(await doubtsOf('BT /F1 10 Tf 20 50 Td (1) Tj 2 0 Td (.) Tj 2 0 Td (2) Tj ET')).toBe('1.2')
  expect(await doubtsOf('BT /F1 10 Tf -1.5 Tc 20 50 Td (1234) Tj ET')).toBe('1234')
  expect(await doubtsOf('BT /F1 10 Tf 20 50 Td (12) Tj .3 0 Td (12) Tj ET')).toBe('12')
  expect(await doubtsOf('BT /F1 10 Tf 20 50 Td (12) Tj 0 -8 Td (34) Tj ET')).toBe('1234')
})
