import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

/** Ways to make a float of a text. */
const FLOATS = /\b(?:Number\.)?parseFloat\(|(?<![.\w])Number\(|\.toFixed\(|\bMath\.(?:round|floor|ceil|trunc)\(/

/** Places that handle no money: what each does with numbers is said here. */
const ALLOWED: readonly (readonly [file: string, line: RegExp, why: string])[] = [
  ['budget/money/amount.ts', /Number\(money\?\.fen/, 'integers of 分, none of which is more than a number holds whole'],
  ['write/document/contract.ts', /Number\((?:entry|value|at)/, 'indices of lists'],
  ['write/relations/panel/counts.ts', /fact\.value/, 'a count of vehicles, posts or people'],
  ['write/relations/panel/counts.ts', /Number\(year\)/, 'a year'],
  ['write/relations/panel/count-tables.ts', /Number\(digits\)/, 'a count of posts or people'],
  ['write/relations/panel/post-kinds.ts', /fact\.value/, 'a count of posts'],
  ['check/sangong/nil.ts', /Number\(one\) === fiscalYear/, 'a year'],
  ['write/relations/comparison.ts', /Number\(at\)/, 'the index of a column'],
  ['write/relations/comparison.ts', /Number\(isAlone/, 'what stands before what'],
  ['budget/catalog/identify.ts', /toFixed\(2\)/, 'how alike two titles are'],
  ['budget/rows/tree-doubt.ts', /decision\.margin/, 'how sure a decision is'],
  ['check/completeness.ts', /Number\(year\)/, 'a year'],
  ['check/relations/said/said-change.ts', /Number\(year\) === Number\(last\)/, 'years'],
  ['write/relations/narrative-year.ts', /Number\((?:digits|value)\)/, 'a year'],
  ['write/relations/sangong-growth.ts', /Number\(fiscal_year\)/, 'a year'],
  ['check/judged/rivals/siblings.ts', /left \/ SAME_LEFT/, 'how far a row is indented'],
  ['write/formats/xlsx/parts.ts', /lettersOf/, 'the letters of a column'],
  ['write/relations/coverage.ts', /guarded \/ figures/, 'a share of figures'],
  [
    'write/formats/duckdb.ts',
    /'(?:integer|number)'\)/,
    'columns that hold counts and coordinates; amounts are of another type',
  ],
  ['write/formats/xlsx/workbook.ts', /confidence/, 'a share that is shown'],
  ['write/formats/xlsx/workbook.ts', /missing \/ widths/, 'the width of a column'],
  ['write/formats/xlsx/print.ts', /width \/ /, 'how many pages beside each other a sheet takes'],
  ['write/formats/xlsx/heights.ts', /widthOf\(line\)|TALLEST/, 'the height of a row'],
  [
    'write/formats/xlsx/workbook.ts',
    /Number\(text\)|Number\(/,
    'a spreadsheet holds floats; amounts beyond 15 digits stay text',
  ],
]

test('money never passes through a float', () => {
  const root = fileURLToPath(new URL('../src/', import.meta.url))
  const found = ['budget', 'check', 'write'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map(file => file.replaceAll('\\', '/'))
      .filter(file => file.endsWith('.ts'))
      .flatMap(file =>
        readFileSync(join(root, folder, file), 'utf8')
          .split('\n')
          .filter(line => FLOATS.test(line) && !/^\s*(?:\/\/|\*|\/\*)/.test(line))
          .filter(line => !ALLOWED.some(([name, pattern]) => `${folder}/${file}` === name && pattern.test(line)))
          .map(line => `${folder}/${file}: ${line.trim()}`),
      ),
  )
  expect(found).toEqual([])
})
