import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))
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
    expect.arrayContaining(['dist/cli.js', 'dist/index.d.ts', 'dist/review/front/index.html', 'LICENSE', 'README.md']),
  )
  expect(files.filter((file: { path: string }) => /^(src|test|samples)\//.test(file.path))).toEqual([])

  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "private": true }')
  run('npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', '--silent', join(folder, filename))
  run(process.execPath, join(folder, 'node_modules', 'yusuan', 'dist', 'cli.js'), 'extract', sample, '--out', 'out')
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
