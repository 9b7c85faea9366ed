/** Z3, asked in SMT-LIB. */
import { init } from "z3-solver";

export interface Solver {
  /**
   * Runs a script on its own: nothing is left of the one before.
   * @returns what the solver answers, one answer a command that has one
   * @throws Error where the script is not well formed
   */
  run(script: string): Promise<string>;
  /** Ends the threads of the solver, which else keep a process alive. */
  close(): void;
}

/** Values asked for where there is no case. */
const NO_MODEL = "model is not available";

/** @throws Error where the solver's module cannot be loaded */
export async function openSolver(): Promise<Solver> {
  const { Z3, em } = await init();
  const module = em as SolverModule;
  return {
    async run(script) {
      // Whoever waits besides, as a bar of progress does, has its turn.
      await new Promise(setImmediate);
      return runAlone(script);
    },
    close: () => module.PThread.terminateAllThreads(),
  };

  function runAlone(script: string): string {
    // What came before would change the way that the solver takes, and with it the number of its steps.
    const config = Z3.mk_config();
    const context = Z3.mk_context(config);
    Z3.del_config(config);
    let answer: string;
    try {
      answer = evaluate(module, context as unknown as number, script);
    } finally {
      Z3.del_context(context);
    }
    const wrong = /\(error "([^"]*)"\)/.exec(answer)?.[1];
    if (wrong !== undefined && !wrong.endsWith(NO_MODEL)) throw new Error(`the solver refuses a script: ${wrong}`);
    return answer;
  }
}

/** What is used of the module that the solver is compiled to. */
interface SolverModule {
  readonly HEAPU8: Uint8Array;
  readonly PThread: { terminateAllThreads(): void };
  _malloc(size: number): number;
  _free(at: number): void;
  ccall(name: string, result: "string", types: readonly string[], values: readonly number[]): string;
}

/** On this thread: a thread of its own for each script, as the solver's own call has it, may wait for ever to be started. */
function evaluate(module: SolverModule, context: number, script: string): string {
  const bytes = new TextEncoder().encode(`${script}\0`);
  const at = module._malloc(bytes.length);
  module.HEAPU8.set(bytes, at);
  try {
    return module.ccall("Z3_eval_smtlib2_string", "string", ["number", "number"], [context, at]);
  } finally {
    module._free(at);
  }
}
