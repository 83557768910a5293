type Query = Record<string, string | number | boolean | string[] | undefined>

export interface JsonRequest {
  method?: "GET" | "POST" | "DELETE"
  headers?: Record<string, string>
  query?: Query
  body?: unknown
}

/** An answer that is not 2xx; `status` and `body` are what the server sent. */
export class HttpError extends Error {
  constructor(
    message: string,
    readonly status: number,
    readonly body: unknown,
  ) {
    super(message)
  }
}

/** Sends and receives JSON. @throws HttpError with method, address and the server's own message. */
export async function httpJson<T>(
  url: string,
  { method = "GET", headers, query = {}, body }: JsonRequest = {},
): Promise<T> {
  const address = new URL(url)
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat()) if (one !== undefined) address.searchParams.append(name, String(one))
  }
  const response = await fetch(address, {
    method,
    headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  const answer = parsed(text)
  if (response.ok) return answer as T
  const reason = (answer as { message?: string } | null)?.message ?? text.slice(0, 500)
  throw new HttpError(`${method} ${address.pathname} answered ${response.status}: ${reason}`, response.status, answer)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
