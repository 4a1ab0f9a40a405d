/** What the Worker reaches when it calls out: as much of the Bot API's server as notes each call and says yes. */
export function telegramOutside(): (request: { url: string; text(): Promise<string> }) => Promise<Response> {
  const calls: Array<{ method: string; body: unknown }> = []
  return async (request) => {
    const { hostname, pathname } = new URL(request.url)
    if (hostname !== 'telegram.test') return new Response('nothing out there', { status: 404 })
    if (pathname === '/calls') return Response.json(calls)
    const body: unknown = JSON.parse((await request.text()) || '{}')
    calls.push({ method: pathname.split('/').at(-1)!, body })
    return Response.json({ ok: true, result: { message_id: calls.length } })
  }
}
