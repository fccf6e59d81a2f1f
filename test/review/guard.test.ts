import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { guard, newToken } from '../../src/review/guard.ts'

const TOKEN = newToken()
const HOST = '127.0.0.1:8123'
const app = new Hono()
app.use(guard(TOKEN, () => 8123))
app.all('*', context => context.text('inside'))

const KNOWN = { host: HOST, cookie: `yusuan-8123=${TOKEN}` }
const ask = async (headers: Record<string, string>, path = '/tables', method = 'GET') => {
  const answer = await app.request(`http://${HOST}${path}`, { method, headers })
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}

test('the link with the token lets in and hands it over as a cookie that no script reads', async () => {
  const { status, headers } = await ask({ host: HOST }, `/?token=${TOKEN}`)
  expect([status, headers.get('location')]).toEqual([302, '/'])
  expect(headers.get('set-cookie')).toMatch(new RegExp(`^yusuan-8123=${TOKEN}; .*HttpOnly.*SameSite=Strict`))
  expect(await ask(KNOWN)).toMatchObject({ status: 200, text: 'inside' })
})

test('nobody is let in without the token, or with one that is nearly it', async () => {
  expect((await ask({ host: HOST })).status).toBe(403)
  expect((await ask({ host: HOST }, `/?token=${TOKEN.slice(1)}`)).status).toBe(403)
  expect((await ask({ host: HOST, cookie: `yusuan-8123=${TOKEN}x` })).status).toBe(403)
})

test('a page from elsewhere has no way in, though the browser sends the cookie', async () => {
  expect(await ask({ ...KNOWN, host: 'evil.example:8123' })).toMatchObject({ status: 403, text: 'wrong host' })
  expect(await ask({ ...KNOWN, origin: 'https://evil.example' })).toMatchObject({ status: 403, text: 'wrong origin' })
  expect(await ask({ ...KNOWN, 'sec-fetch-site': 'cross-site' })).toMatchObject({ status: 403, text: 'wrong site' })
})

test('what changes something has to say that it comes from this page', async () => {
  expect(await ask(KNOWN, '/tables', 'POST')).toMatchObject({ status: 403, text: 'no origin' })
  expect(await ask({ ...KNOWN, origin: `http://${HOST}` }, '/tables', 'POST')).toMatchObject({ status: 200 })
})

test('even what is refused says that nothing inline and nothing from elsewhere may run', async () => {
  const { headers } = await ask({ host: HOST })
  expect(headers.get('content-security-policy')).toContain("script-src 'self'")
  expect(headers.get('content-security-policy')).not.toContain('unsafe-inline')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})
