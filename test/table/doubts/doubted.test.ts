import { expect, test } from 'vitest'
import { extractDocument } from '../../../src/pipeline.ts'
import { pagePdf, pdfStream } from '../../make/pdf.ts'

/** A ruled table of two rows and two columns with a picture painted at `place`. */
const printed = (place: string): Promise<Awaited<ReturnType<typeof extractDocument>>> => {
  const rules = [
    '20 20 m 180 20 l',
    '20 50 m 180 50 l',
    '20 80 m 180 80 l',
    '20 20 m 20 80 l',
    '100 20 m 100 80 l',
    '180 20 m 180 80 l',
  ]
  const texts = [
    ['30 60', '2080505'],
    ['110 60', '1,204.50'],
    ['30 30', '2080506'],
    ['110 30', '602.25'],
  ].map(([at, text]) => `BT /F1 10 Tf ${at} Td (${text}) Tj ET`)
  return extractDocument(
    pagePdf(`${rules.join(' ')} S ${texts.join(' ')} q ${place} cm /I Do Q`, {
      resources: '/XObject << /I 9 0 R >>',
      objects: [
        pdfStream('/Type /XObject /Subtype /Image /Width 2 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8', '\xff\x00'),
      ],
    }),
    { file: 'a.pdf', ocr: 'off' },
  )
}
const doubtsOf = ({ findings }: Awaited<ReturnType<typeof printed>>) =>
  findings.flatMap(({ code, actual, cells }) => (code === 'figure-doubtful' ? [[actual, cells.length]] : []))

test('an amount under a picture that prints something is named in a finding', async () => {
  expect(doubtsOf(await printed('14 0 0 12 108 58'))).toEqual([['1,204.50', 1]])
})

test('a picture beside the figures puts none of them in doubt', async () => {
  expect(doubtsOf(await printed('14 0 0 12 160 84'))).toEqual([])
})
