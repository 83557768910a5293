import medusa from "@medusajs/eslint-plugin"
import prettier from "eslint-config-prettier"
import tseslint from "typescript-eslint"

const SERVER = ["src/**/*.ts", "migrations/**/*.ts"]
const ADMIN = ["admin/**/*.{ts,tsx}"]
const DEVELOPMENT = ["test/**/*.ts", "demo/**/*.ts", "bench/**/*.ts", "medusa-config.ts", "vitest.config.mts"]
const TYPESCRIPT = [...SERVER, ...ADMIN, ...DEVELOPMENT]

/** Folders of plain data in, plain data out: what they need from outside is handed to them. */
const PLAIN = ["rendering", "sender", "delivery", "dunning", "inbound", "kinds"].map(
  (folder) => `src/${folder}/**/*.ts`,
)

/** Medusa's presets ignore tests and look for the admin in `src/admin`, which is a link to `admin` here. */
const medusaRules = medusa.default.configs.strict
  .filter((block) => block.rules && !block.languageOptions)
  .map((block) => ({ ...block, ignores: [...(block.ignores ?? []), "test/**", "admin/**"] }))
const medusaAdminRules = medusa.default.configs.recommended
  .filter((block) => block.rules && block.files.some((pattern) => pattern.includes("admin/")))
  .map((block) => ({
    ...block,
    files: block.files
      .filter((pattern) => pattern.startsWith("src/admin/"))
      .map((pattern) => pattern.replace("src/admin/", "admin/")),
  }))
  .filter((block) => block.files.length > 0)

export default tseslint.config(
  {
    ignores: ["node_modules/", ".medusa/", ".demo/", ".test-output/", "src/admin/", "**/__admin-extensions__.js"],
  },
  { linterOptions: { noInlineConfig: true } },

  { files: TYPESCRIPT, extends: [tseslint.configs.recommended] },
  { files: SERVER, languageOptions: { parserOptions: { project: "tsconfig.dev.json" } } },
  { files: ADMIN, languageOptions: { parserOptions: { project: "admin/tsconfig.json" } } },
  { files: DEVELOPMENT, languageOptions: { parserOptions: { project: "tsconfig.dev.json" } } },

  { plugins: { "@medusajs": medusa.default } },
  ...medusaRules,
  ...medusaAdminRules,

  {
    files: TYPESCRIPT,
    rules: {
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/ban-ts-comment": ["error", { "ts-expect-error": "allow-with-description" }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: "error",
      "max-lines": ["error", { max: 300, skipBlankLines: true }],
      "no-constant-condition": ["error", { checkLoops: "none" }],
      "prefer-const": "error",
    },
  },
  {
    files: SERVER,
    rules: {
      "no-console": "error",
      // A guard that throws a plain Error ends as "500, unknown error"; Medusa's own rule only warns.
      "@medusajs/use-medusa-error-not-generic-error": "off",
    },
  },
  {
    files: ["src/api/**/*.ts", "src/workflows/**/*.ts"],
    rules: { "@medusajs/use-medusa-error-not-generic-error": "error" },
  },
  {
    files: PLAIN,
    rules: {
      "no-restricted-globals": [
        "error",
        {
          name: "process",
          message: "Plain folders do not read their surroundings: take what you need as an argument.",
        },
      ],
      "no-restricted-imports": [
        "error",
        {
          paths: ["process", "node:process"].map((name) => ({
            name,
            message: "Plain folders take data and return data.",
          })),
        },
      ],
    },
  },
  {
    files: ["src/**/*.ts"],
    ignores: ["src/admin/**"],
    rules: {
      "no-restricted-properties": [
        "error",
        {
          object: "process",
          property: "env",
          message: "Only medusa-config.ts reads the environment; the rest is told by options.",
        },
      ],
    },
  },
  {
    files: ["test/**/*.ts", "demo/**/*.ts", "bench/**/*.ts"],
    rules: {
      // Tools talk to the terminal and throw to whoever started them.
      "@medusajs/use-medusa-error-not-generic-error": "off",
      "no-console": "off",
    },
  },
  {
    files: ["test/**/*.test.ts"],
    rules: {
      // One file a thing that is tested, with every way it can go.
      "max-lines": ["error", { max: 400, skipBlankLines: true }],
      "no-restricted-syntax": [
        "error",
        {
          selector: "AwaitExpression > NewExpression[callee.name='Promise'] CallExpression[callee.name='setTimeout']",
          message: "A test waits for a state, never for a time.",
        },
      ],
    },
  },
  prettier,
)
