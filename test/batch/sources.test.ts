import { execFileSync, spawnSync } from 'node:child_process'
import { createWriteStream, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { memberName } from '../../src/batch/zip.ts'
import { documentSchema, runBatch, sourcesOf } from '../../src/index.ts'
import { generatedBudget } from '../make/archive.ts'
import { outcomesOf } from './outcomes.ts'

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))
const base = mkdtempSync(join(tmpdir(), 'yusuan-sources-'))
mkdirSync(join(base, 'in'))
for (const seed of [1, 2]) writeFileSync(join(base, 'in', `${seed}.pdf`), generatedBudget(seed).bytes)

/** 预算.pdf as Chinese Windows writes it. */
const GBK = Buffer.from([0xd4, 0xa4, 0xcb, 0xe3, 0x2e, 0x70, 0x64, 0x66])

/** A zip file whose member names are these bytes, with the flags of Chinese Windows: names as they are, nothing said. */
async function zipOf(path: string, members: readonly (readonly [Buffer, Buffer])[]): Promise<void> {
  const zip = new ZipFile()
  const placeholders = members.map(([name], n) => `${n}`.padStart(name.length, 'x'))
  for (const [n, [, content]] of members.entries()) zip.addBuffer(content, placeholders[n] ?? '')
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk))
  let bytes = Buffer.concat(chunks)
  for (const [n, [name]] of members.entries()) {
    const old = Buffer.from(placeholders[n] ?? '')
    for (let at = bytes.indexOf(old); at >= 0; at = bytes.indexOf(old, at + 1)) name.copy(bytes, at)
  }
  // Bit 11 off in local headers and in the directory.
  bytes = Buffer.from(bytes)
  for (const [signature, offset] of [
    ['PK\u0003\u0004', 6],
    ['PK\u0001\u0002', 8],
  ] as const)
    for (let at = bytes.indexOf(signature, 0, 'latin1'); at >= 0; at = bytes.indexOf(signature, at + 4, 'latin1'))
      bytes.writeUInt16LE(bytes.readUInt16LE(at + offset) & ~0x800, at + offset)
  await pipeline(Readable.from([bytes]), createWriteStream(path))
}

test('names in archives: UTF-8 with or without the flag, GBK, and the name that Info-ZIP adds', () => {
  expect(memberName(GBK, 0, null)).toBe('预算.pdf')
  expect(memberName(Buffer.from('预算.pdf'), 0, null)).toBe('预算.pdf')
  expect(memberName(Buffer.from('预算.pdf'), 0x800, null)).toBe('预算.pdf')
  expect(memberName(GBK, 0, Buffer.from('决算.pdf'))).toBe('决算.pdf')
  expect(memberName(Buffer.from('a.pdf'), 0, null)).toBe('a.pdf')
})

test('the PDFs of an archive with GBK names are done from its stream, and nothing of it stays', async () => {
  await zipOf(join(base, 'in', '公开.zip'), [
    [GBK, generatedBudget(7).bytes],
    [Buffer.from('note.txt'), Buffer.from('no PDF')],
    [Buffer.from('__MACOSX/._a.pdf'), Buffer.from('left by macOS')],
    [Buffer.from('._b.pdf'), Buffer.from('left by macOS')],
  ])
  const out = join(base, 'zip')
  const outcomes = await outcomesOf(sourcesOf(['in/公开.zip'], base), { out })
  expect(outcomes).toMatchObject([{ file: join('in/公开.zip', '预算.pdf'), name: '预算', status: 'ok' }])
  expect(readdirSync(out).sort()).toEqual(['manifest.jsonl', '预算'].sort())
  expect(await runBatch(sourcesOf(['in/公开.zip'], base), { out })).toMatchObject({ documents: 1, known: 1 })
})

test('a folder gives archives too; what is no archive is one failed document', async () => {
  writeFileSync(join(base, 'in', 'broken.zip'), 'PK no zip')
  const outcomes = await outcomesOf(sourcesOf(['in'], base), { out: join(base, 'folder'), jobs: 2 })
  expect(outcomes.map(({ file, status }) => [file, status]).sort()).toEqual([
    [join('in', '1.pdf'), 'ok'],
    [join('in', '2.pdf'), 'ok'],
    [join('in', 'broken.zip'), 'corrupt'],
    [join('in', '公开.zip', '预算.pdf'), 'ok'],
  ])
})

/** A zip file of these members, its bytes changed by `harm`. */
async function harmedZip(
  name: string,
  members: Readonly<Record<string, Buffer>>,
  harm: (bytes: Buffer) => void,
): Promise<string> {
  const zip = new ZipFile()
  for (const [member, content] of Object.entries(members)) zip.addBuffer(content, member, { compress: false })
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk))
  const bytes = Buffer.concat(chunks)
  harm(bytes)
  writeFileSync(join(base, name), bytes)
  return name
}

const three = { 'a.pdf': generatedBudget(11).bytes, 'b.pdf': generatedBudget(12).bytes, 'c.pdf': generatedBudget(13).bytes }
const seenIn = async (archive: string, out = archive): Promise<string[]> =>
  (await outcomesOf(sourcesOf([archive], base), { out: join(base, `out-${out}`), jobs: 1 }))
    .map(({ file, name, status, message }) => [file, name, status, message].filter(Boolean).join(' | '))
    .sort()

/** Where the entry of a member stands in the directory. */
const entryOf = (bytes: Buffer, member: string): number => bytes.lastIndexOf(member) - 46

test('a damaged entry of the directory costs its member and no other', async () => {
  const sign = await harmedZip('sign.zip', three, bytes => bytes.write('XX', entryOf(bytes, 'b.pdf')))
  expect(await seenIn(sign)).toEqual([
    expect.stringMatching(/^sign\.zip\/\(2\) \| \S+ \| corrupt \| damaged in the archive/),
    'sign.zip/a.pdf | a | ok',
    'sign.zip/c.pdf | c | ok',
  ])
  const size = await harmedZip('size.zip', three, bytes => bytes.writeUInt32LE(10, entryOf(bytes, 'b.pdf') + 20))
  expect(await seenIn(size)).toEqual([
    'size.zip/a.pdf | a | ok',
    'size.zip/b.pdf | b | corrupt | damaged in the archive (wrong CRC or size)',
    'size.zip/c.pdf | c | ok',
  ])
})

test('a member whose bytes are not those that went in is damaged', async () => {
  const crc = await harmedZip('crc.zip', three, bytes => bytes.writeUInt8(bytes.readUInt8(500) ^ 1, 500))
  expect(await seenIn(crc)).toEqual([
    'crc.zip/a.pdf | a | corrupt | damaged in the archive (wrong CRC or size)',
    'crc.zip/b.pdf | b | ok',
    'crc.zip/c.pdf | c | ok',
  ])
})

test('what a member is called is no path', async () => {
  writeFileSync(join(base, 'a.pdf'), generatedBudget(21).bytes)
  const climbing = await harmedZip('climb.zip', { 'xx/a.pdf': generatedBudget(22).bytes }, bytes => {
    for (let at = bytes.indexOf('xx/a.pdf'); at >= 0; at = bytes.indexOf('xx/a.pdf', at + 1)) bytes.write('..', at)
  })
  expect(await seenIn('a.pdf', 'climb')).toEqual(['a.pdf | a | ok'])
  expect(await seenIn(climbing, 'climb')).toEqual(['climb.zip/../a.pdf | a-2 | ok'])
  expect(await seenIn('a.pdf', 'climb')).toEqual(['a.pdf | a | ok'])
})

test('pictures in an archive are read, archives in it are named', async () => {
  const mixed = await harmedZip('mixed.zip', { 'scan.png': Buffer.from('no picture'), 'more.zip': Buffer.from('PK') }, () => {})
  expect(await seenIn(mixed)).toEqual([
    'mixed.zip/more.zip | more | failed | an archive in an archive; unpack it first',
    expect.stringMatching(/^mixed\.zip\/scan\.png \| scan \| corrupt/),
  ])
})

test('what ends as a document does is one, with a blank or a dot behind it or nothing before it; a folder in an archive is none', async () => {
  const files = { 'x.pdf!': Buffer.alloc(0), 'x.pdf/a.pdf': three['a.pdf'], 'b.pdf ': three['b.pdf'], 'c.PDF.': three['c.pdf'] }
  const odd = await harmedZip('odd.zip', { ...files, '.pdf': generatedBudget(14).bytes }, bytes => {
    for (let at = bytes.indexOf('x.pdf!'); at >= 0; at = bytes.indexOf('x.pdf!', at + 1)) bytes.write('x.pdf/', at)
  })
  expect(await seenIn(odd)).toEqual([
    'odd.zip/.pdf | pdf | ok',
    'odd.zip/b.pdf  | b | ok',
    'odd.zip/c.PDF. | c.PDF | ok',
    'odd.zip/x.pdf/a.pdf | a | ok',
  ])
})

test('a list on stdin', () => {
  const said = execFileSync(process.execPath, [cli, 'extract', '-', '--out', 'list', '--json'], {
    cwd: base,
    input: 'in/1.pdf\r\n\nin/2.pdf\n',
    encoding: 'utf8',
  })
  expect(
    said
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line).file)
      .sort(),
  ).toEqual(['in/1.pdf', 'in/2.pdf'])
})

test('as a filter: a path in, a line with the document out, nothing on the disk', () => {
  const before = readdirSync(base)
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'extract', '-', '--jsonl'], {
    cwd: base,
    input: 'in/1.pdf\nnone.pdf\n',
    encoding: 'utf8',
  })
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
  expect([status, lines.length, stderr]).toEqual([3, 2, 'yusuan extract: none.pdf: failed: no such file\n'])
  documentSchema.parse(lines.find(line => line.file === 'in/1.pdf').document)
  expect(lines.find(line => line.file === 'none.pdf')).toMatchObject({ status: 'failed', document: null })
  expect(readdirSync(base)).toEqual(before)
})
