import { httpJson, type JsonRequest } from "./http-json"

/** Medusa's admin API as one logged-in user. Paths begin with /admin. */
export interface AdminApi {
  get: <T>(path: string, query?: JsonRequest["query"]) => Promise<T>
  post: <T>(path: string, body?: unknown) => Promise<T>
  delete: <T>(path: string) => Promise<T>
  /** For calls that need something else, such as a file. */
  headers: Record<string, string>
}

/** Logs in with address and password. @throws HttpError 401 when they are wrong. */
export async function adminApi(baseUrl: string, email: string, password: string): Promise<AdminApi> {
  const { token } = await httpJson<{ token: string }>(`${baseUrl}/auth/user/emailpass`, {
    method: "POST",
    body: { email, password },
  })
  const headers = { authorization: `Bearer ${token}` }
  return {
    get: (path, query) => httpJson(`${baseUrl}${path}`, { headers, query }),
    post: (path, body = {}) => httpJson(`${baseUrl}${path}`, { method: "POST", headers, body }),
    delete: (path) => httpJson(`${baseUrl}${path}`, { method: "DELETE", headers }),
    headers,
  }
}
