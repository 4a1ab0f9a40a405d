import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { telegramOutside } from './test/workers/outside.ts'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    reporters: ['default', './test/closing-line.ts'],
    projects: [
      {
        test: {
          name: 'node',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/workers/**', 'test/browser/**'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // The same code in workerd, with a D1 database that wrangler.toml names and the migrations fill. The Worker is
        // loaded with the first test, so `npm run build` comes first.
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                MIGRATIONS: await readD1Migrations('./src/store/migrations'),
                BASE_URL: 'https://handrail.test',
                TELEGRAM_BOT_TOKEN: '1:test',
                TELEGRAM_BOT_NAME: 'HandrailBot',
                TELEGRAM_SECRET: 'a-secret-of-the-tests',
                TELEGRAM_API_ROOT: 'https://telegram.test',
              },
              outboundService: telegramOutside(),
            },
          })),
        ],
        test: {
          name: 'workers',
          include: ['test/workers/**/*.test.ts'],
          setupFiles: ['test/workers/setup.ts'],
          testTimeout: 30_000,
        },
      },
    ],
  },
})
