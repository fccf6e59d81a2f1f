import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { verdictOf } from '../../src/batch/outcome.ts'
import { checkRows, type DocumentJson, extractDocument, factRows, type TableJson } from '../../src/index.ts'

/** A document of one fault each, with invented names and figures: what it must come to. */
interface Issue {
  /** What went wrong on documents like it. */
  readonly note: string
  readonly tables: readonly {
    readonly number: string | null
    readonly title: string
    readonly unit: string | null
    readonly headerRows: number
    /** `row,column`, rows x columns where it spans, text. */
    readonly cells: readonly string[]
  }[]
  readonly expect: {
    readonly noFindings?: readonly string[]
    readonly findingsOneOf?: readonly string[]
    /** The cells may come out as the file says instead of as they are seen, since it is told. */
    readonly cellsMayDiffer?: boolean
    readonly status?: readonly string[]
    /** `row,column` of the first table to its value. */
    readonly amounts?: Readonly<Record<string, string>>
    /** Labels to codes. */
    readonly codes?: Readonly<Record<string, string>>
    readonly indicators?: number
    readonly identitiesAtLeast?: number
  }
}

const folder = new URL('./', import.meta.url)
const names = readdirSync(folder).flatMap(name => (name.endsWith('.pdf') ? [name.slice(0, -'.pdf'.length)] : []))
const issueOf = (name: string): Issue => JSON.parse(readFileSync(new URL(`${name}.expected.json`, folder), 'utf8'))

/** Characters as a reader compares them: full and half width alike, without blanks. */
const squash = (text: string | null): string => (text ?? '').normalize('NFKC').replace(/\s+/gu, '')

/** Texts of a table as the file of the issue holds them, spaces left out. */
const cellsOf = ({ cells }: TableJson): string[] =>
  cells
    .filter(({ text }) => squash(text) !== '')
    .map(({ row, column, rowSpan, columnSpan, text }) => {
      const span = rowSpan * columnSpan > 1 ? `${rowSpan}x${columnSpan}` : ''
      return squash(`${row},${column}${span}${text}`)
    })

/** Number, title and unit, the number without the word 表 around it. */
const labelsOf = ({ number, title, unit }: Pick<TableJson, 'number' | 'title' | 'unit'>): string[] => [
  squash(number).replace(/^附?表|表$/g, ''),
  squash(title),
  squash(unit),
]

function expectMeaning(document: DocumentJson, wanted: Issue['expect']): void {
  for (const [place, value] of Object.entries(wanted.amounts ?? {})) {
    const cell = document.tables[0]?.cells.find(({ row, column }) => `${row},${column}` === place)
    expect(cell?.amount?.value, place).toBe(value)
  }
  const codes = new Map([...factRows({ name: '', document })].map(({ label, code }) => [label, code]))
  for (const [label, code] of Object.entries(wanted.codes ?? {})) expect(codes.get(label), label).toBe(code)
  if (wanted.indicators !== undefined) expect(document.indicators).toHaveLength(wanted.indicators)
  const held = checkRows({ name: '', document }).filter(({ outcome }) => outcome === 'holds')
  expect(held.length).toBeGreaterThanOrEqual(wanted.identitiesAtLeast ?? 0)
}

describe.each(names)('%s', name => {
  const { note, tables, expect: wanted } = issueOf(name)

  test(note, async () => {
    const document = await extractDocument(readFileSync(new URL(`${name}.pdf`, folder)), { file: `${name}.pdf` })
    const codes = document.findings.map(({ code }) => code)
    expect(codes.filter(code => wanted.noFindings?.includes(code))).toEqual([])
    if (wanted.status) expect(wanted.status).toContain(verdictOf(document).status)
    const isTold = wanted.findingsOneOf?.some(code => codes.includes(code)) === true
    if (wanted.cellsMayDiffer) expect(isTold).toBe(true)
    else {
      expect(document.tables.map(table => cellsOf(table).sort())).toEqual(tables.map(({ cells }) => cells.map(squash).sort()))
      expect(document.tables.map(labelsOf)).toEqual(tables.map(labelsOf))
    }
    expectMeaning(document, wanted)
  })
})
