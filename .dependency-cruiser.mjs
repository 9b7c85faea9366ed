/** The floors: imports point downward only. Each rule names a floor and what it may not reach. */
const floor = (name, from, notTo, comment) => ({ name, comment, severity: "error", from: { path: from }, to: { path: notTo } });

export default {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "no-orphans", severity: "error", from: { orphan: true, path: "^src/", pathNot: "\\.d\\.ts$" }, to: {} },
    floor("kernel-is-ground", "^src/kernel/", "^src/(?!kernel/)", "the kernel rests on nothing of ours"),
    floor("pack-rests-on-kernel", "^src/pack/", "^src/(?!kernel/|pack/)", "a pack is checked with the kernel's own vocabulary"),
    floor("reference-is-middle", "^src/reference/", "^src/(?!kernel/|reference/)", "the second evaluator reads packs, not files"),
    floor("audit-is-middle", "^src/audit/", "^src/(?!kernel/|pack/|reference/|audit/)", "middle floor: no files, no edge"),
    floor(
      "coverage-is-pure",
      "^src/audit/coverage/",
      "^src/(?!kernel/|pack/|audit/(?!mutation/))",
      "what cases show, on the kernel alone",
    ),
    floor(
      "mutation-is-pure",
      "^src/audit/mutation/",
      "^src/(?!kernel/|pack/|audit/(?!coverage/))",
      "packs changed and judged, on the kernel alone",
    ),
    floor(
      "scoring-is-middle",
      "^src/scoring/",
      "^src/(?!kernel/|scoring/)",
      "middle floor: the module and its host, no packs, no files",
    ),
    floor(
      "selection-is-middle",
      "^src/selection/",
      "^src/(?!kernel/|pack/|scoring/|selection/)",
      "middle floor: packs and scores put together, no files",
    ),
    floor("procedure-is-middle", "^src/procedure/", "^src/(?!kernel/|procedure/)", "middle floor: cases held to a checked pack"),
    floor(
      "impact-is-middle",
      "^src/impact/",
      "^src/(?!kernel/|pack/|audit/|proof/|impact/)",
      "two packs held against each other, no files",
    ),
    floor(
      "ledger-is-middle",
      "^src/ledger/",
      "^src/(?!kernel/|pack/|audit/|proof/|ledger/)",
      "what an audit found, by provision, no files",
    ),
    floor(
      "proof-is-middle",
      "^src/proof/",
      "^src/(?!kernel/|pack/|audit/|proof/)",
      "middle floor: packs put to a solver, no files, no edge",
    ),
    floor("threads-are-host", "^src/threads/", "^src/(?!kernel/|scoring/|threads/)", "simulations on several cores, no packs"),
    floor("files-are-host", "^src/files/", "^src/(http|cli|web)/", "files know no edge"),
    floor("http-is-an-edge", "^src/http/", "^src/(cli|web)/", "edges do not know each other"),
    floor(
      "library-is-pure",
      "^src/index\\.ts$",
      "^src/(?!kernel/|pack/|procedure/)",
      "the library is what is pure: no files, no edge",
    ),
    {
      name: "ground-is-browser-safe",
      comment: "no node: modules and no json-rules-engine below the middle floor",
      severity: "error",
      from: { path: "^src/(kernel|pack|scoring|selection|procedure|index\\.ts)" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "ground-has-few-libraries",
      severity: "error",
      from: { path: "^src/(kernel|pack)/" },
      to: { path: "node_modules", pathNot: "node_modules/(@noble/hashes|canonicalize|fastest-levenshtein|zod)/" },
    },
    {
      name: "no-dev-dependency",
      comment: "what ships needs run-time dependencies only",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev"], pathNot: "node_modules/@types/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "default"] },
  },
};
