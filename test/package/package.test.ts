import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const sample = join(root, 'samples', 'archives-2025-chromium.pdf')

const CONSUMER = `import { readFileSync } from 'node:fs'
import { extractDocument, type DocumentJson } from 'yusuan'
const document: DocumentJson = await extractDocument(readFileSync(${JSON.stringify(sample)}))
const title: string | null | undefined = document.tables[0]?.title
console.log(title)
`

test('the packed package works where it is installed: command, library, types', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yusuan-package-'))
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  const packed = execFileSync('npm', ['pack', '--json', '--silent', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
  })
  const [{ filename, files }] = JSON.parse(packed.slice(packed.indexOf('[')))
  expect(files.map((file: { path: string }) => file.path)).toEqual(
    expect.arrayContaining([
      ...['dist/cli.js', 'dist/index.d.ts', 'dist/review/front/index.html'],
      ...['dist/sbom.cdx.json', 'dist/LICENSES.md', 'LICENSE', 'README.md'],
    ]),
  )
  expect(files.filter((file: { path: string }) => /^(src|test|samples)\//.test(file.path))).toEqual([])

  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "private": true }')
  run('npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--silent', join(folder, filename))
  const extracted = run('npx', '--no-install', 'yusuan', 'extract', sample, '--out', 'out')
  expect(extracted).toContain('A table looks wrong? npx yusuan inspect ')
  expect(existsSync(join(folder, 'out', 'archives-2025-chromium', 'document.json'))).toBe(true)

  writeFileSync(join(folder, 'consumer.ts'), CONSUMER)
  const strict = [
    '--module',
    'nodenext',
    '--target',
    'es2024',
    '--strict',
    '--types',
    'node',
    '--typeRoots',
    join(root, 'node_modules', '@types'),
  ]
  run(process.execPath, join(root, 'node_modules', 'typescript', 'bin', 'tsc'), ...strict, '--noEmit', 'consumer.ts')
  expect(run(process.execPath, 'consumer.ts')).toBe('部门收支总体情况表\n')
}, 300_000)

/** Licences that may be used; that of libvips, which sharp loads as a library of its own, is told in the list. */
const FREE = /^\(?(?:MIT|ISC|0BSD|Apache-2\.0|BSD-[23]-Clause|CC0-1\.0|LGPL-3\.0-or-later)\)?$/
const WEAKLY_FREE = /^@img\/sharp-/

test('the list of what the package brings along fits the lock file, and every licence is free', () => {
  execFileSync(process.execPath, [join(root, 'test', 'package', 'sbom.ts')], { cwd: root })
  const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'))
  const packages: Record<string, { version: string; dev?: boolean }> = read('package-lock.json').packages
  const locked = Object.entries(packages).flatMap(([path, { version, dev }]) =>
    path === '' || dev ? [] : [`${path.replace(/^.*node_modules\//, '')}@${version}`],
  )
  interface Component {
    readonly name: string
    readonly version: string
    readonly licenses: readonly { readonly license?: { readonly id: string }; readonly expression?: string }[]
  }
  const components: Component[] = read('dist/sbom.cdx.json').components
  expect(components.map(({ name, version }) => `${name}@${version}`).sort()).toEqual([...new Set(locked)].sort())
  const bound = components.filter(({ name, licenses }) => {
    const parts = licenses.flatMap(one => (one.license?.id ?? one.expression ?? '').split(/ (?:AND|OR) /))
    return !parts.every(part => FREE.test(part) && (!part.includes('LGPL') || WEAKLY_FREE.test(name)))
  })
  expect(bound.map(({ name, licenses }) => [name, licenses])).toEqual([])
  expect(readFileSync(join(root, 'dist', 'LICENSES.md'), 'utf8')).toContain('LGPL-3.0-or-later')
})
