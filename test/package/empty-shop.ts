import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { runProcess, startProcess, type RunningProcess } from "../../demo/parts/child-process"
import { REPOSITORY } from "../../demo/parts/repository"
import { configSnippet } from "../unit/readme/config-snippet"

/** Versions of the shop: those the plugin is developed with. */
const { devDependencies } = JSON.parse(readFileSync(join(REPOSITORY, "package.json"), "utf8")) as {
  devDependencies: Record<string, string>
}
const only = (names: string[]) => Object.fromEntries(names.map((name) => [name, devDependencies[name]]))

const PACKAGE_FILE = {
  name: "empty-shop",
  version: "1.0.0",
  private: true,
  // As create-medusa-app makes it.
  dependencies: only(["@medusajs/admin-sdk", "@medusajs/cli", "@medusajs/framework", "@medusajs/medusa"]),
  devDependencies: only([
    "@swc/core",
    "@types/node",
    "@types/react",
    "react",
    "react-dom",
    "ts-node",
    "typescript",
    "vite",
  ]),
}

const COMPILER_FILE = {
  "ts-node": { swc: true },
  compilerOptions: {
    target: "ES2021",
    module: "Node16",
    moduleResolution: "Node16",
    strict: true,
    esModuleInterop: true,
    emitDecoratorMetadata: true,
    experimentalDecorators: true,
    skipLibCheck: true,
    declaration: false,
    outDir: ".medusa/server",
  },
  include: ["**/*"],
  exclude: ["node_modules", ".medusa"],
}

/** A Medusa shop in a folder of its own that has nothing but what the README's steps put into it. */
export class EmptyShop {
  constructor(
    readonly folder: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {
    mkdirSync(folder, { recursive: true })
    this.write("package.json", JSON.stringify(PACKAGE_FILE, null, 2))
    this.write("tsconfig.json", JSON.stringify(COMPILER_FILE, null, 2))
  }

  /** What `medusa build` has made, where Medusa's commands are run in production. */
  get server(): string {
    return join(this.folder, ".medusa", "server")
  }

  /** Installs Medusa and the packed plugin from the registry. */
  async install(tarball: string): Promise<void> {
    await this.run("install", "npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", tarball], this.folder)
  }

  /** The README's second step. */
  configure(): void {
    this.write("medusa-config.ts", configSnippet(readFileSync(join(REPOSITORY, "README.md"), "utf8")))
  }

  /** Runs a command of the shop's own Medusa to its end. @throws Error with its last lines when it fails. */
  async medusa(args: string[], cwd: string): Promise<void> {
    await this.run(args[0]?.replace(":", "-") ?? "medusa", process.execPath, [this.cli, ...args], cwd)
  }

  start(port: number): Promise<RunningProcess> {
    const args = [this.cli, "start", "--host", "127.0.0.1", "--port", String(port)]
    return startProcess(process.execPath, args, { cwd: this.server, env: this.environment, log: this.log("start") })
  }

  /** Runs a script in the shop and resolves to nothing; it fails when the script does. */
  async script(name: string, text: string): Promise<void> {
    this.write(name, text)
    await this.run(name, process.execPath, [name], this.folder)
  }

  private get cli(): string {
    return join(this.folder, "node_modules", "@medusajs", "cli", "cli.js")
  }

  private get environment(): NodeJS.ProcessEnv {
    return { ...process.env, NODE_ENV: "production", MEDUSA_DISABLE_TELEMETRY: "true", ...this.env }
  }

  private run(name: string, command: string, args: string[], cwd: string): Promise<void> {
    // npm leaves development packages out when NODE_ENV is "production".
    const env = { ...this.environment, ...(name === "install" ? { NODE_ENV: "development" } : {}) }
    return runProcess(command, args, { cwd, env, log: this.log(name) })
  }

  private log(name: string): string {
    return join(this.folder, "..", "logs", `${name}.log`)
  }

  private write(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text)
  }
}
