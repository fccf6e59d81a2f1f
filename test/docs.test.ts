import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { CODES } from '../src/check/finding-codes.ts'
import { COMMANDS } from '../src/commands/list.ts'
import { INTERNAL_FAULT } from '../src/contained.ts'
import { INSTALL_HINT } from '../src/ocr/engine/engines.ts'
import { tableSchema } from '../src/write/formats/datapackage.ts'
import { DATASET } from '../src/write/relations/dataset.ts'
import { documentJsonSchema, manifestJsonSchema } from './package/json-schemas.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** Codes of findings, as all stages write them: a code has two words or more, and errors are no findings. */
const findingCodes = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .flatMap(file => [...read(join('src', file)).matchAll(/\bcode: '([a-z]+(?:-[a-z]+)+)'/g)].map(match => match[1] ?? ''))

/** Commands shown with what they print, to where the printing is cut short. */
const shown = (text: string): [string, string][] =>
  [...text.matchAll(/^\$ yusuan (.+)\n([\s\S]*?)^(?: *…\n)?```$/gm)].map(([, command = '', printed = '']) => [command, printed])

const blocks = (text: string, language: string): string[] =>
  [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].filter(match => match[1] === language).map(match => match[2] ?? '')

describe.each(['README.md', 'README.zh-CN.md'])('%s', file => {
  const text = read(file)

  test('begins with the two lines that do everything', () => {
    expect(
      blocks(text, 'sh')[0]
        ?.split('\n')
        .map(line => line.replace(/\s+#.*/, '')),
    ).toEqual(['npm ci && npm start', 'npm ci && npm test', ''])
  })

  test.each(COMMANDS)('documents $name and its options', async ({ name, load }) => {
    expect(text).toContain(`yusuan ${name}`)
    const options = Object.keys((await load()).options)
    for (const option of options) expect(text).toContain(`--${option}`)
  })

  test('says how scans are read better', () => {
    expect(text).toContain(`\`${INSTALL_HINT}\``)
  })

  test('explains every code of a finding', () => {
    expect(
      [...new Set([...findingCodes, ...Object.keys(CODES), INTERNAL_FAULT])].filter(
        code => !text.includes(`\n| \`${code}\` |`),
      ),
    ).toEqual([])
  })

  test.each(shown(text))('%s prints what is shown', (command, printed) => {
    const { stdout } = spawnSync(process.execPath, ['src/cli.ts', ...command.split(' ')], { cwd: root, encoding: 'utf8' })
    expect(stdout.slice(0, printed.length)).toBe(printed)
  })

  test.each(blocks(text, 'ts').map((example, index) => [index + 1, example] as const))(
    'library example %i prints what is shown after it',
    (number, example) => {
      const folder = mkdtempSync(join(tmpdir(), 'yusuan-docs-'))
      const script = join(folder, 'example.ts')
      writeFileSync(script, example.replace("'yusuan'", JSON.stringify(new URL('../src/index.ts', import.meta.url).href)))
      const { stdout, stderr } = spawnSync(process.execPath, [script], { cwd: root, encoding: 'utf8' })
      expect(stderr).toBe('')
      expect(stdout).toBe(blocks(text, 'text')[number - 1])
    },
  )
})

test('the guide for contributors names files and commands that exist', () => {
  const text = read('.github/CONTRIBUTING.md')
  const named = [...text.matchAll(/`((?:src|test|samples|schemas)\/[\w./-]*)`/g)].map(match => match[1] ?? '')
  expect(named.filter(path => !existsSync(join(root, path)))).toEqual([])
  const scripts = Object.keys(JSON.parse(read('package.json')).scripts)
  const asked = [...text.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(match => match[1] ?? '')
  expect(asked.filter(name => !scripts.includes(name))).toEqual([])
})

describe.each([
  ['README.md', 'README.zh-CN.md'],
  ['.github/MEASURED.md', '.github/MEASURED.zh-CN.md'],
])('%s and its Chinese twin', (english, chinese) => {
  test('have the same sections and examples', () => {
    const shape = (text: string) => [...text.matchAll(/^(#+|```\w+)/gm)].map(match => match[1])
    expect(shape(read(chinese))).toEqual(shape(read(english)))
  })

  test('have the same figures in their tables', () => {
    const figures = (text: string) =>
      [...text.matchAll(/^\|.*\|$/gm)].map(([row]) => [...row.matchAll(/\d+(?:[,.]\d+)*/g)].map(([figure]) => figure).sort())
    expect(figures(read(chinese))).toEqual(figures(read(english)))
  })

  test.each([english, chinese])('links of %s lead somewhere', file => {
    const folder = dirname(join(root, file))
    const links = [...read(file).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(match => match[1] ?? '')
    expect(links.filter(link => !existsSync(join(folder, link)))).toEqual([])
  })
})

test('schemas/ is what the code says (npm run schemas)', () => {
  expect(JSON.parse(read('schemas/document.schema.json'))).toEqual(documentJsonSchema())
  expect(JSON.parse(read('schemas/manifest.schema.json'))).toEqual(manifestJsonSchema())
  for (const { relation } of DATASET)
    expect(JSON.parse(read(`schemas/${relation.name}.table.json`))).toEqual(tableSchema(relation))
})

test('dependencies are pinned', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json'))
  for (const version of Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies }))
    expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/)
})

test('the top level is what README says', () => {
  const plain = readdirSync(root).filter(name => !name.startsWith('.') && !['node_modules', 'dist'].includes(name))
  expect(plain.sort()).toEqual(
    [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'README.zh-CN.md',
      'biome.json',
      'output',
      'package-lock.json',
      'package.json',
      'samples',
      'schemas',
      'src',
      'test',
      'tsconfig.build.json',
      'tsconfig.json',
      'vitest.config.ts',
    ].sort(),
  )
})
