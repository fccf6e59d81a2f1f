import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { verdictOf, verdictOfError } from '../../src/batch/outcome.ts'
import { extractDocument } from '../../src/index.ts'
import { pdfOf, pdfStream } from '../make/pdf.ts'

const REPORTED = fileURLToPath(new URL('../../../shared/hostile/reported/', import.meta.url))

/** How damaged files that once were lost to mistakes of ours end, and whether a finding has to tell. */
const ENDS = [
  ['m0157', 'ok', false],
  ['n0590', 'ok', false],
  ['m0007', 'ok', false],
  ['count-negative', 'corrupt', false],
  ['onepath-130000', 'ok', false],
] as const

/** Status and faults of the bytes of a file. */
async function ended(
  bytes: Uint8Array,
): Promise<{ readonly status: string; readonly faults: number; readonly tables: number }> {
  try {
    const document = await extractDocument(bytes, { file: 'a.pdf', ocr: 'off' })
    const faults = document.findings.filter(({ code }) => code === 'internal-fault').length
    return { status: verdictOf(document).status, faults, tables: document.tables.length }
  } catch (error) {
    return { status: verdictOfError(error).status, faults: 0, tables: 0 }
  }
}

describe.skipIf(!existsSync(REPORTED))('damaged files of ../shared/hostile/reported', () => {
  test.each(ENDS)('%s ends as %s', async (name, status, told) => {
    const end = await ended(readFileSync(`${REPORTED}${name}.pdf`))
    expect([end.status, end.faults > 0]).toEqual([status, told])
  })
})

/** Pages of these sizes with the same table; for null there is something in the tree of pages that is none. */
function pagesOf(...sizes: readonly (string | null)[]): Uint8Array {
  const text = (x: number, y: number, word: string): string => `BT /F1 8 Tf ${x} ${y} Td (${word}) Tj ET`
  const lines = [20, 40, 60, 80].flatMap(y => [`10 ${y} m 190 ${y} l S`])
  const words = [25, 45, 65].flatMap(y => [text(15, y, 'item'), text(110, y, '12.50')])
  const content = pdfStream('', [...lines, '10 20 m 10 80 l S 100 20 m 100 80 l S 190 20 m 190 80 l S', ...words].join('\n'))
  const page = (mediaBox: string): string =>
    `<< /Type /Page /Parent 2 0 R /MediaBox ${mediaBox} /Contents 3 0 R /Resources << /Font << /F1 4 0 R >> >> >>`
  const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
  const kids = sizes.map((_, at) => `${at + 5} 0 R`).join(' ')
  const tree = ['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${kids}] /Count ${sizes.length} >>`]
  return new Uint8Array(pdfOf([...tree, content, font, ...sizes.map(size => (size === null ? content : page(size)))]))
}

const SOUND = '[0 0 200 100]'
/** More points than any array has places for. */
const HUGE = `[0 0 ${'1'.padEnd(21, '0')} 100]`

test('a page that says it is larger than any paper is read as the others are', async () => {
  const sound = await ended(pagesOf(SOUND, SOUND))
  expect(sound).toMatchObject({ status: 'ok', faults: 0 })
  expect(await ended(pagesOf(SOUND, HUGE))).toEqual(sound)
})

test('a damaged page costs that page and is told as damage, not as a mistake of ours', async () => {
  const document = await extractDocument(pagesOf(SOUND, null), { file: 'a.pdf', ocr: 'off' })
  expect(document.tables.flatMap(({ regions }) => regions.map(({ page }) => page))).toEqual([1])
  expect(document.findings.flatMap(({ code, page }) => (code.includes('unreadable') ? [[code, page]] : []))).toEqual([
    ['page-unreadable', 2],
  ])
  expect(verdictOf(document)).toEqual({ status: 'partial', message: 'damaged page 2 not read' })
  expect(await ended(pagesOf(null, null))).toEqual({ status: 'corrupt', faults: 0, tables: 0 })
})
