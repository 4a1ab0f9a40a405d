/** As much of the Workers runtime and of its test plugin as the tests use. */
declare module 'cloudflare:workers' {
  export const env: { readonly DB: import('../../src/store/d1.ts').D1Database; readonly MIGRATIONS: unknown[] }
  /** The Worker itself, called as from outside. */
  export const exports: { readonly default: { fetch(input: string | Request, init?: RequestInit): Promise<Response> } }
}

declare module 'cloudflare:test' {
  export function applyD1Migrations(
    db: import('../../src/store/d1.ts').D1Database,
    migrations: unknown[],
  ): Promise<void>
}
