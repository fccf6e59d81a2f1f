import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLines } from '../../src/write/csv.ts'

test('lines are those of a library for CSV, whatever the fields hold', () => {
  const mark = fc.constantFrom('"', ',', '\r', '\n', ' ', "'", ';', '\t', '一', '12.50')
  const field = fc.option(fc.array(fc.oneof(mark, fc.string({ maxLength: 3 }))).map(parts => parts.join('')))
  fc.assert(
    fc.property(fc.array(fc.array(field, { minLength: 1 })), rows => {
      const options = { record_delimiter: 'windows', quote_record_delimiter: true } as const
      expect(csvLines(rows)).toBe(stringify(rows, options))
    }),
    { numRuns: 500 },
  )
})
