import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { downloaded } from '../../src/batch/queue/download.ts'
import { shownAddress } from '../../src/batch/queue/enqueue.ts'

const folder = mkdtempSync(join(tmpdir(), 'yusuan-download-'))
const web = createServer((request, response) => {
  if (request.url === '/gone.pdf') response.writeHead(404).end()
  else if (request.url === '/busy.pdf') response.writeHead(503).end()
  else if (request.url === '/away.pdf') response.writeHead(302, { location: '/a.pdf' }).end()
  else response.end('bytes')
})
let port = 0
beforeAll(async () => {
  await new Promise<void>(resolve => web.listen(0, resolve))
  const address = web.address()
  port = typeof address === 'object' && address ? address.port : 0
})
afterAll(() => void web.close())

const get = (path: string, host = '127.0.0.1', hosts = [`${host}:${port}`]) =>
  downloaded(`http://${host}:${port}/${path}`, folder, { hosts, bytes: 1000, timeout: 10_000 })

test('a document comes from an allowed host and port, redirects too; nothing stays of one that does not', async () => {
  const { path, release } = await get('away.pdf')
  expect(readFileSync(path, 'utf8')).toBe('bytes')
  release()
  await expect(get('gone.pdf')).rejects.toMatchObject({ code: 'no-such-file', message: 'the server answers 404' })
  await expect(get('busy.pdf')).rejects.toMatchObject({ code: 'unreadable', message: 'the server answers 503' })
  await expect(get('a.pdf', '127.0.0.1', ['127.0.0.1'])).rejects.toMatchObject({ code: 'not-allowed' })
  expect(readdirSync(folder)).toEqual([])
})

test('a name that leads to a private address is not asked', async () => {
  await expect(get('a.pdf', 'localhost')).rejects.toMatchObject({
    code: 'not-allowed',
    message: 'localhost is at a private address',
  })
})

test('a password in an address is not shown', () => {
  expect(shownAddress('https://me:secret@a.cn/b@c.pdf')).toBe('https://a.cn/b@c.pdf')
  expect(shownAddress('https://a.cn/b@c.pdf')).toBe('https://a.cn/b@c.pdf')
})
