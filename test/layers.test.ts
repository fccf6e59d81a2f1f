import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'

/** From left to right: a file imports what stands left of it, or its own folder. */
const ORDER = [
  [
    'geometry',
    'dashes',
    'note-signs',
    'errors',
    'evidence',
    'sums',
    'forest',
    'finding',
    'contained',
    'version',
    'heading-number',
    'thousands',
    'traditional',
    'turn',
    'full-width',
    'join-lines',
    'joined-sets',
    'once',
    'unit-label',
  ],
  ['options'],
  ['page'],
  ['page-content', 'lines', 'printed-places'],
  ['spread'],
  ['ocr', 'grid'],
  ['table'],
  ['budget'],
  ['check'],
  ['write'],
  ['debug'],
  ['reading'],
  ['page-parts'],
  ['pipeline'],
  ['corrections'],
  ['batch'],
  ['index', 'queue'],
  ['review'],
  ['commands'],
  ['cli'],
]
const STAGES = ['page', 'ocr', 'grid', 'table', 'budget', 'check']

/** Files that hold the words of a stage and no steps; other stages may import only these. */
const NOUNS = [
  'page/page',
  'page/bitmap',
  'grid/grid',
  'table/table',
  'table/words',
  'budget/dataset',
  'budget/catalog/catalog',
  'budget/money/amount',
  'budget/subjects/code',
  'budget/catalog/families',
  'budget/goals/indicator-words',
  'budget/label',
  'budget/columns/money-words',
  'budget/prose/prose',
  'budget/sangong/sangong',
  'budget/sangong/sangong-table',
  'budget/document/title-words',
  'budget/words',
  'check/check',
  'check/identities',
  'check/finding-codes',
].map(noun => `${noun}.ts`)

/** Packages and powers that only some places may touch. */
const FENCES: readonly { readonly what: RegExp; readonly where: RegExp }[] = [
  { what: /^pdfjs-dist/, where: /^page\// },
  { what: /^@embedpdf/, where: /^page\/pdfium\// },
  { what: /^zod$/, where: /^(options\.ts|write\/|batch\/outcome\.ts|budget\/|check\/|review\/)/ },
  { what: /^csv-stringify/, where: /^write\/|^commands\// },
  { what: /^csv-parse/, where: /^corrections\// },
  { what: /^(hyparquet|@duckdb|write-excel-file)/, where: /^write\/|^batch\/export\// },
  { what: /^(pg|pg-boss)$/, where: /^batch\/queue\// },
  { what: /^yauzl$/, where: /^batch\/zip\.ts$/ },
  { what: /^node:fs/, where: /^(commands|batch|review|page|ocr)\// },
  { what: /^node:child_process$/, where: /^(batch|review)\// },
]

interface Import {
  readonly from: string
  readonly to: string
}

const root = fileURLToPath(new URL('../src/', import.meta.url))
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map(file => file.replaceAll('\\', '/'))
  .filter(file => file.endsWith('.ts'))
const text = new Map(files.map(file => [file, readFileSync(join(root, file), 'utf8')]))

/** Code that is no stage but imports: tests, and the page in the browser. */
const tests = new Map(
  [fileURLToPath(new URL('./', import.meta.url)), root].flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map(file => file.replaceAll('\\', '/'))
      .filter(file => /\.tsx?$/.test(file) && !text.has(file))
      .map(file => [folder === root ? file : `../test/${file}`, readFileSync(join(folder, file), 'utf8')] as const),
  ),
)

const imports: Import[] = files.flatMap(from =>
  [...(text.get(from) ?? '').matchAll(/^(?:import|export)\s[^'"]*?from '([^']+)'|import\('([^']+)'\)|^import '([^']+)'/gm)].map(
    match => {
      const target = match[1] ?? match[2] ?? match[3] ?? ''
      const to = target.startsWith('.') ? posix.join(dirname(from), target) : target
      return { from, to }
    },
  ),
)
/** The names in the braces of an import or export. */
const names = (clause: string): string[] =>
  clause
    .split(',')
    .map(name =>
      name
        .replace(/^\s*(type )?/, '')
        .replace(/ as .*/, '')
        .trim(),
    )
    .filter(Boolean)

const inside = imports.filter(({ to }) => text.has(to))

const unit = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : basename(file, '.ts'))
const rank = (file: string): number => ORDER.findIndex(layer => layer.includes(unit(file)))
const broken = (wrong: readonly Import[]): string[] => wrong.map(({ from, to }) => `${from} imports ${to}`)

test('every file has a place in the order', () => {
  expect(files.filter(file => rank(file) < 0)).toEqual([])
})

test('imports point left only', () => {
  const roots = (file: string) => rank(file) === 0
  expect(
    broken(inside.filter(({ from, to }) => unit(from) !== unit(to) && rank(to) >= rank(from) && !(roots(from) && roots(to)))),
  ).toEqual([])
})

test('a stage knows the words of another, not its steps', () => {
  const closed = [...STAGES, 'write', 'debug']
  expect(
    broken(
      inside.filter(
        ({ from, to }) =>
          closed.includes(unit(from)) && STAGES.includes(unit(to)) && unit(from) !== unit(to) && !NOUNS.includes(to),
      ),
    ),
  ).toEqual([])
})

test('packages and files are touched where they belong', () => {
  const wrong = imports.filter(({ from, to }) => FENCES.some(({ what, where }) => what.test(to) && !where.test(from)))
  expect(broken(wrong)).toEqual([])
})

test('no import cycle, of types neither', () => {
  const next = Map.groupBy(inside, ({ from }) => from)
  const cycles: string[] = []
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' > '))
    else if (!done.has(file)) {
      for (const { to } of next.get(file) ?? []) visit(to, [...path, file])
      done.add(file)
    }
  }
  for (const file of files) visit(file, [])
  expect(cycles).toEqual([])
})

// A command imports the one file it needs: going through index.ts, as a library does, would load all of them before it begins.
test('the library can what the commands can', () => {
  const entries = ['index.ts', 'queue.ts'].map(file => text.get(file) ?? '').join('\n')
  const offered = new Set([...entries.matchAll(/\{([^}]*)\} from/g)].flatMap(match => names(match[1] ?? '')))
  const outside = ['commands', 'review', ...(ORDER[0] ?? [])]
  const missing = files
    .filter(file => unit(file) === 'commands')
    .flatMap(file =>
      [...(text.get(file) ?? '').matchAll(/^import (?:type )?\{([^}]*)\} from '\.\.\/([^']+)'/gm)]
        .filter(([, , from = '']) => !outside.includes(unit(from)))
        .flatMap(([, clause = '', from]) =>
          names(clause)
            .filter(name => !offered.has(name))
            .map(name => `${file}: ${name} of ${from}`),
        ),
    )
  expect(missing).toEqual([])
  expect(broken(inside.filter(({ from, to }) => unit(from) === 'commands' && ['index.ts', 'queue.ts'].includes(to)))).toEqual(
    [],
  )
})

test('what no other file imports is not exported', () => {
  const taken = new Set<string>()
  const taking: readonly (readonly [pattern: RegExp, all: boolean])[] = [
    [/^(?:import|export) (?:type )?\{(?<clause>[^}]*)\} from '(?<target>\.[^']+)'/gm, false],
    [/import\('(?<target>\.[^']+)'\)|^import \* as \w+ from '(?<other>\.[^']+)'/gm, true],
  ]
  for (const [from, code] of [...text, ...tests])
    for (const [pattern, all] of taking)
      for (const { groups } of code.matchAll(pattern)) {
        const file = posix.join('src', dirname(from), groups?.['target'] ?? groups?.['other'] ?? '').replace(/^src\//, '')
        for (const name of all ? ['*'] : names(groups?.['clause'] ?? '')) taken.add(`${file}: ${name}`)
      }
  const idle = [...text].flatMap(([file, code]) =>
    [...code.matchAll(/^export (?:async )?(?:const|function\*?) (\w+)/gm)]
      .map(([, name]) => `${file}: ${name}`)
      .filter(place => !taken.has(place) && !taken.has(`${file}: *`)),
  )
  expect(idle).toEqual([])
})

/** Half of a pixel, a cell or a strength needs no name. */
const HALF = /(?<![\w.])0\.5\b/g

test('what decides has a name: no bare decimal in the stages that look at a page', () => {
  const plain = (code: string) =>
    code
      .replace(/\/\*[\s\S]*?\*\//g, comment => comment.replace(/[^\n]/g, ''))
      .replace(/\/\/.*|'[^'\n]*'|`[^`]*`/g, '')
      .replace(/^(?:export )?const [A-Z_]+\b[^=]*=[^\n]*[{[(]\n[\s\S]*?\n[}\])].*$/gm, '')
      .replace(/^(?:export )?const [A-Z_]+\b[^=]*=.*$/gm, '')
  const bare = [...text]
    .filter(([file]) => ['page', 'grid', 'table', 'ocr'].includes(unit(file)))
    .flatMap(([file, code]) =>
      plain(code)
        .split('\n')
        .filter(line => /(?<![\w.])\d+\.\d+/.test(line.replace(HALF, '')))
        .map(line => `${file}: ${line.trim()}`),
    )
  expect(bare).toEqual([])
})

/** Folders where a place that is missing is told, never taken for the edge of the page. */
const PLACED = ['corrections', 'debug', 'review', 'geometry']
/** Stages whose lists of edges, borders and texts are whole: what is missing there is a fault, which `itemAt` tells. The numbers in the memory of a library are no such lists. */
const MEASURED = /^(grid|table|page(?!\/pdfium))\//
/** A 0 in place of an item of a list or of where something stands; one more of what was not counted yet is none. */
const NOWHERE =
  /(?:\]|\.at\([^)]*\)|\.(?:left|right|top|bottom|from|to|at|baseline|size|x|y|row|column|page)) \?\? 0\b(?!\) \+ 1\))/

test('no place that is missing becomes a coordinate of 0', () => {
  const silent = (file: string) => (PLACED.includes(unit(file)) ? /\?\? 0\b/ : MEASURED.test(file) ? NOWHERE : null)
  const told = [...text].flatMap(([file, code]) =>
    code
      .split('\n')
      .filter(line => silent(file)?.test(line))
      .map(line => `${file}: ${line.trim()}`),
  )
  expect(told).toEqual([])
})

/** All functions in a syntax tree, those within others too. */
function* functionsIn(node: unknown): Generator<{ readonly start: number; readonly end: number }> {
  if (typeof node !== 'object' || node === null) return
  if ('type' in node && /^(Function|ArrowFunction)/.test(String(node.type)))
    yield node as unknown as { start: number; end: number }
  for (const part of Object.values(node)) yield* functionsIn(part)
}

/** Lines of a screen. */
const LONGEST_FUNCTION = 40

// The linter does not count the lines of a function on which its parameters stand.
test('a function fits on a screen', () => {
  const page = [...tests].filter(([file]) => file.startsWith('review/'))
  const long = [...text, ...page].flatMap(([file, code]) =>
    [...functionsIn(parseSync(file, code).program)].flatMap(({ start, end }) => {
      const lines = code
        .slice(start, end)
        .split('\n')
        .filter(line => line.trim() !== '').length
      return lines > LONGEST_FUNCTION ? [`${file}:${code.slice(0, start).split('\n').length} has ${lines} lines`] : []
    }),
  )
  expect(long).toEqual([])
})

test('files are short and named after what they hold', () => {
  const vague = /^(utils?|helpers?|common|types|misc)\.ts$/
  expect(files.filter(file => vague.test(basename(file)) || (basename(file) === 'index.ts' && file !== 'index.ts'))).toEqual([])
  expect(files.filter(file => (text.get(file) ?? '').split('\n').length > 300)).toEqual([])
})

test('a test that bears the name of a file lies where that file does', () => {
  const lost = [...tests.keys()].flatMap(file => {
    const [, at = ''] = /^\.\.\/test\/(.+)\.test\.ts$/.exec(file) ?? []
    const tried = files.filter(
      other => other.includes('/') && unit(other) === unit(at) && basename(other, '.ts') === basename(at),
    )
    return at.includes('/') && tried.length > 0 && !tried.includes(`${at}.ts`) ? [`${at}: ${tried.join(' or ')}`] : []
  })
  expect(lost).toEqual([])
})
