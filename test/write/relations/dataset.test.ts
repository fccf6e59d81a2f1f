import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DuckDBInstance } from '@duckdb/node-api'
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import readXlsxFile from 'read-excel-file/node'
import { beforeAll, describe, expect, test } from 'vitest'
import { archiveDocuments, exportArchive, FORMATS, runBatch, sourcesOf } from '../../../src/index.ts'
import { DATASET } from '../../../src/write/relations/dataset.ts'
import { type Column, type Relation, type Row, yuanText } from '../../../src/write/relations/relation.ts'
import { generatedBudget, sentencesPdf } from '../../make/archive.ts'
import { zipText } from '../../make/zip-text.ts'

const samples = fileURLToPath(new URL('../../../samples/', import.meta.url))
const base = mkdtempSync(join(tmpdir(), 'yusuan-dataset-'))
const out = join(base, 'out')
const dataset = join(out, 'dataset')

/** Every row of the dataset as texts, straight from the documents: what each format has to hold. */
const wanted = new Map<string, string[]>()

/** A value as a text, the same whatever a format made of it: amounts with two places, numbers as JavaScript prints them. */
function plain({ type }: Column, value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  if (type === 'yuan')
    return typeof value === 'bigint' ? yuanText(value) : String(value).includes('.') ? Number(value).toFixed(2) : `${value}.00`
  if (type === 'integer' || type === 'number') return String(Number(value))
  return String(value)
}

const lineOf = (relation: Relation, values: readonly unknown[]): string =>
  relation.columns.map((column, at) => plain(column, values[at])).join('\u0001')
const lines = (relation: Relation, rows: readonly Row[]): string[] =>
  rows.map(row =>
    lineOf(
      relation,
      relation.columns.map(({ name }) => row[name] ?? null),
    ),
  )

/** The 情况说明 that stands beside the tables of a department as a file of its own. */
const SENTENCES = ['青溪县教育局2025年部门预算', '二、收入预算情况说明', '2025年收入预算1200.50万元，比2024年增加200.50万元。']

beforeAll(async () => {
  const inputs = join(base, 'in')
  mkdirSync(inputs)
  for (const seed of [1, 2, 3]) writeFileSync(join(inputs, `${seed}.pdf`), generatedBudget(seed).bytes)
  writeFileSync(join(inputs, 'sentences.pdf'), sentencesPdf(SENTENCES))
  await runBatch(sourcesOf([inputs, join(samples, 'dachuan-2023-calc.pdf')], base), { out, jobs: 2 })
  await exportArchive(out, dataset, { formats: FORMATS })
  for await (const document of archiveDocuments(out))
    for (const { relation, rowsOf } of DATASET)
      wanted.set(relation.name, [...(wanted.get(relation.name) ?? []), ...lines(relation, rowsOf(document))])
})

const sorted = (texts: readonly string[]): string[] => [...texts].sort()

test('there is something to compare', () => {
  expect(wanted.get('documents')).toHaveLength(5)
  for (const { relation } of DATASET) expect(wanted.get(relation.name)?.length, relation.name).toBeGreaterThan(2)
})

describe.each(DATASET.map(({ relation }) => relation))('$name', relation => {
  const rows = () => sorted(wanted.get(relation.name) ?? [])

  test('JSON lines hold every row', () => {
    const text = readFileSync(join(dataset, 'jsonl', `${relation.name}.jsonl`), 'utf8')
    const read: Row[] = text
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(sorted(lines(relation, read))).toEqual(rows())
  })

  test('Parquet holds every row, amounts as DECIMAL(18,2), in partitions of kind and year', async () => {
    const folder = join(dataset, 'parquet', relation.name)
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.parquet'))
    const read: Row[] = []
    for (const file of files) {
      expect(file).toMatch(/^kind=[^/]+\/year=[^/]+\/data\.parquet$/)
      const buffer = await asyncBufferFromFile(join(folder, file))
      const { schema } = await parquetMetadataAsync(buffer)
      for (const { name, type } of relation.columns)
        if (type === 'yuan')
          expect(schema.find(element => element.name === name)).toMatchObject({
            converted_type: 'DECIMAL',
            precision: 18,
            scale: 2,
          })
      read.push(...((await parquetReadObjects({ file: buffer })) as Row[]))
    }
    expect(sorted(lines(relation, read))).toEqual(rows())
  })

  test('CSV holds every row, and DuckDB reads it', async () => {
    const instance = await DuckDBInstance.create(':memory:')
    const connection = await instance.connect()
    const path = join(dataset, 'csv', `${relation.name}.csv`)
    const { columns } = relation
    const reader = await connection.runAndReadAll(
      `SELECT * FROM read_csv('${path}', all_varchar = true, header = true, null_padding = false)`,
    )
    expect(reader.columnNames()).toEqual(columns.map(({ name }) => name))
    // An apostrophe before a formula is the only thing that CSV adds.
    const read = reader
      .getRows()
      .map(row => row.map(value => (typeof value === 'string' ? value.replace(/^'(?=[=+\-@＝＋－＠])/, '') : value)))
    expect(sorted(read.map(row => lineOf(relation, row)))).toEqual(rows())
    expect(readFileSync(path, 'utf8').charCodeAt(0)).toBe(0xfeff)
  })

  test('the DuckDB file holds every row', async () => {
    const instance = await DuckDBInstance.create(join(dataset, 'yusuan.duckdb'), { access_mode: 'READ_ONLY' })
    const connection = await instance.connect()
    const reader = await connection.runAndReadAll(`SELECT * FROM "${relation.name}"`)
    expect(sorted(reader.getRows().map(row => lineOf(relation, row)))).toEqual(rows())
    connection.closeSync()
    instance.closeSync()
  })
})

test('the views of the DuckDB file answer', async () => {
  const instance = await DuckDBInstance.create(join(dataset, 'yusuan.duckdb'), { access_mode: 'READ_ONLY' })
  const connection = await instance.connect()
  const views = await connection.runAndReadAll(`SELECT view_name FROM duckdb_views() WHERE NOT internal ORDER BY 1`)
  for (const [name] of views.getRows()) await connection.runAndReadAll(`SELECT * FROM "${name}"`)
  const [sum] = (await connection.runAndReadAll(`SELECT sum(yuan)::VARCHAR FROM facts`)).getRows()
  const [parquet] = (
    await connection.runAndReadAll(
      `SELECT sum(yuan)::VARCHAR FROM read_parquet('${dataset}/parquet/facts/**/*.parquet', hive_partitioning = false)`,
    )
  ).getRows()
  expect(parquet).toEqual(sum)
  connection.closeSync()
  instance.closeSync()
})

const book = () => join(dataset, 'xlsx', 'dachuan-2023-calc.xlsx')

test('a workbook has a sheet a table, merged and frozen, codes as text, and sheets of facts and checks', async () => {
  const sheets = await readXlsxFile(book())
  expect(sheets.map(({ sheet }) => sheet)).toEqual(
    expect.arrayContaining(['1-1 部门收入总表', '勾稽', '三公', '数据', '绩效指标', '文字数据']),
  )
  const xml = await zipText(book(), name => name === 'xl/worksheets/sheet2.xml')
  expect(xml).toMatch(/<mergeCell ref="/)
  expect(xml).toMatch(/<pane [^>]*state="frozen"/)
  const values = sheets.find(({ sheet }) => sheet === '1-2 部门支出总表')?.data.flat() ?? []
  expect(values.filter(value => typeof value === 'string' && /^0\d$/.test(value)).length).toBeGreaterThan(0)
  expect(values).toContain(1215.75)
  const [title, about, head] = sheets.find(({ sheet }) => sheet === '1-2 部门支出总表')?.data ?? []
  expect(title?.[0]).toBe('1-2 部门支出总表')
  expect(about?.[0]).toMatch(/^单位：万元　第 \d+ 页　dachuan/)
  expect(head?.[0]).not.toBeNull()
  expect(sheets.find(({ sheet }) => sheet === '三公')?.data[0]).toContain('公务接待费（元）')
})

test('a note on a doubtful or disputed cell says why', async () => {
  const comments = await zipText(book(), name => name.startsWith('xl/comments'))
  expect(comments).toMatch(/<comment ref="[A-Z]+\d+" authorId="0"><text><t xml:space="preserve">[^<]*不/)
  const [shown] = /ref="[A-Z]+\d+"/.exec(comments) ?? []
  const [, letters = '', row] = /ref="([A-Z])(\d+)"/.exec(shown ?? '') ?? []
  const boxes = await zipText(book(), name => name.endsWith('.vml'))
  expect(boxes).toContain(`<x:Row>${Number(row) - 1}</x:Row><x:Column>${letters.charCodeAt(0) - 65}</x:Column>`)
})

test('a workbook opens with an index that leads to every sheet and every page, and prints on the width of a page', async () => {
  const sheets = await readXlsxFile(book())
  expect(sheets[0]?.sheet).toBe('目录')
  const names = sheets.slice(1).map(({ sheet }) => sheet)
  expect(sheets[0]?.data.slice(3).map(([name]) => name)).toEqual(names)
  const index = await zipText(book(), name => name === 'xl/worksheets/sheet1.xml')
  expect([...index.matchAll(/location="'([^"]*)'!A1"/g)].map(([, name]) => name)).toEqual(names)
  const table = await zipText(book(), name => name === 'xl/worksheets/sheet2.xml')
  expect(table).toMatch(/<mergeCells.*<hyperlinks>.*<pageMargins.*<pageSetup [^>]*fitToWidth="1" fitToHeight="0"/s)
  expect(table).toContain(`<hyperlink ref="A1" location="'目录'!A1"/>`)
  const rels = await zipText(book(), name => name === 'xl/worksheets/_rels/sheet2.xml.rels')
  const [, target = '', page] = /Target="([^"#]*)#page=(\d+)" TargetMode="External"/.exec(rels) ?? []
  expect(existsSync(join(dirname(book()), decodeURIComponent(target)))).toBe(true)
  expect(Number(page)).toBeGreaterThan(0)
  const workbook = await zipText(book(), name => name === 'xl/workbook.xml')
  expect(workbook.match(/_xlnm\.Print_Titles/g)).toHaveLength(sheets.length)
})

test('a sheet of many columns goes over pages beside each other, each as wide as its texts, so that it can be read', async () => {
  const sheets = await readXlsxFile(book())
  const facts = sheets.findIndex(({ sheet }) => sheet === '数据')
  const xml = await zipText(book(), name => name === `xl/worksheets/sheet${facts + 1}.xml`)
  const width = [...xml.matchAll(/<col [^>]*width="([\d.]+)"/g)].reduce((all, [, one]) => all + Number(one), 0)
  const [, pages] = /<pageSetup [^>]*pageOrder="overThenDown"[^>]*fitToWidth="(\d+)"/.exec(xml) ?? []
  // A4 has room for about 130 characters of 11 pt on its long side.
  expect((Number(pages) * 130) / width).toBeGreaterThanOrEqual(0.5)
  const title = sheets[facts]?.data[0]?.indexOf('表名') ?? 0
  const [, wide] = new RegExp(`<col min="${title + 1}"[^>]* width="([\\d.]+)"`).exec(xml) ?? []
  expect(Number(wide)).toBeGreaterThan(30)
})

test('a workbook leads to a PDF that was read from the folder of the results, from wherever it is exported', async () => {
  const folder = join(base, 'among')
  mkdirSync(folder)
  writeFileSync(join(folder, '1.pdf'), generatedBudget(1).bytes)
  await runBatch(sourcesOf(['1.pdf'], folder), { out: folder, jobs: 1 })
  await exportArchive(folder, join(folder, 'dataset'), { formats: ['xlsx'] })
  const rels = await zipText(join(folder, 'dataset', 'xlsx', '1.xlsx'), name => name === 'xl/worksheets/_rels/sheet2.xml.rels')
  expect(rels).toMatch(/Target="(?:\.\.\/){2}1\.pdf#page=\d+"/)
})

test('a workbook leads to a PDF that was read from another folder than that of the process', async () => {
  const [stands, results] = [join(base, 'stands'), join(base, 'far', 'away', 'results')]
  mkdirSync(join(stands, 'in'), { recursive: true })
  writeFileSync(join(stands, 'in', '1.pdf'), generatedBudget(1).bytes)
  await runBatch(sourcesOf(['in/1.pdf'], stands), { out: results, jobs: 1 })
  await exportArchive(results, join(results, 'dataset'), { formats: ['xlsx'], cwd: stands })
  const rels = await zipText(join(results, 'dataset', 'xlsx', '1.xlsx'), name => name === 'xl/worksheets/_rels/sheet2.xml.rels')
  expect(rels).toMatch(/Target="(?:\.\.\/){5}stands\/in\/1\.pdf#page=\d+"/)
})

test('no cell of a workbook is run as a formula', async () => {
  expect(await zipText(book(), name => name.startsWith('xl/worksheets/'))).not.toMatch(/<f[ >]/)
})

test.each(['facts', 'checks', 'sangong', 'indicators', 'narrative'])('the workbooks hold the same %s', async name => {
  const relation = DATASET.find(part => part.relation.name === name)?.relation
  if (!relation) throw new Error(name)
  const sheet = { facts: '数据', checks: '勾稽', sangong: '三公', indicators: '绩效指标', narrative: '文字数据' }[name] ?? ''
  const read: string[] = []
  for (const file of readdirSync(join(dataset, 'xlsx'))) {
    const sheets = await readXlsxFile(join(dataset, 'xlsx', file), { trim: false })
    const [, ...rows] = sheets.find(found => found.sheet === sheet)?.data ?? []
    read.push(...rows.map(row => lineOf(relation, row)))
  }
  expect(sorted(read)).toEqual(sorted(wanted.get(name) ?? []))
})

test('datapackage.json lists every file with its hash and the dictionary of its columns', () => {
  const { resources, profile } = JSON.parse(readFileSync(join(dataset, 'datapackage.json'), 'utf8'))
  expect(profile).toBe('fiscal-data-package')
  const files = readdirSync(dataset, { recursive: true, encoding: 'utf8' }).filter(
    file => statSync(join(dataset, file)).isFile() && file !== 'datapackage.json',
  )
  expect(resources.map((resource: { path: string }) => resource.path).sort()).toEqual(
    files.map(file => file.replaceAll('\\', '/')).sort(),
  )
  for (const { path, hash, bytes, schema, format } of resources) {
    const content = readFileSync(join(dataset, path))
    expect([hash, bytes]).toEqual([`sha256:${createHash('sha256').update(content).digest('hex')}`, content.length])
    if (format === 'csv')
      expect(content.toString('utf8', 3).split('\r\n')[0]).toBe(
        schema.fields.map((field: { name: string }) => field.name).join(','),
      )
  }
  const facts = resources.find((resource: { path: string }) => resource.path === 'csv/facts.csv')
  for (const field of facts.schema.fields)
    expect(field).toMatchObject({ title: expect.any(String), description: expect.any(String) })
})

test('a folder that is no dataset is not replaced', async () => {
  await expect(exportArchive(out, join(base, 'in'), { formats: ['csv'] })).rejects.toMatchObject({ code: 'usage' })
})

test('the sentences of a document without tables are in the dataset; a panel has no row of it', () => {
  const rowsOf = (name: string) => readFileSync(join(dataset, 'csv', `${name}.csv`), 'utf8').split('\r\n')
  const of = (name: string) => rowsOf(name).filter(row => row.startsWith('sentences,'))
  expect(of('documents')[0]).toContain(',no-tables,')
  expect(of('narrative').join()).toContain('1200.50')
  expect(of('panel')).toEqual([])
  expect(readFileSync(join(dataset, 'md', 'sentences.md'), 'utf8')).toContain('# 青溪县教育局 2025年')
})

test('Markdown has every table with its unit and pages, and no text of a PDF becomes markup', () => {
  const text = readFileSync(join(dataset, 'md', 'dachuan-2023-calc.md'), 'utf8')
  expect(text).toContain('## 1-2 部门支出总表\n\n单位：万元　第 ')
  expect(text).toContain('| 收入总计 | 1,215.75 | 支出总计 | 1,215.75 |')
})

const readme = readFileSync(fileURLToPath(new URL('../../../README.md', import.meta.url)), 'utf8')

test.each([...readme.matchAll(/`(SELECT [^`]+)`/g)].map(match => match[1] ?? ''))('README asks %s', async question => {
  const instance = await DuckDBInstance.create(join(dataset, 'yusuan.duckdb'), { access_mode: 'READ_ONLY' })
  const connection = await instance.connect()
  expect((await connection.runAndReadAll(question)).getRows().length).toBeGreaterThan(0)
  connection.closeSync()
  instance.closeSync()
})
