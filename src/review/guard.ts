import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

/** Nothing from elsewhere, nothing inline: a script that came in with the text of a PDF has no way to run. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

/** A token nobody guesses: 192 random bits. */
export const newToken = (): string => randomBytes(24).toString('base64url')

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/**
 * Lets through who came by the link with the token, and from this page only: the Host has to be this machine by its number (no
 * name that another page made point here), what changes something has to come from this origin. The token moves from the link
 * into a cookie that no script reads and no other site sends.
 */
export function guard(token: string, port: () => number): MiddlewareHandler {
  return async (context, next) => {
    const hosts = [`127.0.0.1:${port()}`, `localhost:${port()}`]
    const host = context.req.header('host') ?? ''
    const origin = context.req.header('origin')
    const site = context.req.header('sec-fetch-site')
    for (const [name, value] of Object.entries(HEADERS)) context.header(name, value)
    if (!hosts.includes(host)) return context.text('wrong host', 403)
    if (origin !== undefined && origin !== `http://${host}`) return context.text('wrong origin', 403)
    if (context.req.method !== 'GET' && origin === undefined) return context.text('no origin', 403)
    const cookie = `yusuan-${port()}`
    const given = context.req.query('token')
    if (given !== undefined && context.req.path === '/') {
      if (!isSame(given, token)) return context.text('wrong token', 403)
      setCookie(context, cookie, token, { httpOnly: true, sameSite: 'Strict', path: '/' })
      return context.redirect('/')
    }
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return context.text('wrong site', 403)
    if (!isSame(getCookie(context, cookie) ?? '', token))
      return context.text(
        'This page needs the link with the token that yusuan review printed. 请使用 yusuan review 给出的链接。',
        403,
      )
    return await next()
  }
}
