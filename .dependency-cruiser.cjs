/**
 * Who may know whom (docs/how-it-works.md, "Where things are"). Each rule is proven by a violation in
 * test/unit/lint/dependency-rules.test.ts.
 */
const PLAIN = "^src/(rendering|sender|delivery|dunning|inbound|kinds)/"
/** Rules that server and admin check alike. */
const SHARED =
  "^src/(rendering/shared/|dunning/(base-rate|calendar-day|check-plan|dunning-plan)\\.ts$|kinds/decimal\\.ts$)"
const EDGES = "^src/(subscribers|jobs|api|links|policies)/"

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "plain-knows-no-framework",
      comment: "Rendering, sender, delivery, dunning, inbound and kinds take data and return data.",
      severity: "error",
      from: { path: PLAIN },
      to: { path: "(^|/)node_modules/(@medusajs|@mikro-orm|typeorm|pg|express|awilix)/" },
    },
    {
      name: "plain-knows-only-plain",
      comment: "What joins the plain folders to Medusa uses them; they never use it.",
      severity: "error",
      from: { path: PLAIN },
      to: { path: "^(src|admin|migrations|test|demo|bench)/", pathNot: PLAIN },
    },
    {
      name: "only-the-module-knows-typeorm",
      comment: "What is remembered, and how, is the module's own business.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/modules/" },
      to: { path: "(^|/)node_modules/(typeorm|pg)/" },
    },
    {
      name: "module-knows-no-workflow",
      comment: "Workflows and the edges call the module, never the other way round.",
      severity: "error",
      from: { path: "^src/modules/" },
      to: { path: ["^src/workflows/", EDGES] },
    },
    {
      name: "workflows-know-no-edge",
      comment: "Subscribers, jobs and routes start workflows; a workflow does not know who started it.",
      severity: "error",
      from: { path: "^src/workflows/" },
      to: { path: EDGES },
    },
    {
      name: "edges-hold-no-logic",
      comment: "Subscribers, jobs, links and routes guard, take ids and run a workflow or ask the module.",
      severity: "error",
      from: { path: EDGES, pathNot: "^src/api/" },
      to: {
        path: "^src/",
        pathNot: ["^src/(workflows|modules|kinds)/", EDGES],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "routes-hold-no-logic",
      comment: "A route may also check what it is given and show what it has by a plain function; it delivers nothing.",
      severity: "error",
      from: { path: "^src/api/" },
      to: {
        path: "^src/",
        pathNot: ["^src/(workflows|modules|kinds|sender|rendering|dunning)/", EDGES],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "edges-use-medusa-only",
      comment: "Whatever else an edge would need belongs into a workflow or the module; forms are read as Medusa does.",
      severity: "error",
      from: { path: EDGES },
      to: { path: "(^|/)node_modules/", pathNot: "(^|/)node_modules/(@medusajs|@types|multer)/" },
    },
    {
      name: "admin-talks-http-only",
      comment: "The admin knows the server by the types of its HTTP contract, and the rules that both check.",
      severity: "error",
      from: { path: "^admin/" },
      to: {
        path: "^(src|migrations|test|demo|bench)/",
        pathNot: [
          SHARED,
          ...[
            "types",
            "dunning-types",
            "sender-types",
            "sender-settings-types",
            "settings-types",
            "settings-file-types",
            "text-types",
            "test-mail-types",
          ].map((name) => `^src/api/${name}\\.ts$`),
        ],
      },
    },
    {
      name: "shared-runs-in-browsers",
      comment: "Rules that server and admin check alike know nothing but each other and packages for browsers.",
      severity: "error",
      from: { path: SHARED },
      to: { path: "^src/", pathNot: SHARED, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "shared-knows-no-node",
      comment: "Node's modules do not exist in a browser.",
      severity: "error",
      from: { path: SHARED },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "admin-knows-no-server-package",
      severity: "error",
      comment: "Medusa's server packages break the browser's bundle; their types are gone when it is built.",
      from: { path: "^admin/" },
      to: {
        path: "(^|/)node_modules/@medusajs/(framework|medusa|utils)/",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "admin-knows-no-node",
      severity: "error",
      comment: "Node's modules do not exist in a browser.",
      from: { path: "^admin/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "server-knows-no-admin",
      severity: "error",
      comment: "The server answers requests and does not know who draws them.",
      from: { path: "^(src|migrations)/" },
      to: { path: "^admin/" },
    },
    {
      name: "product-knows-no-tools",
      severity: "error",
      comment: "Tests, demo and bench are not in the package.",
      from: { path: "^(src|admin|migrations)/" },
      to: { path: "^(test|demo|bench)/" },
    },
    {
      name: "product-uses-what-is-installed-with-it",
      severity: "error",
      comment: "A development package is missing in the shop; Medusa's packages come with the shop.",
      from: { path: "^(src|migrations)/" },
      to: {
        dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"],
        dependencyTypesNot: ["npm", "npm-peer", "type-only"],
        pathNot: "(^|/)node_modules/(@medusajs|@types)/",
      },
    },
    {
      name: "no-circle",
      severity: "error",
      comment: "Two files that need each other are one file, or miss a third.",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-dead-end",
      severity: "error",
      comment: "An import that leads nowhere.",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: ["^src/admin", "__admin-extensions__", "^\\.medusa"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
}
